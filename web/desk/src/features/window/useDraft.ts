import { useQueryClient } from '@tanstack/react-query';
import type { CaseView } from '@tongban/server/contract/cases';
import { useRef } from 'react';
import { caseOptions } from '../../case/api.ts';

export type Change = <T extends { version: number }>(work: (version: number) => Promise<T>) => Promise<T>;

/**
 * Changes of one draft, one after another: each rests on the version that the one before it left, so that a save that is still under
 * way and the next one are no conflict.
 */
export function useDraft(view: Pick<CaseView, 'id' | 'version'>): Change {
  const queries = useQueryClient();
  const known = useRef(view.version);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  known.current = Math.max(known.current, view.version);
  return (work) => {
    const done = last.current
      .then(() => work(known.current))
      .then((changed) => {
        known.current = changed.version;
        return changed;
      });
    last.current = done.then(
      () => queries.invalidateQueries(caseOptions(view.id)),
      () => {},
    );
    return done;
  };
}
