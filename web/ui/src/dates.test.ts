import { expect, test } from 'vitest';
import { isoMoment, localParts, sayDay, sayMoment, sayTime, sayWeekday } from './dates.ts';

test('people read a moment in Shanghai with its weekday and part of the day', () => {
  expect(sayMoment('2026-11-21T06:08:00Z')).toBe('11月21日（周六）下午2:08');
  expect(sayMoment('2026-11-21T06:08:00Z', 'en')).toBe('Sat 21 Nov, 14:08');
});

test('a moment late in the evening of UTC belongs to the next day in Shanghai', () => {
  expect(localParts('2026-12-31T16:30:00Z')).toEqual({ day: '2027-01-01', time: '00:30' });
  expect(isoMoment('2026-12-31T16:30:00Z')).toBe('2027-01-01 00:30');
});

test('midnight and noon are said as people say them', () => {
  expect(sayTime('00:00')).toBe('凌晨0:00');
  expect(sayTime('12:05')).toBe('中午12:05');
  expect(sayTime('18:00')).toBe('晚上6:00');
});

test('a civil date is never moved by a time zone', () => {
  expect(sayWeekday('2027-01-01', 'zh', true)).toBe('2027年1月1日（周五）');
  expect(sayDay('2026-12-03')).toBe('12月3日');
  expect(sayDay('2026-12-03', 'en', true)).toBe('3 Dec 2026');
});
