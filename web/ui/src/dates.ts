/**
 * How dates are said (ux R36): people read "11月21日（周六）下午2:08", staff read "2026-11-21 14:08". Moments are shown in
 * Asia/Shanghai, which has kept one offset since 1991; days are civil dates and are never moved by a time zone.
 */
export type Language = 'zh' | 'en';

const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const weekdays = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The civil date and the clock time of a moment, as 'YYYY-MM-DD' and 'HH:MM'. */
export function localParts(moment: string): { day: string; time: string } {
  const part = Object.fromEntries(shanghai.formatToParts(new Date(moment)).map((p) => [p.type, p.value]));
  return { day: `${part['year']}-${part['month']}-${part['day']}`, time: `${part['hour']}:${part['minute']}` };
}

const split = (day: string) => day.split('-').map(Number) as [number, number, number];
const weekday = (day: string, language: Language): string => {
  const [y, m, d] = split(day);
  return weekdays[language][new Date(Date.UTC(y, m - 1, d)).getUTCDay()] ?? '';
};

/** 12月3日, or 2027年1月4日 when a year is asked for. */
export function sayDay(day: string, language: Language = 'zh', withYear = false): string {
  const [y, m, d] = split(day);
  if (language === 'en') return `${d} ${months[m - 1]}${withYear ? ` ${y}` : ''}`;
  return `${withYear ? `${y}年` : ''}${m}月${d}日`;
}

/** 12月3日（周四） */
export const sayWeekday = (day: string, language: Language = 'zh', withYear = false): string =>
  language === 'en'
    ? `${weekday(day, 'en')} ${sayDay(day, 'en', withYear)}`
    : `${sayDay(day, 'zh', withYear)}（周${weekday(day, 'zh')}）`;

/** 下午2:08; noon is 中午12:08. */
export function sayTime(time: string, language: Language = 'zh'): string {
  if (language === 'en') return time;
  const [h = 0, m = 0] = time.split(':').map(Number);
  const part = h < 6 ? '凌晨' : h < 12 ? '上午' : h === 12 ? '中午' : h < 18 ? '下午' : '晚上';
  return `${part}${h > 12 ? h - 12 : h}:${String(m).padStart(2, '0')}`;
}

/** 11月21日（周六）下午2:08 */
export function sayMoment(moment: string, language: Language = 'zh', withYear = false): string {
  const { day, time } = localParts(moment);
  return `${sayWeekday(day, language, withYear)}${language === 'en' ? ', ' : ''}${sayTime(time, language)}`;
}

/** 2026-11-21 14:08, for staff and for documents. */
export function isoMoment(moment: string): string {
  const { day, time } = localParts(moment);
  return `${day} ${time}`;
}
