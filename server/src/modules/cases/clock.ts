import { civilDate } from '../../kernel/civil-date.ts';
import { legalNow } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { type Calendar, currentCalendar } from '../calendar/public.ts';
import type { TimeLimit } from '../catalogue/contract.ts';
import type { CaseTimes } from './rules.ts';
import type { CaseRecord } from './store.ts';

/** The moment, its date in China, and the calendar by which days are counted. */
export interface Today {
  readonly now: Date;
  readonly on: string;
  readonly calendar: Calendar;
}

export async function today(db: Db): Promise<Today> {
  const now = await legalNow(db);
  return { now, on: civilDate(now), calendar: await currentCalendar(db) };
}

const limitOf = (length: number | null, unit: string | null): TimeLimit | null =>
  length === null || unit === null ? null : { length, unit: unit as TimeLimit['unit'] };

/** What the clocks of a case are derived from, out of its row. */
export const timesOf = (row: CaseRecord): CaseTimes => ({
  state: row.state,
  promised: limitOf(row.promised_length, row.promised_unit),
  statutory: limitOf(row.statutory_length, row.statutory_unit),
  submittedAt: row.submitted_at,
  receivedAt: row.received_at,
  acceptedAt: row.accepted_at,
  decidedAt: row.decided_at,
  closedAt: row.closed_at,
});
