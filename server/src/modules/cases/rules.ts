import { civilDate } from '../../kernel/civil-date.ts';
import type { DeadlineView } from '../calendar/contract.ts';
import { type Calendar, deadlineView } from '../calendar/public.ts';
import type { TimeLimit } from '../catalogue/contract.ts';
import type { Clocks, Station } from './contract.ts';
import { type CaseState, stations } from './machine.ts';

/** 行政许可法 32: accept, or say once what is missing, within five working days of the materials' arrival. */
const RECEIPT: TimeLimit = { length: 5, unit: 'wd' };
/** 行政许可法 44: ten working days from the decision to hand the result over. */
const DELIVERY: TimeLimit = { length: 10, unit: 'wd' };

/** The moments and limits from which every clock of a case is derived. */
export interface CaseTimes {
  readonly state: CaseState;
  readonly promised: TimeLimit | null;
  readonly statutory: TimeLimit | null;
  readonly submittedAt: Date | null;
  readonly receivedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly closedAt: Date | null;
}

/** All clocks of a case as they stand on `today`; a stopped clock shows the day on which it stopped. */
export function clocksOf(times: CaseTimes, calendar: Calendar, today: string): Clocks {
  const clock = (limit: TimeLimit | null, from: Date | null, until: Date | null): DeadlineView | null =>
    limit && from
      ? deadlineView({ start: civilDate(from), ...limit, calendar, asOf: until ? civilDate(until) : today })
      : null;
  const clocks = {
    receipt: clock(RECEIPT, times.submittedAt, times.acceptedAt ?? times.closedAt),
    promised: clock(times.promised, times.acceptedAt, times.decidedAt ?? times.closedAt),
    statutory: clock(times.statutory, times.acceptedAt, times.decidedAt ?? times.closedAt),
    delivery: clock(DELIVERY, times.decidedAt, times.closedAt),
  };
  const running = runningClock(times.state, clocks);
  return { ...clocks, running, pace: paceOf(times, running, running && clocks[running]) };
}

/** Pressing from the last fifth of the limit, at least from the last day (domain 4.4, T01). */
function paceOf(times: CaseTimes, running: Clocks['running'], clock: DeadlineView | null): Clocks['pace'] {
  if (running === 'promised' && times.promised?.length === 0) return 'immediate';
  if (!clock) return 'none';
  if (clock.overdueBy > 0) return 'overdue';
  if (clock.remaining === 0) return 'today';
  return clock.remaining <= Math.max(1, Math.floor(clock.length / 5)) ? 'soon' : 'running';
}

function runningClock(
  state: CaseState,
  { promised, statutory }: Pick<Clocks, 'promised' | 'statutory'>,
): Clocks['running'] {
  switch (state) {
    case 'SUBMITTED':
    case 'RECEIVED':
      return 'receipt';
    case 'ACCEPTED':
    case 'UNDER_REVIEW':
    case 'PENDING_DECISION':
      return promised ? 'promised' : statutory ? 'statutory' : null;
    case 'GRANTED':
    case 'REFUSED':
    case 'DELIVERING':
      return 'delivery';
    default:
      return null;
  }
}

/** The date by which queues are sorted: a cache of the running clock, never shown as the truth. */
export function dueOnOf(times: CaseTimes, calendar: Calendar, today: string): string | null {
  const clocks = clocksOf(times, calendar, today);
  return clocks.running ? (clocks[clocks.running]?.dueOn ?? null) : null;
}

/** The route strip: every station is done, now, or next, with the day on which it was passed. */
export function stationsOf(times: CaseTimes): Station[] {
  const at = stations.findIndex((station) => (station.states as readonly CaseState[]).includes(times.state));
  const now = times.state === 'CLOSED' ? stations.length : at;
  const passed = [times.submittedAt, times.acceptedAt, null, times.decidedAt, times.closedAt];
  return stations.map(({ key }, i) => {
    const on = passed[i];
    return { key, status: i < now ? 'done' : i === now ? 'now' : 'next', on: i < now && on ? civilDate(on) : null };
  });
}
