import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseNumber, readCaseNumber } from './number.ts';

const numbers = fc
  .tuple(fc.integer({ min: 110_000, max: 999_999 }), fc.integer({ min: 1, max: 99_999 }))
  .map(([area, serial]) => caseNumber(area, '2026-11-21', serial));

test('a case number shows area, day and serial, and is read back as people type it', () => {
  const number = caseNumber(690_102, '2026-11-21', 372);

  expect(number).toMatch(/^690102-261121-00372-[0-9A-Z]$/);
  expect(readCaseNumber(number)).toEqual({ number, areaCode: 690_102 });
  expect(readCaseNumber(` ${number.replaceAll('-', ' ').toLowerCase()} `)?.number).toBe(number);
});

test('any one wrong digit is found', () => {
  fc.assert(
    fc.property(numbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
      const plain = number.replaceAll('-', '');
      const digit = (Number(plain[at]) + by) % 10;
      const wrong = plain.slice(0, at) + digit + plain.slice(at + 1);

      expect(readCaseNumber(wrong)).toBeUndefined();
    }),
  );
});

test('what is no case number is told apart', () => {
  for (const text of ['', '690102', 'x'.repeat(18), '690102-261121-00372-'])
    expect(readCaseNumber(text)).toBeUndefined();
});
