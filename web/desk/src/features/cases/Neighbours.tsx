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
export function Neighbours({ caseId, shelf }: { caseId: string; shelf: readonly string[] }) {
  const words = useWords({ zh, en });
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const at = shelf.indexOf(caseId);
  const [before, after] = at < 0 ? [undefined, shelf[0]] : [shelf[at - 1], shelf[at + 1]];
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

/**
 * The ids of the list one came from, in the order in which it was first seen: a case that leaves the list by what one does with it keeps
 * its place between its neighbours.
 */
export function useShelf(): readonly string[] {
  const [address] = useSearchParams();
  const { data: rows = [] } = useInfiniteQuery(queueOptions(filterOf(address)));
  const seen = useRef<readonly string[]>([]);
  const fresh = rows.map(({ id }) => id).filter((id) => !seen.current.includes(id));
  if (fresh.length > 0) seen.current = [...seen.current, ...fresh];
  return seen.current;
}
