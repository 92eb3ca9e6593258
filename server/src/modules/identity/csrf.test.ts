import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadKeys, newToken } from '../../kernel/crypto.ts';
import { checkCsrf, csrfToken } from './csrf.ts';

const keys = loadKeys(mkdtempSync(join(tmpdir(), 'tongban-csrf-')));

test('a form is taken only with the token of the cookie that comes along', () => {
  const [mine, other] = [newToken(), newToken()];

  expect(checkCsrf(keys, mine, csrfToken(keys, mine))).toBe(true);
  expect(checkCsrf(keys, other, csrfToken(keys, mine))).toBe(false);
  expect(checkCsrf(keys, mine, mine)).toBe(false);
  expect(checkCsrf(keys, undefined, csrfToken(keys, ''))).toBe(false);
  for (const none of [undefined, '', null, ['x']]) expect(checkCsrf(keys, mine, none)).toBe(false);
});
