import { type CivilDate, weekdayOf, yearOf } from './civil-date.ts';
import type { TimeUnit } from './deadline.ts';
import type { Article, Line } from './explanation.ts';

const ARTICLES: Record<Article, string> = {
  'civil-code-201': 'Civil Code art. 201',
  'civil-code-202': 'Civil Code art. 202',
  'civil-code-203': 'Civil Code art. 203',
  'licensing-law-82': 'Administrative Licensing Law art. 82',
  'holiday-notice': 'holiday notice of the General Office of the State Council',
};

const HOLIDAYS: Record<string, string> = {
  元旦: 'New Year',
  春节: 'Spring Festival',
  清明节: 'Qingming Festival',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const dayText = (date: CivilDate): string =>
  `${WEEKDAYS[weekdayOf(date) - 1]} ${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${yearOf(date)}`;

const rangeText = ({ from, to }: Line): string => (from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`);

/** 国庆节、中秋节 is one holiday of two names. */
const holidayText = (holiday: string): string =>
  holiday
    .split('、')
    .map((name) => HOLIDAYS[name] ?? name)
    .join(' and ');

const amountText = (days: number, unit: TimeUnit): string =>
  `${days} ${unit === 'wd' ? 'working day' : 'day'}${days === 1 ? '' : 's'}`;

function fact(line: Line, unit: TimeUnit): string {
  const amount = amountText(line.days, unit);
  const holiday = holidayText(line.holiday ?? '');
  const extended = line.counted && line.basis !== undefined ? ', by the extension' : '';
  switch (line.why) {
    case 'event-day':
      return `${rangeText(line)} is the day it began and is not counted; the next day is day 1`;
    case 'counted':
      return `${rangeText(line)}: ${amount} counted${extended}`;
    case 'makeup':
      return `${rangeText(line)} is worked to make up for ${holiday}: ${amount} counted${extended}`;
    case 'weekend':
      return `${rangeText(line)}: weekend, not counted`;
    case 'holiday':
      return `${rangeText(line)}: ${holiday} holiday, not counted`;
    case 'pause':
      return `${rangeText(line)}: the clock stood still, ${amount} not counted`;
    case 'corresponding-day':
      return `Counted in ${unit}s, the last day is the corresponding ${dayText(line.to)}`;
    case 'month-end':
      return `Counted in ${unit}s, the month has no corresponding day, so the last day is ${dayText(line.to)}`;
    case 'roll':
      return `The last day, ${dayText(line.from)}, falls on ${holiday ? `the ${holiday} holiday` : 'a weekend'}, so it moves to ${dayText(line.to)}`;
    case 'year-unpublished':
      return `The holidays of ${yearOf(line.from)} are not published yet: ${rangeText(line)} taken as plain weeks and counted again when they are`;
  }
}

/** "Why this date" as people read it, line by line. An article is named where it first matters, not on every weekend. */
export function sentences(lines: readonly Line[], unit: TimeUnit): string[] {
  const named = new Set<string>();
  return lines.map((line) => {
    const ground = line.basis ?? (line.article && ARTICLES[line.article]);
    if (ground === undefined || (line.basis === undefined && named.has(ground))) return fact(line, unit);
    named.add(ground);
    return `${fact(line, unit)} (${ground})`;
  });
}
