import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseView } from '@tongban/server/contract/cases';
import type { FieldError } from '@tongban/server/contract/forms';
import { type RefObject, useRef } from 'react';
import { useNavigate } from 'react-router';
import { act, caseOptions, everyCase } from '../../case/api.ts';
import { ApiProblem, newKey } from '../../lib/http.ts';
import { discardDraft, submit } from './api.ts';
import type { Change } from './useDraft.ts';

/** The ways out of an intake. What was not saved yet is saved first; a submission that was repeated is one submission. */
export function useExits(view: CaseView, change: Change, flush: RefObject<() => Promise<unknown>>) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const key = useRef(newKey());
  const refresh = () => queries.invalidateQueries(everyCase);
  const tell = { onSettled: refresh };

  const submitting = useMutation({
    ...tell,
    mutationFn: async () => {
      await flush.current();
      const submitted = await change((version) => submit(view.id, version, key.current));
      return await act({ id: view.id, version: submitted.version }, 'receive', {});
    },
  });
  const receiving = useMutation({ ...tell, mutationFn: () => act(view, 'receive', {}) });
  const accepting = useMutation({ ...tell, mutationFn: () => act(view, 'accept', {}) });
  const discarding = useMutation({
    mutationFn: async () => {
      flush.current = () => Promise.resolve();
      await discardDraft(view.id, view.version);
    },
    onSuccess: async () => {
      await navigate('/window');
      queries.removeQueries(caseOptions(view.id));
    },
  });
  const error = submitting.error ?? receiving.error ?? accepting.error ?? discarding.error;
  const mistakes: readonly FieldError[] = submitting.error instanceof ApiProblem ? submitting.error.errors : [];
  return {
    submit: () => {
      if (submitting.error instanceof ApiProblem && submitting.error.status === 422) key.current = newKey();
      submitting.mutate();
    },
    receive: () => receiving.mutate(),
    accept: () => accepting.mutate(),
    discard: () => discarding.mutate(),
    reload: async () => {
      await queries.invalidateQueries(caseOptions(view.id));
      for (const exit of [submitting, receiving, accepting, discarding]) exit.reset();
    },
    busy: submitting.isPending || receiving.isPending || accepting.isPending || discarding.isPending,
    error,
    mistakes,
    stale: error instanceof ApiProblem && error.status === 412,
    /** Grows with every attempt, so that the summary takes the focus each time. */
    tries: submitting.submittedAt,
  };
}

export type Exits = ReturnType<typeof useExits>;
