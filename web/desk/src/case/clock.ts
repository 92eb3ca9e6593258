import type { DeadlineView } from '@tongban/server/contract/calendar';
import type { CaseRow, Clocks } from '@tongban/server/contract/cases';
import type { Deadline } from '@tongban/ui/deadline.ts';
import { type CaseStatus, type Tone, toneOf } from '@tongban/ui/status.ts';

type Case = Pick<CaseRow, 'state' | 'closeResult' | 'clocks'>;

export const statusOf = ({ state, closeResult }: Pick<CaseRow, 'state' | 'closeResult'>): CaseStatus => ({
  state,
  closeResult: (closeResult ?? undefined) as CaseStatus['closeResult'],
});

/** The clock that runs now, if any. */
export const runningClock = ({ running, ...clocks }: Clocks): DeadlineView | null => (running ? clocks[running] : null);

/** The chip of a case (ux 0.4). */
export function chipOf({ state, clocks }: Case): Deadline | undefined {
  const clock = runningClock(clocks);
  if (state === 'DRAFT') return undefined;
  if (!clock) return state === 'CLOSED' ? undefined : { state: 'none' };
  const { remaining, overdueBy, unit, dueOn, provisional } = clock;
  return {
    state: clocks.pace,
    remaining,
    overdueBy,
    unit,
    dueOn,
    provisional,
    owedBy: 'agency',
  };
}

/** The spine of a file in a list: an overdue or pressing clock shows before the state. */
export function spineOf(row: Case): Tone {
  const chip = chipOf(row);
  if (chip?.state === 'overdue') return 'stop';
  if (chip?.state === 'today' || chip?.state === 'soon') return 'act';
  return toneOf(statusOf(row));
}
