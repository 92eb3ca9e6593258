import type { CivilDate } from './civil-date.ts';

/** One day that a notice sets apart: off, or a weekend day that is worked instead (调休上班日). */
export interface ArrangedDay {
  readonly on: CivilDate;
  readonly kind: 'off' | 'makeup';
  readonly holiday: string;
}

/** What the State Council arranged for one year (国务院办公厅节假日安排通知), as last amended. */
export interface Arrangement {
  readonly year: number;
  readonly publishedOn: CivilDate;
  readonly sources: readonly string[];
  /** Not all lie in the year itself: the notice for 2019 arranged the last days of 2018. */
  readonly days: readonly ArrangedDay[];
}

/**
 * One version of the work calendar of a place, as a value. A year without an arrangement is a normal state: it is published each
 * November for the year after, and until then the plain week is the best that is known.
 */
export interface Calendar {
  readonly scope: string;
  readonly version: number;
  readonly arrangements: ReadonlyMap<number, Arrangement>;
  readonly days: ReadonlyMap<CivilDate, ArrangedDay>;
}

export function calendarOf(scope: string, version: number, arrangements: readonly Arrangement[]): Calendar {
  const inOrder = arrangements.toSorted((a, b) => a.year - b.year);
  return {
    scope,
    version,
    arrangements: new Map(inOrder.map((arrangement) => [arrangement.year, arrangement])),
    days: new Map(inOrder.flatMap((arrangement) => arrangement.days.map((day) => [day.on, day]))),
  };
}

/** Reads `seeds/reference/holidays.csv`: one row a day, with the notice it comes from. */
export function readHolidays(csv: string): Arrangement[] {
  const rows = csv.trim().split('\n').slice(1);
  const years = Map.groupBy(
    rows.map((row) => row.split(',')),
    ([year]) => Number(year),
  );
  return [...years].map(([year, days]) => ({
    year,
    publishedOn: days[0]?.[4] ?? '',
    sources: days[0]?.[5]?.split(' ') ?? [],
    days: days.map(([, on = '', kind, holiday = '']) => ({ on, kind: kind === 'off' ? 'off' : 'makeup', holiday })),
  }));
}
