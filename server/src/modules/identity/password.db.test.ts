import { beforeEach, describe, expect, test } from 'vitest';
import { type Citizen, createWorld } from '../../../test/world.ts';
import { isPassword } from './passwords.ts';

const world = await createWorld();
const good = 'paper boats in the rain';
const enter = (mobile: string, password: string) => world.as().post('/api/session/by-password', { mobile, password });

const cookieIn = (reply: { headers: Record<string, unknown> }): string =>
  String(reply.headers['set-cookie']).split(';')[0]!;

let citizen: Citizen;
beforeEach(async () => {
  const fresh = await world.citizen();
  const reply = await world.as(fresh).put('/api/my/password', { password: good });
  expect(reply.statusCode).toBe(200);
  citizen = { ...fresh, cookie: cookieIn(reply) };
});

describe('signing in by password', () => {
  test('works, and audits who came', async () => {
    const reply = await enter(citizen.mobile, good);

    expect(reply.statusCode).toBe(200);
    const audited = await world.ctx.owner
      .selectFrom('platform.audit')
      .select('action')
      .where('actor_id', '=', citizen.id)
      .where('action', '=', 'identity.signedIn')
      .execute();
    expect(audited).toHaveLength(2);
  });

  test('a wrong password, a number without a password and a number without an account are refused alike', async () => {
    const noPassword = await world.citizen();

    const replies = [
      await enter(citizen.mobile, 'another password'),
      await enter(noPassword.mobile, good),
      await enter(world.newMobile(), good),
    ];

    const bodies = replies.map((reply) => ({ ...reply.json(), instance: '' }));
    expect(bodies[0]).toMatchObject({
      status: 422,
      type: 'identity/password-wrong',
      errors: [{ pointer: '/password' }],
    });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
    expect(replies.map((reply) => Object.keys(reply.headers).sort())).toEqual(
      Array(3).fill(Object.keys(replies[0]!.headers).sort()),
    );
  });

  test('the same hashing is done whether or not there is an account', async () => {
    const timeOf = async (hash: string | undefined) => {
      const before = performance.now();
      for (let i = 0; i < 5; i += 1) await isPassword(hash, 'whatever');
      return performance.now() - before;
    };
    await isPassword(undefined, 'the first makes the hash of nobody');

    expect(await timeOf(undefined)).toBeGreaterThan(20);
  });

  test('five failures lock the number for fifteen minutes, with or without an account, also under 64 guesses at once', async () => {
    for (const mobile of [citizen.mobile, world.newMobile()]) {
      const replies = await Promise.all(Array.from({ length: 64 }, (_, i) => enter(mobile, `guess number ${i}`)));

      const statuses = replies.map((reply) => reply.statusCode);
      expect(statuses.filter((status) => status === 422)).toHaveLength(5);
      expect(statuses.filter((status) => status === 429)).toHaveLength(59);
      const locked = await enter(mobile, good);
      expect(locked.json()).toMatchObject({ status: 429, type: 'identity/locked' });
      expect(Number(locked.headers['retry-after'])).toBeGreaterThan(14 * 60);
    }

    await world.moveClock('15 minutes');

    expect((await enter(citizen.mobile, good)).statusCode).toBe(200);
  });

  test('a success forgets the failures before it', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 4; i += 1) expect((await enter(citizen.mobile, 'not it at all')).statusCode).toBe(422);
      expect((await enter(citizen.mobile, good)).statusCode).toBe(200);
    }
  });
});

describe('setting a password', () => {
  test('needs a fresh proof: ten minutes after signing in a code is asked for', async () => {
    await world.moveClock('10 minutes 1 second');

    const refused = await world.as(citizen).put('/api/my/password', { password: 'other paper boats' });

    expect(refused.json()).toMatchObject({ status: 403, type: 'identity/proof-required' });
    await world.as(citizen).post('/api/my/codes', { purpose: 'proof' });
    const code = await world.codeSentTo(citizen.mobile, 'proof');
    const proved = await world.as(citizen).post('/api/my/proof', { code });
    const cookie = cookieIn(proved);
    expect((await world.as({ cookie }).put('/api/my/password', { password: 'other paper boats' })).statusCode).toBe(
      200,
    );
    expect((await world.as(citizen).get('/api/my/account')).statusCode).toBe(401);
  });

  test('a code to sign in with is no proof', async () => {
    await world.as().post('/api/session/code', { mobile: citizen.mobile });
    const code = await world.codeSentTo(citizen.mobile, 'sign-in');

    const reply = await world.as(citizen).post('/api/my/proof', { code });

    expect(reply.json()).toMatchObject({ status: 422, type: 'identity/code-wrong' });
  });

  test('signs out the other devices', async () => {
    const other = cookieIn(await enter(citizen.mobile, good));
    const mine = cookieIn(await enter(citizen.mobile, good));

    await world.as({ cookie: mine }).put('/api/my/password', { password: 'other paper boats' });

    expect((await world.as({ cookie: other }).get('/api/my/account')).json()).toMatchObject({
      status: 401,
      type: 'identity/session-ended',
    });
    expect((await enter(citizen.mobile, good)).statusCode).toBe(422);
    expect((await enter(citizen.mobile, 'other paper boats')).statusCode).toBe(200);
  });

  test('a weak one is a 400 that says how to mend it', async () => {
    const fresh = await world.citizen();
    for (const weak of ['short', '12345678', `${fresh.mobile}!`, `${fresh.name}的密码`]) {
      const reply = await world.as(fresh).put('/api/my/password', { password: weak });

      expect(reply.json(), weak).toMatchObject({ status: 400, errors: [{ pointer: '/password' }] });
    }
  });
});
