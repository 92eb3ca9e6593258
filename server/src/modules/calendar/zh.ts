import { type CivilDate, weekdayOf, yearOf } from './civil-date.ts';
import type { TimeUnit } from './deadline.ts';
import type { Article, Line } from './explanation.ts';

const ARTICLES: Record<Article, string> = {
  'civil-code-201': '《民法典》第二百零一条',
  'civil-code-202': '《民法典》第二百零二条',
  'civil-code-203': '《民法典》第二百零三条',
  'licensing-law-82': '《行政许可法》第八十二条',
  'holiday-notice': '国务院办公厅节假日安排通知',
};

const COUNTED_IN: Record<TimeUnit, string> = { wd: '个工作日', day: '天', month: '天', year: '天' };

const weekday = (date: CivilDate): string => `周${'一二三四五六日'.charAt(weekdayOf(date) - 1)}`;

const monthAndDay = (date: CivilDate): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

const dayText = (date: CivilDate): string => `${yearOf(date)}年${monthAndDay(date)}（${weekday(date)}）`;

function rangeText({ from, to }: Line): string {
  if (from === to) return dayText(from);
  const year = yearOf(from) === yearOf(to) ? '' : `${yearOf(to)}年`;
  return `${yearOf(from)}年${monthAndDay(from)}至${year}${monthAndDay(to)}`;
}

function fact(line: Line, unit: TimeUnit): string {
  const amount = `${line.days} ${COUNTED_IN[unit]}`;
  const extended = line.counted && line.basis !== undefined ? '属延长的期限，' : '';
  switch (line.why) {
    case 'event-day':
      return `${rangeText(line)}为起算当日，不计入期限，自次日起算`;
    case 'counted':
      return `${rangeText(line)}${extended}计 ${amount}`;
    case 'makeup':
      return `${rangeText(line)}因${line.holiday}调休上班，${extended}计 ${amount}`;
    case 'weekend':
      return `${rangeText(line)}为周末，不计入期限`;
    case 'holiday':
      return `${rangeText(line)}为${line.holiday}假期，不计入期限`;
    case 'pause':
      return `${rangeText(line)}暂停计时，扣除 ${amount}`;
    case 'corresponding-day':
      return `按${unit === 'year' ? '年' : '月'}计算，对应的日期 ${dayText(line.to)}为最后一日`;
    case 'month-end':
      return `按${unit === 'year' ? '年' : '月'}计算，到期的月份没有对应的日期，以月末 ${dayText(line.to)}为最后一日`;
    case 'roll':
      return `最后一日 ${dayText(line.from)}逢${line.holiday ? `${line.holiday}假期` : '周末'}，顺延至 ${dayText(line.to)}`;
    case 'year-unpublished':
      return `${yearOf(line.from)}年的放假安排尚未公布，${rangeText(line)}暂按周一至周五上班推算，公布后重新计算`;
  }
}

/** "Why this date" as people read it, line by line. An article is named where it first matters, not on every weekend. */
export function sentences(lines: readonly Line[], unit: TimeUnit): string[] {
  const named = new Set<string>();
  return lines.map((line) => {
    const ground = line.basis ?? (line.article && ARTICLES[line.article]);
    if (ground === undefined || (line.basis === undefined && named.has(ground))) return fact(line, unit);
    named.add(ground);
    return `${fact(line, unit)}（依据：${ground}）`;
  });
}
