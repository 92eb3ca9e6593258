import { describe, expect, test } from 'vitest';
import { attemptRules, mandateHolds, personSession, sessionEnd, staffSession } from './rules.ts';

describe('a mandate holds', () => {
  const term = { validFrom: '2026-03-02', validTo: '2026-03-06', revokedAt: null };

  test.each([
    ['2026-03-01', false],
    ['2026-03-02', true],
    ['2026-03-06', true],
    ['2026-03-07', false],
  ])('on %s: %s, its first and last day included', (on, holds) => {
    expect(mandateHolds(term, on)).toBe(holds);
  });

  test('without end when it is by law, and never once it was revoked', () => {
    expect(mandateHolds({ ...term, validTo: null }, '2099-12-31')).toBe(true);
    expect(mandateHolds({ ...term, revokedAt: new Date('2026-03-03T01:00:00Z') }, '2026-03-03')).toBe(false);
  });
});

describe('a session ends', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 1, minute));
  const session = { idleSeconds: 1800, seenAt: at(0), expiresAt: at(40), endedBy: null };

  test('after its idle time, after its whole time, or when it was ended, and not a second before', () => {
    expect(sessionEnd(session, new Date(at(30).getTime() - 1000))).toBeUndefined();
    expect(sessionEnd(session, at(30))).toBe('expired');
    expect(sessionEnd({ ...session, seenAt: at(20) }, at(39))).toBeUndefined();
    expect(sessionEnd({ ...session, seenAt: at(20) }, at(40))).toBe('expired');
    expect(sessionEnd({ ...session, endedBy: 'newer' }, at(1))).toBe('newer');
  });
});

test('sessions and attempts have the limits that were promised', () => {
  expect(personSession).toEqual({ idleSeconds: 30 * 60, absoluteSeconds: 12 * 3600, concurrent: 5 });
  expect(staffSession(['reviewer'])).toEqual({ idleSeconds: 15 * 60, absoluteSeconds: 8 * 3600, concurrent: 1 });
  expect(staffSession(['auditAdministrator'])).toEqual({ idleSeconds: 600, absoluteSeconds: 4 * 3600, concurrent: 1 });
  expect(attemptRules).toMatchObject({
    codeNextToNumber: { max: 1, seconds: 60 },
    codePerNumber: { max: 10, seconds: 86_400 },
    codePerAddress: { max: 20, seconds: 3600 },
    signInPerAddress: { max: 30, seconds: 300 },
    password: { max: 5, seconds: 900, lock: true },
    staffPassword: { max: 5, seconds: 900, lock: true },
    revealHourly: { max: 30, seconds: 3600 },
    revealDaily: { max: 100, seconds: 86_400 },
  });
});
