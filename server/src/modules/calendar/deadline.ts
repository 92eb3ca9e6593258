import type { Calendar } from './arrangement.ts';
import { addDays, addMonths, type CivilDate, daysBetween, isCivilDate, laterOf, yearOf } from './civil-date.ts';
import { type Article, type Line, linesOf } from './explanation.ts';
import { isPublished, isWorkday, workdaysBetween } from './workdays.ts';

export type TimeUnit = 'wd' | 'day' | 'month' | 'year';

/** The clock stands still on the days d with from < d ≤ to: `from` still ran, `to` did not. A pause still open ends, for now, today. */
export interface Pause {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly basis: string;
}

/** More of the same unit, with the ground on which it was given. */
export interface Extension {
  readonly length: number;
  readonly basis: string;
}

export interface DeadlineInput {
  /** The day of the event: not counted, the next day is day 1. */
  readonly start: CivilDate;
  readonly length: number;
  readonly unit: TimeUnit;
  readonly calendar: Calendar;
  readonly pauses?: readonly Pause[];
  readonly extensions?: readonly Extension[];
  /** The day on which one looks at the clock. */
  readonly asOf: CivilDate;
}

/** What a clock says. Workdays for a period in workdays; calendar days for one in days, months or years. */
export interface Deadline {
  readonly dueOn: CivilDate;
  /** Days counted up to and including `asOf`. */
  readonly used: number;
  /** Days left after `asOf`: 0 on the due date and ever after. */
  readonly remaining: number;
  readonly pausedDays: number;
  /** Rests on a year whose holidays are not published yet; to be derived again when they are. */
  readonly provisional: boolean;
  /** Above 0 exactly when the due date has passed, so at least 1 on a weekend right after it. */
  readonly overdueBy: number;
  readonly calendarVersion: number;
  readonly explanation: readonly Line[];
}

/** The one clock. A deadline is derived here whenever it is asked for, and never stored as the truth. */
export function deadline(input: DeadlineInput): Deadline {
  requireSound(input);
  const { start, unit, calendar, asOf } = input;
  const days = walk(input);
  const lastDay = days.at(-1)?.to ?? start;
  const rolls = unit !== 'wd' && days.length > 0;
  const dueOn = rolls ? rollOf(input, lastDay) : lastDay;
  const total = sumOf(days.filter((day) => day.counted));
  const used = sumOf(days.filter((day) => day.counted && day.to <= asOf));
  const unpublished = unpublishedLines(calendar, rolls ? lastDay : addDays(start, 1), dueOn);
  return {
    dueOn,
    used,
    remaining: total - used + Math.max(0, daysBetween(laterOf(lastDay, asOf), dueOn)),
    pausedDays: sumOf(days.filter((day) => day.why === 'pause')),
    provisional: unpublished.length > 0,
    overdueBy: asOf > dueOn ? lateness(input, dueOn) : 0,
    calendarVersion: calendar.version,
    explanation: [
      { why: 'event-day', from: start, to: start, counted: false, days: 1, article: 'civil-code-201' },
      ...correspondingDay(input),
      ...linesOf(days),
      ...rollLine(calendar, lastDay, dueOn),
      ...unpublished,
    ],
  };
}

const sumOf = (days: readonly Line[]): number => days.reduce((sum, day) => sum + day.days, 0);

/** Every day after the event until the last day of the period, each with what it does to the clock. */
function walk(input: DeadlineInput): Line[] {
  const { start, extensions = [] } = input;
  const quotas = quotasOf(input);
  const total = quotas.at(-1) ?? 0;
  const days: Line[] = [];
  for (let on = addDays(start, 1), count = 0; count < total; on = addDays(on, 1)) {
    const day = dayLine(input, on);
    if (day.counted) count++;
    const extension = day.counted ? extensions[quotas.findIndex((quota) => count <= quota) - 1] : undefined;
    days.push(extension ? { ...day, basis: extension.basis } : day);
  }
  return days;
}

/** How many days are to be counted: for the period itself, then with each extension. */
function quotasOf(input: DeadlineInput): number[] {
  const { start, unit } = input;
  const lengths = lengthsOf(input);
  return unit === 'wd' || unit === 'day'
    ? lengths
    : lengths.map((each) => daysBetween(start, lastOf(start, each, unit)));
}

/** The length of the period itself, then with each extension. */
function lengthsOf({ length, extensions = [] }: DeadlineInput): number[] {
  const lengths = [length];
  for (const extension of extensions) lengths.push((lengths.at(-1) ?? 0) + extension.length);
  return lengths;
}

const lastOf = (start: CivilDate, length: number, unit: 'month' | 'year'): CivilDate =>
  addMonths(start, unit === 'year' ? length * 12 : length);

function dayLine(input: DeadlineInput, on: CivilDate): Line {
  const { unit, calendar } = input;
  const day = { from: on, to: on, days: 1 };
  const pause = pauseOn(input, on);
  if (pause) {
    const stopped = unit !== 'wd' || isWorkday(calendar, on);
    return { ...day, why: 'pause', counted: false, days: stopped ? 1 : 0, basis: pause.basis };
  }
  if (unit !== 'wd') return { ...day, why: 'counted', counted: true, article: articleOf(unit) };
  const arranged = calendar.days.get(on);
  if (arranged?.kind === 'makeup')
    return { ...day, why: 'makeup', counted: true, holiday: arranged.holiday, article: 'holiday-notice' };
  if (arranged)
    return { ...day, why: 'holiday', counted: false, holiday: arranged.holiday, article: 'licensing-law-82' };
  const counted = isWorkday(calendar, on);
  return { ...day, why: counted ? 'counted' : 'weekend', counted, article: 'licensing-law-82' };
}

const articleOf = (unit: TimeUnit): Article => (unit === 'day' ? 'civil-code-201' : 'civil-code-202');

const pauseOn = ({ pauses = [] }: DeadlineInput, on: CivilDate): Pause | undefined =>
  pauses.find((pause) => pause.from < on && on <= pause.to);

/** 民法典 203: a period that would end on a rest day ends on the first day after the rest; nothing ends while the clock stands still. */
function rollOf(input: DeadlineInput, lastDay: CivilDate): CivilDate {
  let day = lastDay;
  while (!isWorkday(input.calendar, day) || pauseOn(input, day)) day = addDays(day, 1);
  return day;
}

function rollLine(calendar: Calendar, lastDay: CivilDate, dueOn: CivilDate): Line[] {
  if (dueOn === lastDay) return [];
  const holiday = calendar.days.get(lastDay)?.holiday;
  const line: Line = {
    why: 'roll',
    from: lastDay,
    to: dueOn,
    counted: false,
    days: daysBetween(lastDay, dueOn),
    article: 'civil-code-203',
  };
  return [holiday === undefined ? line : { ...line, holiday }];
}

/** 民法典 202: where a period in months or years ends, before pauses and rest days. */
function correspondingDay(input: DeadlineInput): Line[] {
  const { start, unit } = input;
  if (unit === 'wd' || unit === 'day') return [];
  const day = lastOf(start, lengthsOf(input).at(-1) ?? 0, unit);
  const why = day.slice(8) === start.slice(8) ? 'corresponding-day' : 'month-end';
  return [{ why, from: day, to: day, counted: false, days: 1, article: 'civil-code-202' }];
}

/** One line for each unpublished year among the days on which the date rests. */
function unpublishedLines(calendar: Calendar, from: CivilDate, to: CivilDate): Line[] {
  const lines: Line[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    const first = laterOf(from, `${year}-01-01`);
    const last = to < `${year}-12-31` ? to : `${year}-12-31`;
    if (first > last || isPublished(calendar, first)) continue;
    const days = daysBetween(first, last) + 1;
    lines.push({ why: 'year-unpublished', from: first, to: last, counted: false, days });
  }
  return lines;
}

const lateness = ({ unit, calendar, asOf }: DeadlineInput, dueOn: CivilDate): number =>
  unit === 'wd' ? Math.max(1, workdaysBetween(calendar, dueOn, asOf)) : daysBetween(dueOn, asOf);

/** What the clock takes for granted. Who records a period or a pause refuses the wrong ones, with words for people. */
function requireSound({ start, length, asOf, pauses = [], extensions = [] }: DeadlineInput): void {
  const dates = [start, asOf, ...pauses.flatMap((pause) => [pause.from, pause.to])];
  if (!dates.every(isCivilDate)) throw new RangeError('a date is not a civil date');
  const lengths = [length, ...extensions.map((extension) => extension.length)];
  if (!lengths.every((each) => Number.isSafeInteger(each) && each >= 0))
    throw new RangeError('a length is not a natural number');
  const inOrder = pauses.toSorted((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
  for (const [i, pause] of inOrder.entries()) {
    const after = inOrder[i - 1]?.to ?? start;
    if (pause.from < after || pause.to < pause.from)
      throw new RangeError('a pause begins before the clock, ends before it begins, or overlaps another');
  }
}
