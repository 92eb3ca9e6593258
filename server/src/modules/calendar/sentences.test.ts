import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calendarOf, readHolidays } from './arrangement.ts';
import type { DeadlineInput } from './deadline.ts';
import { deadlineView } from './present.ts';

const csv = readFileSync(new URL('../../../seeds/reference/holidays.csv', import.meta.url), 'utf8');
const calendar = calendarOf('CN', 1, readHolidays(csv));

type Asked = Pick<DeadlineInput, 'start' | 'length' | 'unit'> & Partial<DeadlineInput>;
const view = (asked: Asked) => deadlineView({ calendar, asOf: asked.start, ...asked });
const zh = (asked: Asked): string[] => view(asked).explanation.map(({ words }) => words.zh);
const en = (asked: Asked): string[] => view(asked).explanation.map(({ words }) => words.en);

test('a citizen can follow every day of a period over 春节', () => {
  const asked = { start: '2026-02-12', length: 5, unit: 'wd' } as const;

  expect(zh(asked)).toEqual([
    '2026年2月12日（周四）为起算当日，不计入期限，自次日起算（依据：《民法典》第二百零一条）',
    '2026年2月13日（周五）计 1 个工作日（依据：《行政许可法》第八十二条）',
    '2026年2月14日（周六）因春节调休上班，计 1 个工作日（依据：国务院办公厅节假日安排通知）',
    '2026年2月15日至2月23日为春节假期，不计入期限',
    '2026年2月24日至2月26日计 3 个工作日',
  ]);
  expect(en(asked)).toEqual([
    'Thu 12 Feb 2026 is the day it began and is not counted; the next day is day 1 (Civil Code art. 201)',
    'Fri 13 Feb 2026: 1 working day counted (Administrative Licensing Law art. 82)',
    'Sat 14 Feb 2026 is worked to make up for Spring Festival: 1 working day counted (holiday notice of the General Office of the State Council)',
    'Sun 15 Feb 2026 to Mon 23 Feb 2026: Spring Festival holiday, not counted',
    'Tue 24 Feb 2026 to Thu 26 Feb 2026: 3 working days counted',
  ]);
});

test('a pause and an extension each name their own ground', () => {
  const asked = {
    start: '2026-03-02',
    length: 5,
    unit: 'wd',
    pauses: [{ from: '2026-03-03', to: '2026-03-05', basis: '《行政许可法》第四十五条：专家评审' }],
    extensions: [{ length: 1, basis: '《行政许可法》第四十二条' }],
  } as const;

  expect(zh(asked).slice(1)).toEqual([
    '2026年3月3日（周二）计 1 个工作日（依据：《行政许可法》第八十二条）',
    '2026年3月4日至3月5日暂停计时，扣除 2 个工作日（依据：《行政许可法》第四十五条：专家评审）',
    '2026年3月6日（周五）计 1 个工作日',
    '2026年3月7日至3月8日为周末，不计入期限',
    '2026年3月9日至3月11日计 3 个工作日',
    '2026年3月12日（周四）属延长的期限，计 1 个工作日（依据：《行政许可法》第四十二条）',
  ]);
  expect(en(asked)[2]).toBe(
    'Wed 4 Mar 2026 to Thu 5 Mar 2026: the clock stood still, 2 working days not counted (《行政许可法》第四十五条：专家评审)',
  );
});

test('a last day that is a rest day says where it moves and why', () => {
  expect(zh({ start: '2026-08-27', length: 30, unit: 'day' }).at(-1)).toBe(
    '最后一日 2026年9月26日（周六）逢中秋节假期，顺延至 2026年9月28日（周一）（依据：《民法典》第二百零三条）',
  );
  expect(en({ start: '2026-03-06', length: 1, unit: 'day' }).at(-1)).toBe(
    'The last day, Sat 7 Mar 2026, falls on a weekend, so it moves to Mon 9 Mar 2026 (Civil Code art. 203)',
  );
});

test('months and years say which day corresponds', () => {
  expect(zh({ start: '2026-07-15', length: 3, unit: 'month' })[1]).toBe(
    '按月计算，对应的日期 2026年10月15日（周四）为最后一日（依据：《民法典》第二百零二条）',
  );
  expect(zh({ start: '2024-02-29', length: 1, unit: 'year' })[1]).toBe(
    '按年计算，到期的月份没有对应的日期，以月末 2025年2月28日（周五）为最后一日（依据：《民法典》第二百零二条）',
  );
});

test('a date that rests on an unpublished year says so', () => {
  const asked = { start: '2026-12-31', length: 3, unit: 'wd' } as const;

  expect(view(asked)).toMatchObject({ dueOn: '2027-01-05', provisional: true, length: 3, unit: 'wd', remaining: 3 });
  expect(zh(asked).at(-1)).toBe('2027年的放假安排尚未公布，2027年1月1日至1月5日暂按周一至周五上班推算，公布后重新计算');
});

test('a holiday of two names is told in English too', () => {
  expect(en({ start: '2025-09-30', length: 1, unit: 'wd' })[1]).toContain(
    'National Day and Mid-Autumn Festival holiday',
  );
});
