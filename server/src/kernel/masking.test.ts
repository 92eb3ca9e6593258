import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mask } from './masking.ts';

test('names, ID numbers and mobile numbers are masked as the law’s usual practice has it', () => {
  expect(mask('name', '示例')).toBe('示*');
  expect(mask('name', '𬭚某某')).toBe('𬭚**');
  expect(mask('id-number', '690102199001010013')).toBe('6****************3');
  expect(mask('mobile', '10001234567')).toBe('100****4567');
});

test('a masked value never shows more than it should', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (value) => {
      expect([...mask('id-number', value)].filter((c) => c !== '*').length).toBeLessThanOrEqual(2);
      expect([...mask('name', value)].filter((c) => c !== '*').length).toBeLessThanOrEqual(1);
      expect(mask('text', value)).toMatch(/^\*+$/);
    }),
  );
});
