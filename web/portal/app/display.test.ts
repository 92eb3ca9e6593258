import { expect, test } from 'vitest';
import { changeDisplay, displayCookie, displayOf } from './display.ts';

const nothing = new URLSearchParams();
const plain = { mode: 'std', scale: 100, theme: 'light' } as const;

test('what was chosen once is read back from the cookie, wherever it stands among others', () => {
  const chosen = { mode: 'elder', scale: 150, theme: 'hc' } as const;

  const [cookie = ''] = displayCookie(chosen).split(';');

  expect(displayOf(`a=b; ${cookie}; c=d`, nothing)).toEqual(chosen);
});

test('the address outranks the cookie', () => {
  expect(displayOf('display=elder.125.light', new URLSearchParams('mode=std'))).toEqual({ ...plain, scale: 125 });
});

test.each(['display=x.y.z', 'display=elder', 'display=std.999.dark', 'mydisplay=elder.200.hc', null])(
  'a cookie that means nothing changes nothing (%s)',
  (cookie) => {
    expect(displayOf(cookie, new URLSearchParams('mode=loud&scale=1000&theme='))).toEqual(plain);
  },
);

test('a form changes what it names and leaves the rest', () => {
  expect(changeDisplay({ ...plain, mode: 'elder' }, { scale: '200' })).toEqual({ ...plain, mode: 'elder', scale: 200 });
});
