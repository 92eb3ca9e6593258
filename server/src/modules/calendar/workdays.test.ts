import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calendarOf, readHolidays } from './arrangement.ts';
import { addWorkdays, isPublished, isWorkday, workdaysBetween } from './workdays.ts';

const csv = readFileSync(new URL('../../../seeds/reference/holidays.csv', import.meta.url), 'utf8');
const calendar = calendarOf('CN', 1, readHolidays(csv));

test('every day from 2016 to 2026 is as the notices have it, and as the week has it where they are silent', () => {
  const said = new Map(csv.split('\n').map((row) => [row.split(',')[1], row.split(',')[2]]));
  const wrong: string[] = [];
  for (let time = Date.UTC(2016, 0, 1); time <= Date.UTC(2026, 11, 31); time += 86_400_000) {
    const day = new Date(time);
    const date = day.toISOString().slice(0, 10);
    const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    const works = said.has(date) ? said.get(date) === 'makeup' : !weekend;
    if (isWorkday(calendar, date) !== works) wrong.push(date);
  }

  expect(wrong).toEqual([]);
});

test('the reference file is whole: every year of it names its notice and its eleven years add up', () => {
  const years = readHolidays(csv);

  expect(years.map(({ year }) => year)).toEqual([2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  expect(years.reduce((sum, { days }) => sum + days.length, 0)).toBe(373);
  for (const { year, publishedOn, sources } of years) {
    expect(Math.abs(Number(publishedOn.slice(0, 4)) - year)).toBeLessThanOrEqual(1);
    for (const source of sources) expect(source).toMatch(/^https?:\/\/www\.gov\.cn\/zhengce\/zhengceku\//);
  }
});

test('make-up workdays always fall on a weekend, and no notice sets a day apart twice', () => {
  const days = [...calendar.arrangements.values()].flatMap(({ days }) => days);

  expect(new Set(days.map(({ on }) => on)).size).toBe(days.length);
  for (const { on } of days.filter(({ kind }) => kind === 'makeup'))
    expect([0, 6]).toContain(new Date(`${on}T00:00:00Z`).getUTCDay());
});

test('2025 and 2026 have 248 workdays each', () => {
  expect(workdaysBetween(calendar, '2024-12-31', '2025-12-31')).toBe(248);
  expect(workdaysBetween(calendar, '2025-12-31', '2026-12-31')).toBe(248);
});

test('a notice may arrange days of the year before its own', () => {
  expect(isWorkday(calendar, '2018-12-29')).toBe(true);
  expect(isWorkday(calendar, '2018-12-31')).toBe(false);
});

test('workdays are counted forwards and backwards without the day itself', () => {
  expect(addWorkdays(calendar, '2026-02-12', 5)).toBe('2026-02-26');
  expect(addWorkdays(calendar, '2026-02-26', -5)).toBe('2026-02-12');
  expect(addWorkdays(calendar, '2026-02-15', 0)).toBe('2026-02-15');
  expect(addWorkdays(calendar, '2026-10-01', -8)).toBe('2026-09-20');
});

test('in a year not yet published the plain week holds, and one can tell', () => {
  expect(isPublished(calendar, '2026-12-31')).toBe(true);
  expect(isPublished(calendar, '2027-01-01')).toBe(false);
  expect(isWorkday(calendar, '2027-01-01')).toBe(true);
  expect(isWorkday(calendar, '2027-01-02')).toBe(false);
});
