import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { property } from '../../../test/property.ts';
import { calendarOf, readHolidays } from './arrangement.ts';
import { type Deadline, type DeadlineInput, deadline } from './deadline.ts';

/*
 * The oracle is slow and shares nothing with the clock: every day of two decades is listed once, off the runtime's own UTC calendar,
 * and each answer is read off such lists by filtering and indexing, never by walking or by civil-date arithmetic.
 */
const arrangements = readHolidays(
  readFileSync(new URL('../../../seeds/reference/holidays.csv', import.meta.url), 'utf8'),
);
const DAYS = Array.from({ length: 8036 }, (_, i) => new Date(Date.UTC(2014, 0, 1 + i)).toISOString().slice(0, 10));
const INDEX = new Map(DAYS.map((day, i) => [day, i]));
const WEEKEND = new Set(DAYS.filter((day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())));
const NOTICES = new Map(
  arrangements.flatMap(({ year, days }) => days.map(({ on, kind }) => [on, { year, works: kind === 'makeup' }])),
);

const indexOf = (day: string): number => INDEX.get(day)!;
/** The days after `from` up to and including `to`. */
const daysIn = (from: string, to: string): string[] => DAYS.slice(indexOf(from) + 1, indexOf(to) + 1);

interface Asked extends Omit<DeadlineInput, 'calendar'> {
  readonly known: readonly number[];
}

function oracle(asked: Asked): Omit<Deadline, 'explanation' | 'calendarVersion'> {
  const { start, unit, asOf, known, pauses = [], extensions = [] } = asked;
  const arranged = (day: string): boolean | undefined => {
    const notice = NOTICES.get(day);
    return notice && known.includes(notice.year) ? notice.works : undefined;
  };
  const works = (day: string): boolean => arranged(day) ?? !WEEKEND.has(day);
  const stopped = new Set(pauses.flatMap(({ from, to }) => daysIn(from, to)));
  const doubtful = (day: string): boolean => !known.includes(Number(day.slice(0, 4)));

  const length = asked.length + extensions.reduce((sum, extension) => sum + extension.length, 0);
  const ahead = DAYS.slice(indexOf(start) + 1, indexOf(start) + (unit === 'year' ? 1800 : 900));
  if (unit === 'wd') {
    const period = ahead.filter((day) => works(day) && !stopped.has(day)).slice(0, length);
    const dueOn = period.at(-1) ?? start;
    return {
      dueOn,
      used: period.filter((day) => day <= asOf).length,
      remaining: period.filter((day) => day > asOf).length,
      pausedDays: daysIn(start, dueOn).filter((day) => works(day) && stopped.has(day)).length,
      provisional: daysIn(start, dueOn).some(doubtful),
      overdueBy: asOf > dueOn ? daysIn(dueOn, asOf).filter(works).length || 1 : 0,
    };
  }
  const nominal =
    unit === 'day' ? length : indexOf(monthsLater(start, unit === 'year' ? 12 * length : length)) - indexOf(start);
  const period = ahead.filter((day) => !stopped.has(day)).slice(0, nominal);
  const last = period.at(-1);
  const dueOn = last ? DAYS.slice(indexOf(last)).find((day) => works(day) && !stopped.has(day))! : start;
  const rolled = last ? daysIn(last, dueOn) : [];
  return {
    dueOn,
    used: period.filter((day) => day <= asOf).length,
    remaining: [...period, ...rolled].filter((day) => day > asOf).length,
    pausedDays: last ? daysIn(start, last).filter((day) => stopped.has(day)).length : 0,
    provisional: last !== undefined && [last, ...rolled].some(doubtful),
    overdueBy: asOf > dueOn ? indexOf(asOf) - indexOf(dueOn) : 0,
  };
}

function monthsLater(start: string, months: number): string {
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
}

const years = arrangements.map(({ year }) => year);
const edges = DAYS.filter(
  (day) => day > '2015-06' && day < '2029' && /-02-2[89]|-(01|03|05|08|10|12)-31|-(04|06|09|11)-30|-01-01/.test(day),
);
const someDay = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: indexOf('2015-06-01'), max: indexOf('2028-12-31') }).map((i) => DAYS[i]!) },
  { weight: 1, arbitrary: fc.constantFrom(...edges) },
  { weight: 1, arbitrary: fc.constantFrom(...arrangements.flatMap(({ days }) => days.map(({ on }) => on))) },
);
const someLength = fc.oneof(
  fc.record({ unit: fc.constant('wd' as const), length: fc.integer({ min: 0, max: 120 }) }),
  fc.record({ unit: fc.constant('day' as const), length: fc.integer({ min: 0, max: 200 }) }),
  fc.record({ unit: fc.constant('month' as const), length: fc.integer({ min: 0, max: 14 }) }),
  fc.record({ unit: fc.constant('year' as const), length: fc.integer({ min: 0, max: 2 }) }),
);
const longestExtension = { wd: 30, day: 30, month: 3, year: 1 };
/** How long the clock ran before each pause, and how long the pause was. */
const someSpans = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 40 })), {
  maxLength: 3,
});

const someCase: fc.Arbitrary<Asked> = fc
  .record({
    start: someDay,
    period: someLength,
    spans: someSpans,
    extra: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 2 }),
    look: fc.integer({ min: -5, max: 300 }),
    known: fc.oneof(fc.constant(years), fc.subarray(years)),
  })
  .map(({ start, period, spans, extra, look, known }) => ({
    ...period,
    start,
    known,
    asOf: DAYS[indexOf(start) + look]!,
    extensions: extra.map((length) => ({ length: Math.min(length, longestExtension[period.unit]), basis: '延长' })),
    pauses: spans.map(([gap, length], i) => {
      const before = spans
        .slice(0, i)
        .flat()
        .reduce((sum, days) => sum + days, indexOf(start));
      return { from: DAYS[before + gap]!, to: DAYS[before + gap + length]!, basis: '鉴定' };
    }),
  }));

const derive = ({ known, ...asked }: Asked): Deadline =>
  deadline({
    ...asked,
    calendar: calendarOf(
      'CN',
      1,
      arrangements.filter(({ year }) => known.includes(year)),
    ),
  });

const often = property(20_000);
const timeout = 300_000;

test(`the clock agrees with the oracle (${often.numRuns} cases, seed ${often.seed})`, { timeout }, () => {
  fc.assert(
    fc.property(someCase, (asked) => {
      const { explanation: _, calendarVersion: __, ...clock } = derive(asked);

      expect(clock).toEqual(oracle(asked));
    }),
    often,
  );
});

test(`the explanation accounts for every day and for every number (seed ${often.seed})`, { timeout }, () => {
  fc.assert(
    fc.property(someCase, (asked) => {
      const { dueOn, pausedDays, provisional, explanation, ...clock } = derive({ ...asked, asOf: asked.start });

      const days = explanation.filter(
        ({ why }) => !['corresponding-day', 'month-end', 'roll', 'year-unpublished'].includes(why),
      );
      const roll = explanation.find(({ why }) => why === 'roll');
      const sumOf = (lines: typeof explanation) => lines.reduce((sum, line) => sum + line.days, 0);
      expect(days[0]).toMatchObject({ why: 'event-day', from: asked.start });
      for (const [i, line] of days.slice(1).entries()) expect(indexOf(line.from)).toBe(indexOf(days[i]!.to) + 1);
      expect(roll ? roll.from : dueOn).toBe(days.at(-1)!.to);
      expect(roll ? roll.to : dueOn).toBe(dueOn);
      expect(clock.used).toBe(0);
      expect(clock.remaining).toBe(sumOf(days.filter(({ counted }) => counted)) + sumOf(roll ? [roll] : []));
      expect(pausedDays).toBe(sumOf(days.filter(({ why }) => why === 'pause')));
      expect(provisional).toBe(explanation.some(({ why }) => why === 'year-unpublished'));
    }),
    { seed: often.seed, numRuns: Math.ceil(often.numRuns / 10) },
  );
});

test(`a later start, a longer period or one more extension never ends earlier (seed ${often.seed})`, {
  timeout,
}, () => {
  fc.assert(
    fc.property(someCase, fc.integer({ min: 0, max: 20 }), (asked, more) => {
      const { start, length, extensions = [], pauses = [] } = asked;
      const { dueOn } = derive(asked);

      const firstPause = pauses[0]?.from ?? '9999-12-31';
      const later = DAYS[indexOf(start) + more]!;
      if (later <= firstPause) expect(derive({ ...asked, start: later }).dueOn >= dueOn).toBe(true);
      const longer = Math.min(more, asked.unit === 'year' ? 1 : more);
      expect(derive({ ...asked, length: length + longer }).dueOn >= dueOn).toBe(true);
      const extended = derive({ ...asked, extensions: [...extensions, { length: longer, basis: '再延长' }] });
      expect(extended.dueOn >= dueOn).toBe(true);
    }),
    { seed: often.seed, numRuns: Math.ceil(often.numRuns / 10) },
  );
});

test(`as time passes, used only grows, remaining only shrinks, and nothing is negative (seed ${often.seed})`, {
  timeout,
}, () => {
  fc.assert(
    fc.property(someCase, fc.integer({ min: 1, max: 40 }), (asked, days) => {
      const later = DAYS[indexOf(asked.asOf) + days]!;

      const before = derive(asked);
      const after = derive({ ...asked, asOf: later });

      expect(after.dueOn).toBe(before.dueOn);
      expect(after.used).toBeGreaterThanOrEqual(before.used);
      expect(after.remaining).toBeLessThanOrEqual(before.remaining);
      expect(after.overdueBy).toBeGreaterThanOrEqual(before.overdueBy);
      expect(Math.min(before.used, after.remaining, before.overdueBy)).toBeGreaterThanOrEqual(0);
      expect(after.overdueBy > 0).toBe(later > after.dueOn);
    }),
    { seed: often.seed, numRuns: Math.ceil(often.numRuns / 10) },
  );
});
