import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseView } from '@tongban/server/contract/cases';
import { caseOptions, judge, type Verdict } from './api.ts';

/** The window judges what it received, the reviewer what is under review. */
export const canJudge = ({ state, allowedActions }: Pick<CaseView, 'state' | 'allowedActions'>): boolean =>
  allowedActions.includes(state === 'RECEIVED' ? 'accept' : 'recommend');

/** Records a verdict. It shows at once; what it makes possible comes from the server, asked when the last of several is recorded. */
export function useJudging(view: CaseView) {
  const queries = useQueryClient();
  const { queryKey } = caseOptions(view.id);
  const mutationKey = ['judge', view.id];
  return useMutation({
    mutationKey,
    mutationFn: ({ pointKey, verdict }: { pointKey: string; verdict: Verdict }) => judge(view, pointKey, verdict),
    onMutate: async ({ pointKey, verdict }) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(
        queryKey,
        (known) =>
          known && {
            ...known,
            points: known.points.map((point) =>
              point.key === pointKey
                ? { ...point, verdict: verdict.verdict, note: verdict.note ?? null, automatic: false }
                : point,
            ),
          },
      );
    },
    /** Asked a moment later, when of two that settle together neither counts the other, and once more for whatever was overtaken. */
    onSettled: () => {
      const ask = () => {
        if (queries.isMutating({ mutationKey }) === 0) void queries.invalidateQueries({ queryKey });
      };
      for (const delayMs of [0, 500, 2000]) setTimeout(ask, delayMs);
    },
  });
}
