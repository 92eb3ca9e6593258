import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { blindIndex, loadKeys, newCode, seal, unseal, unsealText } from './crypto.ts';

const dir = mkdtempSync(join(tmpdir(), 'tongban-keys-'));
afterAll(() => rmSync(dir, { recursive: true }));
const keys = loadKeys(dir);

test('keys are made once, are readable by the owner alone, and stay the same', () => {
  const again = loadKeys(dir);

  expect(statSync(join(dir, 'keys/master-1')).mode & 0o777).toBe(0o600);
  expect(again.masters.get(1)).toEqual(keys.masters.get(1));
});

test('what was sealed can be opened, for the same use only', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(unsealText(keys, 'id-number', seal(keys, 'id-number', text))).toBe(text);
      expect(() => unseal(keys, 'mobile', seal(keys, 'id-number', text))).toThrow();
    }),
  );
});

test('a single changed bit is noticed', () => {
  const sealed = seal(keys, 'answers', 'content');

  for (let i = 0; i < sealed.length; i += 1) {
    const changed = Buffer.from(sealed);
    changed[i] = changed[i]! ^ 1;
    expect(() => unseal(keys, 'answers', changed)).toThrow();
  }
});

test('after rotation the old bytes still open and new ones use the new key', () => {
  const old = seal(keys, 'answers', 'before');
  writeFileSync(join(dir, 'keys/master-2'), Buffer.alloc(32, 7), { mode: 0o600 });

  const rotated = loadKeys(dir);

  expect(rotated.newest).toBe(2);
  expect(unsealText(rotated, 'answers', old)).toBe('before');
  expect(seal(rotated, 'answers', 'after').readUInt16BE(1)).toBe(2);
});

test('a blind index is equal for equal values and differs between uses', () => {
  expect(blindIndex(keys, 'mobile', '10000000001')).toEqual(blindIndex(keys, 'mobile', '１００００００００01'));
  expect(blindIndex(keys, 'mobile', '10000000001')).not.toEqual(blindIndex(keys, 'id-number', '10000000001'));
});

test('a code has the digits asked for', () => {
  for (let i = 0; i < 100; i += 1) expect(newCode(6)).toMatch(/^\d{6}$/);
});
