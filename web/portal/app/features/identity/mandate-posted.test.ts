import { expect, test } from 'vitest';
import { blanksOf, mandateFrom } from './mandate-posted.ts';
import { zh } from './zh.ts';

const posted = (year: string, month: string, day: string) =>
  mandateFrom([
    ['/agentName', '示例·甲'],
    ['/agentIdNumber', '1'],
    ['/validTo', year],
    ['/validTo', month],
    ['/validTo', day],
  ]);

test('a date in three boxes becomes one day, also in full-width digits', () => {
  expect(posted('２０２７', '6', ' 30 ').validTo).toBe('2027-06-30');
});

test.each([
  ['2027', '2', '29'],
  ['2027', '13', '1'],
  ['', '', ''],
  ['27', '6', '30'],
])('%s-%s-%s is no day, and is said at its field', (year, month, day) => {
  expect(blanksOf(posted(year, month, day), false, zh)).toEqual([{ pointer: '/validTo', detail: zh.lastDayNeeded }]);
});

test('one grants for oneself unless a firm was chosen', () => {
  expect(posted('2027', '6', '30')).not.toHaveProperty('firmId');
  expect(mandateFrom([['firm', 'the-firm']])).toMatchObject({ firmId: 'the-firm' });
});
