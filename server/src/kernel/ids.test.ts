import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaOf, idPattern, newId } from './ids.ts';

const areas = fc.integer({ min: 0, max: 999_999 });
const instants = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test('an id carries its area and is a UUID of version 8', () => {
  fc.assert(
    fc.property(areas, instants, (area, at) => {
      const id = newId(area, at);

      expect(areaOf(id)).toBe(area);
      expect(id).toMatch(new RegExp(idPattern));
    }),
  );
});

test('ids sort by the time at which they were made', () => {
  fc.assert(
    fc.property(areas, areas, instants, instants, (a, b, first, second) => {
      fc.pre(first < second);

      expect(newId(a, first) < newId(b, second)).toBe(true);
    }),
  );
});

test('ten thousand ids of one millisecond differ', () => {
  const ids = new Set(Array.from({ length: 10_000 }, () => newId(690102, 1)));

  expect(ids.size).toBe(10_000);
});

test('a number that is no area code is refused', () => {
  expect(() => newId(-1)).toThrow(RangeError);
  expect(() => newId(2 ** 20)).toThrow(RangeError);
  expect(() => newId(1.5)).toThrow(RangeError);
});
