import type { Arrangement, Calendar } from './arrangement.ts';
import { yearOf } from './civil-date.ts';
import type { CalendarYear, DeadlineView } from './contract.ts';
import { type DeadlineInput, deadline } from './deadline.ts';
import * as en from './en.ts';
import { workdaysBetween } from './workdays.ts';
import * as zh from './zh.ts';

/** Derives a deadline and puts it in the words that citizens and staff read alike. */
export function deadlineView(input: DeadlineInput): DeadlineView {
  const { explanation, ...clock } = deadline(input);
  const inChinese = zh.sentences(explanation, input.unit);
  const inEnglish = en.sentences(explanation, input.unit);
  return {
    ...clock,
    length: input.length,
    unit: input.unit,
    explanation: explanation.map((line, i) => ({ ...line, words: { zh: inChinese[i] ?? '', en: inEnglish[i] ?? '' } })),
  };
}

export function calendarYear(calendar: Calendar, year: number): CalendarYear {
  const arranged = [...calendar.arrangements.values()]
    .map((arrangement) => ({ ...arrangement, days: arrangement.days.filter((day) => yearOf(day.on) === year) }))
    .filter((arrangement) => arrangement.year === year || arrangement.days.length > 0);
  return {
    scope: calendar.scope,
    year,
    version: calendar.version,
    published: calendar.arrangements.has(year),
    workdays: workdaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`),
    daysOff: daysOf(arranged, 'off'),
    makeupWorkdays: daysOf(arranged, 'makeup'),
    notices: arranged.map(({ year, publishedOn, sources }) => ({ year, publishedOn, sources: [...sources] })),
  };
}

const daysOf = (arranged: readonly Arrangement[], kind: 'off' | 'makeup'): CalendarYear['daysOff'] =>
  arranged.flatMap(({ days }) => days.filter((day) => day.kind === kind).map(({ on, holiday }) => ({ on, holiday })));
