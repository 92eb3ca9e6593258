import type { Calendar } from './arrangement.ts';
import { addDays, type CivilDate, weekdayOf, yearOf } from './civil-date.ts';

export const isPublished = (calendar: Calendar, date: CivilDate): boolean => calendar.arrangements.has(yearOf(date));

export function isWorkday(calendar: Calendar, date: CivilDate): boolean {
  const arranged = calendar.days.get(date);
  return arranged ? arranged.kind === 'makeup' : weekdayOf(date) <= 5;
}

/** The workday so many workdays after the date, or before it when the count is negative; the date itself is not counted. */
export function addWorkdays(calendar: Calendar, date: CivilDate, count: number): CivilDate {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (isWorkday(calendar, day)) left--;
  }
  return day;
}

/** How many workdays lie after `from`, up to and including `to`. */
export function workdaysBetween(calendar: Calendar, from: CivilDate, to: CivilDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(calendar, day)) count++;
  return count;
}
