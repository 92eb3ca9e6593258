import { expect, test } from 'vitest';
import { CARRIED, carriedFrom, packed, unpacked } from './carried.ts';

const typed = [
  ['csrf', 'x'],
  ['version', '3'],
  ['/shop/name', '示例 & 小店=1\r\n二行'],
  ['/goods', 'food'],
  ['/goods', 'drink'],
  ['/password', 'secret'],
] as const;

test('what was typed comes through the sign-in as it was, in its order', () => {
  const hidden = packed(carriedFrom(typed)).map((value) => [CARRIED, value] as const);

  expect(unpacked([['/mobile', '1'], ...hidden])).toEqual(typed.slice(1, 5));
});

test('no secret and no token comes along', () => {
  expect(carriedFrom(typed).map(([name]) => name)).not.toEqual(expect.arrayContaining(['csrf']));
  expect(JSON.stringify(carriedFrom(typed))).not.toContain('secret');
});
