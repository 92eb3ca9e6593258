import { expect, test } from 'vitest';
import { matchingStep, totpAt, totpStep, totpUri } from './totp.ts';

const secret = Buffer.from('12345678901234567890');

test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('at %i seconds the code is the one of RFC 6238, appendix B', (seconds, code) => {
  expect(totpAt(secret, totpStep(new Date(seconds * 1000)), 8)).toBe(code);
});

test('a code serves for its own half minute and one on either side, and only once', () => {
  const now = new Date(1_111_111_111_000);
  const step = totpStep(now);

  expect(matchingStep(secret, totpAt(secret, step), now, 0)).toBe(step);
  expect(matchingStep(secret, totpAt(secret, step - 1), now, 0)).toBe(step - 1);
  expect(matchingStep(secret, totpAt(secret, step + 1), now, 0)).toBe(step + 1);
  expect(matchingStep(secret, totpAt(secret, step - 2), now, 0)).toBeUndefined();
  expect(matchingStep(secret, totpAt(secret, step), now, step)).toBeUndefined();
  expect(matchingStep(secret, '12345', now, 0)).toBeUndefined();
});

test('an authenticator reads the secret in base 32', () => {
  expect(totpUri(secret, 'a.clerk')).toBe(
    'otpauth://totp/Tongban:a.clerk?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tongban',
  );
});
