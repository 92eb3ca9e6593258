import { describe, expect, test } from 'vitest';
import { kindOf, nothing, scan } from './scanner.ts';

/** Types the keys with the given pause between them and returns the code that came out, if any. */
function typed(keys: string[], pauseMs: number): string | undefined {
  let burst = nothing;
  let found: string | undefined;
  keys.forEach((key, n) => {
    const read = scan(burst, key, 1000 + n * pauseMs);
    burst = read.burst;
    found ??= read.code;
  });
  return found;
}

describe('a scanner is told from a person by its speed', () => {
  const number = '690102-261121-00372-8';

  test('a burst that ends with Enter is a code', () => {
    expect(typed([...number, 'Enter'], 8)).toBe(number);
  });

  test('the same keys typed by a person are none', () => {
    expect(typed([...number, 'Enter'], 90)).toBeUndefined();
  });

  test('Shift in the middle of a burst does not break it', () => {
    expect(typed([...'69010', 'Shift', 'X', 'Enter'], 8)).toBe('69010X');
  });

  test('a short burst is no code: somebody drummed on the keys', () => {
    expect(typed(['j', 'j', 'Enter'], 8)).toBeUndefined();
  });
});

test.each([
  ['690102-261121-00372-8', 'case-number'],
  ['690102-261121-00372-K', 'case-number'],
  ['69010219900101123X', 'citizen-id'],
  ['hello', 'unknown'],
] as const)('%s is a %s', (code, kind) => {
  expect(kindOf(code)).toBe(kind);
});
