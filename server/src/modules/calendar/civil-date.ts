/**
 * Arithmetic on civil dates, 'YYYY-MM-DD' in the proleptic Gregorian calendar (民法典 200: periods follow the Gregorian
 * calendar). No Date and no time zone: a day has no hours here, so no zone's summer time can move it.
 */
export type CivilDate = string;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_OF_400_YEARS = 146_097;

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const lengthOfMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
const monthOf = (date: CivilDate): number => Number(date.slice(5, 7));
const dayOf = (date: CivilDate): number => Number(date.slice(8, 10));

const format = (year: number, month: number, day: number): CivilDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export const isCivilDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  yearOf(text) >= 1 &&
  dayOf(text) >= 1 &&
  dayOf(text) <= lengthOfMonth(yearOf(text), monthOf(text));

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

/** Days since 0001-01-01, a Monday. */
function numberOf(date: CivilDate): number {
  const year = yearOf(date);
  const month = monthOf(date);
  let days = daysBeforeYear(year) + dayOf(date) - 1;
  for (let before = 1; before < month; before++) days += lengthOfMonth(year, before);
  return days;
}

function dateOf(number: number): CivilDate {
  let year = Math.floor((number * 400) / DAYS_OF_400_YEARS) + 1;
  if (daysBeforeYear(year) > number) year--;
  if (daysBeforeYear(year + 1) <= number) year++;
  let day = number - daysBeforeYear(year);
  let month = 1;
  while (day >= lengthOfMonth(year, month)) day -= lengthOfMonth(year, month++);
  return format(year, month, day + 1);
}

export const addDays = (date: CivilDate, days: number): CivilDate => dateOf(numberOf(date) + days);

/** How many days `to` is after `from`. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => numberOf(to) - numberOf(from);

/** The corresponding day so many months later or, where that month has none, its last day (民法典 202). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  return format(year, month, Math.min(dayOf(date), lengthOfMonth(year, month)));
}

/** 1 for Monday … 7 for Sunday. */
export const weekdayOf = (date: CivilDate): number => (numberOf(date) % 7) + 1;

export const laterOf = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
