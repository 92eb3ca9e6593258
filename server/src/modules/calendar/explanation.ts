import { addDays, type CivilDate } from './civil-date.ts';

/** Why a day is in a period or out of it, or why the period ends where it does. */
export type Why =
  | 'event-day'
  | 'counted'
  | 'makeup'
  | 'weekend'
  | 'holiday'
  | 'pause'
  | 'corresponding-day'
  | 'month-end'
  | 'roll'
  | 'year-unpublished';

/** 民法典 201–203, 行政许可法 82, and the State Council's notice that moves holidays and workdays. */
export type Article = 'civil-code-201' | 'civil-code-202' | 'civil-code-203' | 'licensing-law-82' | 'holiday-notice';

/** One line of "why this date". The lines of days follow one another without gap from the day of the event to the last day. */
export interface Line {
  readonly why: Why;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Whether these days use up the period. */
  readonly counted: boolean;
  /** How many days were counted, a pause took out of the count, or the end moved; for other lines, how many the range has. */
  readonly days: number;
  readonly holiday?: string;
  /** The ground of the pause, or of the extension by which these days are counted. */
  readonly basis?: string;
  /** The rule of counting it rests on. */
  readonly article?: Article;
}

/** Puts neighbouring days with the same reason on one line. */
export function linesOf(days: Iterable<Line>): Line[] {
  const lines: Line[] = [];
  for (const day of days) {
    const last = lines.at(-1);
    if (last && continues(last, day)) lines[lines.length - 1] = { ...last, to: day.to, days: last.days + day.days };
    else lines.push(day);
  }
  return lines;
}

const continues = (line: Line, day: Line): boolean =>
  line.why === day.why &&
  line.holiday === day.holiday &&
  line.basis === day.basis &&
  line.article === day.article &&
  addDays(line.to, 1) === day.from;
