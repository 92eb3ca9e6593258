import { expect, test } from 'vitest';
import { hashPassword, isPassword, passwordFault } from './passwords.ts';

const rule = { min: 8, context: ['10001234567', '示例甲', '通办'] };

test('a long password is good whatever it is made of', () => {
  for (const good of ['correct horse battery', '纸船明烛照天烧', 'ggtwovkq', '山高月小水落石出'])
    expect(passwordFault(good, { ...rule, min: 7 }), good).toBeUndefined();
});

test.each([
  ['short7!', '至少 8 个字符，现在是 7 个'],
  ['12345678', '常见密码'],
  ['Password123', '常见密码'],
  ['password12345678', '常见密码'],
  ['aaaaaaaaaaab', '重复'],
  ['my10001234567', '不要包含'],
  ['示例甲的长密码呀呀', '不要包含'],
  ['通办通办好好用用', '不要包含'],
  ['x'.repeat(10) + 'abcdefg'.repeat(20), '最多 128'],
])('%s is refused, and the reason says how to mend it', (password, reason) => {
  expect(passwordFault(password, rule)).toContain(reason);
});

test('a password is recognised by its argon2id hash, and nobody’s password never is', async () => {
  const hash = await hashPassword('correct horse battery');

  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword(hash, 'correct horse battery')).toBe(true);
  expect(await isPassword(hash, 'correct horse batterz')).toBe(false);
  expect(await isPassword(null, 'correct horse battery')).toBe(false);
  expect(await isPassword(undefined, '')).toBe(false);
});
