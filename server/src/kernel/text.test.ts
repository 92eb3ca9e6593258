import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from './problem.ts';
import { readableText } from './text.ts';

const refusalOf = (value: unknown): Problem | undefined => {
  try {
    readableText(value);
    return undefined;
  } catch (error) {
    return error as Problem;
  }
};

test.each([
  ['a NUL', 'a\u0000b'],
  ['a lone surrogate', 'a\ud800b'],
  ['an escape', '\u001b[31m'],
  ['a bidirectional override', '张\u202e三'],
  ['a C1 control', 'a\u0085b'],
])('text with %s is refused with its place', (_, bad) => {
  const refusal = refusalOf({ shop: { names: ['好', bad] } });

  expect(refusal).toBeInstanceOf(Problem);
  expect(refusal?.status).toBe(400);
  expect(refusal?.extra['errors']).toMatchObject([{ pointer: '/shop/names/1' }]);
});

test('a bad key is refused as well as a bad value', () => {
  expect(refusalOf({ 'a\u0000': 1 })?.status).toBe(400);
});

test('rare characters, line breaks and emoji pass, in normal form C', () => {
  const text = '𬭚㛃·阿卜杜拉\r\n\te\u0301 👍';

  expect(readableText({ text })).toEqual({ text: text.normalize('NFC') });
});

test('whatever passes is well formed and free of controls', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(refusalOf(text) === undefined);

      expect(readableText(text).isWellFormed()).toBe(true);
      expect(readableText(text)).not.toContain('\u0000');
    }),
  );
});

test('nesting deeper than 32 and lists longer than 1000 are refused', () => {
  const deep = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`);

  expect(refusalOf(deep)?.status).toBe(400);
  expect(refusalOf(Array(1001).fill(1))?.status).toBe(400);
});
