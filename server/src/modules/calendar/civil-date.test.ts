import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, isCivilDate, weekdayOf } from './civil-date.ts';

const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);

test('every day from 1900 to 2199 follows the one before, on the right weekday', () => {
  let day = '1900-01-01';
  while (day < '2199-12-31') {
    const next = addDays(day, 1);
    if (utc(next).getTime() - utc(day).getTime() !== 86_400_000 || utc(next).getUTCDay() !== weekdayOf(next) % 7)
      expect.fail(`${day} is not followed by ${next}, weekday ${weekdayOf(next)}`);
    day = next;
  }

  expect(day).toBe('2199-12-31');
});

test('days are added and counted over leap years and centuries, both ways', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
  expect(addDays('2000-02-28', 2)).toBe('2000-03-01');
  expect(addDays('1900-02-28', 1)).toBe('1900-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
  expect(daysBetween('2025-01-01', '2024-12-31')).toBe(-1);
});

test('the days on which summer time began and ended in 1988 are days like any other', () => {
  expect(daysBetween('1988-04-16', '1988-04-18')).toBe(2);
  expect(addDays('1988-04-16', 1)).toBe('1988-04-17');
  expect(daysBetween('1988-09-10', '1988-09-12')).toBe(2);
  expect(addDays('1988-09-10', 1)).toBe('1988-09-11');
});

test('a month later is the corresponding day, or the last of a month that has none', () => {
  expect(addMonths('2026-01-15', 1)).toBe('2026-02-15');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2026-08-31', 1)).toBe('2026-09-30');
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  expect(addMonths('2024-02-29', 48)).toBe('2028-02-29');
  expect(addMonths('2026-12-31', 0)).toBe('2026-12-31');
});

test('only days that exist are civil dates', () => {
  for (const date of ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) expect(isCivilDate(date)).toBe(true);
  for (const text of ['2025-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01'])
    expect(isCivilDate(text)).toBe(false);
  for (const text of ['', '2026-1-1', '20260101', '2026-01-01T00:00', '２０２６-01-01'])
    expect(isCivilDate(text)).toBe(false);
});
