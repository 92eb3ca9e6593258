import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calendarOf, readHolidays } from './arrangement.ts';
import { type Deadline, type DeadlineInput, deadline } from './deadline.ts';

const csv = readFileSync(new URL('../../../seeds/reference/holidays.csv', import.meta.url), 'utf8');
const calendar = calendarOf('CN', 7, readHolidays(csv));

type Asked = Pick<DeadlineInput, 'start' | 'length' | 'unit'> & Partial<DeadlineInput>;
const ask = (asked: Asked): Deadline => deadline({ calendar, asOf: asked.start, ...asked });
const review = '《行政许可法》第四十五条：专家评审';

describe('what the law and the calendar give', () => {
  test.each([
    ['2026-02-12', 5, 'wd', '2026-02-26', '春节 is skipped and its Saturday worked'],
    ['2026-09-18', 5, 'wd', '2026-09-24', 'the Sunday before 国庆 works'],
    ['2026-09-24', 20, 'wd', '2026-10-29', 'two holidays and a worked Saturday'],
    ['2026-04-30', 10, 'wd', '2026-05-18', 'the Saturday after 劳动节 works'],
    ['2025-09-26', 20, 'wd', '2025-10-30', 'two days are made up'],
    ['2026-01-05', 20, 'wd', '2026-02-02', 'plain weeks'],
    ['2026-12-01', 5, 'wd', '2026-12-08', 'plain weeks'],
    ['2026-08-01', 60, 'day', '2026-09-30', 'natural days'],
    ['2026-08-27', 30, 'day', '2026-09-28', 'the last day is in 中秋节'],
    ['2026-02-01', 15, 'day', '2026-02-24', 'the last day is in 春节'],
    ['2023-09-30', 5, 'wd', '2023-10-11', 'over 国庆 2023, two days made up'],
    ['2024-09-30', 5, 'wd', '2024-10-12', 'over 国庆 2024, the last day is a worked Saturday'],
    ['2026-01-31', 1, 'month', '2026-02-28', 'no corresponding day; 28 February is worked'],
    ['2024-02-29', 1, 'year', '2025-02-28', 'no 29 February in 2025'],
    ['2026-07-15', 3, 'month', '2026-10-15', 'the corresponding day'],
    ['2026-07-03', 3, 'month', '2026-10-08', 'the corresponding day is in 国庆节'],
    ['2025-05-23', 1, 'year', '2026-05-25', 'the corresponding day is a Saturday'],
    ['2026-02-13', 1, 'day', '2026-02-14', 'a make-up workday is no rest day'],
    ['2026-03-07', 0, 'day', '2026-03-07', 'at once'],
    ['2026-03-07', 0, 'wd', '2026-03-07', 'at once'],
  ] as const)('%s and %i %s end on %s: %s', (start, length, unit, due, _why) => {
    expect(ask({ start, length, unit })).toMatchObject({ dueOn: due, provisional: false });
  });

  test('a pause takes its workdays out: the day it begins still ran, the day it ends did not', () => {
    const pauses = [{ from: '2026-03-09', to: '2026-03-23', basis: review }];

    const clock = ask({ start: '2026-03-02', length: 20, unit: 'wd', pauses });

    expect(ask({ start: '2026-03-02', length: 20, unit: 'wd' }).dueOn).toBe('2026-03-30');
    expect(clock).toMatchObject({ dueOn: '2026-04-14', pausedDays: 10 });
  });

  test('a pause over rest days takes out only the workdays among them', () => {
    const pauses = [{ from: '2026-02-14', to: '2026-02-24', basis: review }];

    expect(ask({ start: '2026-02-12', length: 5, unit: 'wd', pauses })).toMatchObject({
      dueOn: '2026-02-27',
      pausedDays: 1,
    });
    expect(ask({ start: '2026-02-12', length: 9, unit: 'day', pauses })).toMatchObject({
      dueOn: '2026-03-03',
      pausedDays: 10,
    });
  });

  test('a pause that begins on the due date or later moves nothing', () => {
    const pauses = [{ from: '2026-03-30', to: '2026-04-20', basis: review }];

    expect(ask({ start: '2026-03-02', length: 20, unit: 'wd', pauses })).toMatchObject({
      dueOn: '2026-03-30',
      pausedDays: 0,
    });
  });

  test('a period in natural days does not end on a day on which its clock stands still', () => {
    const pauses = [{ from: '2026-09-26', to: '2026-09-29', basis: review }];

    expect(ask({ start: '2026-08-27', length: 30, unit: 'day', pauses }).dueOn).toBe('2026-09-30');
  });

  test('a period in months moves by the natural days of its pauses', () => {
    const pauses = [{ from: '2026-03-09', to: '2026-03-23', basis: review }];

    expect(ask({ start: '2026-03-02', length: 1, unit: 'month', pauses })).toMatchObject({
      dueOn: '2026-04-16',
      pausedDays: 14,
    });
  });

  test('an extension adds more of the same unit and names its ground', () => {
    const extensions = [{ length: 10, basis: '《行政许可法》第四十二条' }];

    const clock = ask({ start: '2026-03-02', length: 20, unit: 'wd', extensions });

    expect(clock.dueOn).toBe('2026-04-14');
    expect(clock.explanation.filter((line) => line.basis)).toMatchObject([
      { from: '2026-03-31', to: '2026-04-03', days: 4, counted: true },
      { from: '2026-04-07', to: '2026-04-10', days: 4, counted: true },
      { from: '2026-04-13', to: '2026-04-14', days: 2, counted: true },
    ]);
  });
});

describe('how the clock stands', () => {
  const at = (asOf: string) => {
    const { used, remaining, overdueBy } = ask({ start: '2026-02-12', length: 5, unit: 'wd', asOf });
    return { used, remaining, overdueBy };
  };

  test('on the day of the event nothing is used; on the due date nothing is left and nothing is late', () => {
    expect(at('2026-02-12')).toEqual({ used: 0, remaining: 5, overdueBy: 0 });
    expect(at('2026-02-26')).toEqual({ used: 5, remaining: 0, overdueBy: 0 });
  });

  test('rest days use nothing', () => {
    expect(at('2026-02-14')).toEqual({ used: 2, remaining: 3, overdueBy: 0 });
    expect(at('2026-02-23')).toEqual({ used: 2, remaining: 3, overdueBy: 0 });
  });

  test('the day after the due date is late by one, a weekend adds nothing', () => {
    expect(at('2026-02-27')).toEqual({ used: 5, remaining: 0, overdueBy: 1 });
    expect(at('2026-03-01')).toEqual({ used: 5, remaining: 0, overdueBy: 2 });
    expect(at('2026-03-02')).toEqual({ used: 5, remaining: 0, overdueBy: 3 });
  });

  test('a due date on a Friday is passed on the Saturday', () => {
    expect(ask({ start: '2026-03-02', length: 4, unit: 'wd', asOf: '2026-03-07' })).toMatchObject({
      dueOn: '2026-03-06',
      overdueBy: 1,
    });
  });

  test('before the event the whole period is left', () => {
    expect(at('2026-02-01')).toEqual({ used: 0, remaining: 5, overdueBy: 0 });
  });

  test('the days by which a rest day moves the end are still left', () => {
    const clock = (asOf: string) => ask({ start: '2026-08-27', length: 30, unit: 'day', asOf });

    expect(clock('2026-09-26')).toMatchObject({ used: 30, remaining: 2 });
    expect(clock('2026-09-28')).toMatchObject({ used: 30, remaining: 0, overdueBy: 0 });
    expect(clock('2026-09-30')).toMatchObject({ remaining: 0, overdueBy: 2 });
  });

  test('the version of the calendar goes with the answer', () => {
    expect(ask({ start: '2026-03-02', length: 1, unit: 'wd' }).calendarVersion).toBe(7);
  });
});

describe('a year that is not published', () => {
  test('a date that rests on it is provisional, and says from when', () => {
    const clock = ask({ start: '2026-12-25', length: 20, unit: 'wd' });

    expect(clock).toMatchObject({ dueOn: '2027-01-22', provisional: true });
    expect(clock.explanation.at(-1)).toMatchObject({ why: 'year-unpublished', from: '2027-01-01', to: '2027-01-22' });
  });

  test('a date that only begins at its edge is not', () => {
    expect(ask({ start: '2026-12-24', length: 5, unit: 'wd' })).toMatchObject({
      dueOn: '2026-12-31',
      provisional: false,
    });
    expect(ask({ start: '2015-12-31', length: 1, unit: 'wd' })).toMatchObject({
      dueOn: '2016-01-04',
      provisional: false,
    });
  });

  test('natural days rest on it only where they end', () => {
    expect(ask({ start: '2015-11-01', length: 90, unit: 'day' })).toMatchObject({
      dueOn: '2016-02-01',
      provisional: false,
    });
    expect(ask({ start: '2026-11-01', length: 90, unit: 'day' })).toMatchObject({
      dueOn: '2027-02-01',
      provisional: true,
    });
  });

  test('its notice moves the date and takes the doubt away', () => {
    const newYear = { on: '2027-01-01', kind: 'off', holiday: '元旦' } as const;
    const notice = { year: 2027, publishedOn: '2026-11-25', sources: ['https://example.test/'], days: [newYear] };
    const published = calendarOf('CN', 8, [...readHolidays(csv), notice]);

    const clock = ask({ start: '2026-12-25', length: 20, unit: 'wd', calendar: published });

    expect(clock).toMatchObject({ dueOn: '2027-01-25', provisional: false, calendarVersion: 8 });
  });
});

describe('what a clock is never given', () => {
  const pause = (from: string, to: string) => ({ from, to, basis: review });
  const march = { start: '2026-03-02', length: 20, unit: 'wd' } as const;

  test.each([
    ['a day that does not exist', { ...march, start: '2026-02-30' }],
    ['a day of observation that does not exist', { ...march, asOf: '2026-13-01' }],
    ['a negative length', { ...march, length: -1 }],
    ['half a day', { ...march, length: 1.5 }],
    ['a negative extension', { ...march, extensions: [{ length: -3, basis: '' }] }],
    ['a pause before the event', { ...march, pauses: [pause('2026-03-01', '2026-03-05')] }],
    ['a pause that ends before it begins', { ...march, pauses: [pause('2026-03-10', '2026-03-09')] }],
    [
      'pauses that overlap',
      { ...march, pauses: [pause('2026-03-10', '2026-03-12'), pause('2026-03-09', '2026-03-11')] },
    ],
  ])('%s is refused', (_, asked) => {
    expect(() => ask(asked)).toThrow(RangeError);
  });

  test('a pause may begin on the day on which another ended', () => {
    const pauses = [pause('2026-03-11', '2026-03-12'), pause('2026-03-10', '2026-03-11')];

    expect(ask({ ...march, pauses }).pausedDays).toBe(2);
  });
});
