import { timingSafeEqual } from 'node:crypto';
import { blindIndex, type Keys } from '../../kernel/crypto.ts';

/**
 * The hidden field of a portal form, for pages that work without a script. It is bound to a cookie that another site can neither read
 * nor set (`__Host-`): the session's, or before sign-in the form cookie. Rotating the session changes it; nothing is stored.
 */
export const csrfToken = (keys: Keys, boundTo: string): string =>
  blindIndex(keys, 'csrf', boundTo).toString('base64url');

export function checkCsrf(keys: Keys, boundTo: string | undefined, given: unknown): boolean {
  if (boundTo === undefined || typeof given !== 'string') return false;
  const expected = Buffer.from(csrfToken(keys, boundTo));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
