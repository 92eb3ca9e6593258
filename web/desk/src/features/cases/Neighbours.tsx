import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { queueOptions } from '../../case/api.ts';
import { useWords } from '../../lib/language.ts';
import { useShortcuts } from '../../lib/useShortcuts.ts';
import { en } from './en.ts';
import { filterOf } from './filter.ts';
import { zh } from './zh.ts';

/** The next and the previous file of the list one came from, without going back to it (ux R25). */
export function Neighbours({ caseId }: { caseId: string }) {
  const words = useWords({ zh, en });
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const list = useInfiniteQuery(queueOptions(filterOf(address)));
  const ids = useShelf(list.data?.map(({ id }) => id));
  const at = ids.indexOf(caseId);
  const [before, after] = at < 0 ? [undefined, ids[0]] : [ids[at - 1], ids[at + 1]];
  const open = (id: string | undefined) => id !== undefined && navigate(`/cases/${id}?${address}`);
  useShortcuts([
    { keys: 'j', does: words.next, run: () => open(after) },
    { keys: 'k', does: words.previous, run: () => open(before) },
  ]);
  return (
    <span className="neighbours">
      <Button type="text" size="small" disabled={before === undefined} onClick={() => open(before)}>
        {words.previous} <kbd>K</kbd>
      </Button>
      <Button type="text" size="small" disabled={after === undefined} onClick={() => open(after)}>
        {words.next} <kbd>J</kbd>
      </Button>
    </span>
  );
}

/** The order in which the list was first seen: a case that leaves it by what one does here keeps its place between its neighbours. */
function useShelf(ids: readonly string[] | undefined): readonly string[] {
  const seen = useRef<readonly string[]>([]);
  if (ids?.some((id) => !seen.current.includes(id)))
    seen.current = [...seen.current, ...ids.filter((id) => !seen.current.includes(id))];
  return seen.current;
}
