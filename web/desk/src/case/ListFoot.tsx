import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useWords } from '../lib/language.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Under a list: its skeleton while nothing is there yet, the next page, or how many there were. */
export function ListFoot({ list, shown }: { list: UseInfiniteQueryResult; shown: number }) {
  const words = useWords({ zh, en });
  if (list.isPending) return <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />;
  if (list.hasNextPage)
    return (
      <p className="list-foot">
        <Button loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {words.more}
        </Button>
      </p>
    );
  return shown > 0 && <p className="list-foot hint">{words.loadedAll(shown)}</p>;
}
