import { describe, expect, test } from 'vitest';
import { createWorld } from '../../../test/world.ts';
import { createApp } from '../../app.ts';
import { inTx } from '../../kernel/db.ts';
import { openSignInCode } from './codes.ts';
import { cookies } from './cookies.ts';

const world = await createWorld();
const anybody = world.as();

const ask = (mobile: string) => anybody.post('/api/session/code', { mobile });
const enter = (mobile: string, code: string) => anybody.post('/api/session/by-code', { mobile, code });
const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const cookieIn = (reply: { headers: Record<string, unknown> }): string =>
  /__Host-sid=[\w-]+/.exec(String(reply.headers['set-cookie']))?.[0] ?? '';

async function codeFor(mobile: string): Promise<string> {
  expect((await ask(mobile)).statusCode).toBe(202);
  return await world.codeSentTo(mobile);
}

describe('with a code', () => {
  test('a number without an account gets one, at level L1', async () => {
    const mobile = world.newMobile();

    const reply = await enter(mobile, await codeFor(mobile));

    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({ person: { name: null, realNameLevel: 'L1' }, actingFor: null, choices: [] });
    const me = await world.as({ cookie: cookieIn(reply) }).get('/api/my/account');
    expect(me.json()).toMatchObject({ mobile: `100****${mobile.slice(-4)}`, idNumber: null, hasPassword: false });
  });

  test('a number with an account signs in to it, however the number is written', async () => {
    const { mobile, name } = await world.citizen();
    const code = await codeFor(mobile);

    const reply = await enter(`+86 ${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}`, code);

    expect(reply.json().person.name).toBe(`${name[0]}${'*'.repeat(name.length - 1)}`);
  });

  test('a code serves once', async () => {
    const mobile = world.newMobile();
    const code = await codeFor(mobile);

    expect((await enter(mobile, code)).statusCode).toBe(200);
    expect((await enter(mobile, code)).json()).toMatchObject({ status: 422, type: 'identity/code-wrong' });
  });

  test('a code of another number, a wrong one and one never asked for are refused alike', async () => {
    const [known, unknown] = [(await world.citizen()).mobile, world.newMobile()];
    const code = await codeFor(known);

    const replies = await Promise.all([enter(known, otherThan(code)), enter(unknown, code)]);

    const bodies = replies.map((reply) => ({ ...reply.json(), instance: '' }));
    expect(bodies[0]).toMatchObject({ status: 422, type: 'identity/code-wrong', errors: [{ pointer: '/code' }] });
    expect(bodies[1]).toEqual(bodies[0]);
  });

  test('after five wrong tries the right code is refused, also when 64 guesses come at once', async () => {
    const mobile = world.newMobile();
    const code = await codeFor(mobile);
    const wrong = Array.from({ length: 64 }, (_, i) => String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0'));

    const replies = await Promise.all(wrong.map((guess) => enter(mobile, guess)));

    expect(new Set(replies.map((reply) => reply.statusCode))).toEqual(new Set([422]));
    expect((await enter(mobile, code)).statusCode).toBe(422);
  });

  test('of 64 right answers at once one signs in', async () => {
    const mobile = world.newMobile();
    const code = await codeFor(mobile);

    const replies = await Promise.all(Array.from({ length: 64 }, () => enter(mobile, code)));

    expect(replies.filter((reply) => reply.statusCode === 200)).toHaveLength(1);
  });

  test('a number has to wait a minute for the next code, is told how long, and the newer code replaces the older', async () => {
    const mobile = world.newMobile();
    const first = await codeFor(mobile);

    const tooSoon = await ask(mobile);

    expect(tooSoon.json()).toMatchObject({ status: 429, type: 'identity/code-too-soon' });
    expect(Number(tooSoon.headers['retry-after'])).toBeGreaterThan(50);
    await world.moveClock('61 s');
    const second = await codeFor(mobile);
    if (first !== second) expect((await enter(mobile, first)).statusCode).toBe(422);
    expect((await enter(mobile, second)).statusCode).toBe(200);
  });

  test('a code is too old after five minutes, for the person and for the message', async () => {
    const mobile = world.newMobile();
    const code = await codeFor(mobile);

    await world.moveClock('5 minutes');

    expect((await enter(mobile, code)).statusCode).toBe(422);
  });

  test('a number gets ten codes a day', async () => {
    const mobile = world.newMobile();
    for (let i = 0; i < 10; i += 1) {
      await world.moveClock('61 s');
      expect((await ask(mobile)).statusCode).toBe(202);
    }

    await world.moveClock('61 s');

    expect((await ask(mobile)).json()).toMatchObject({ status: 429, type: 'identity/code-too-soon' });
    await world.moveClock('1 day');
    expect((await ask(mobile)).statusCode).toBe(202);
  });

  test('one address gets twenty codes an hour, whatever the numbers', async () => {
    const app = await createApp({ ...world.ctx, config: { ...world.ctx.config, mode: 'demo' } });
    const askFrom = (remoteAddress: string) =>
      app.inject({
        method: 'POST',
        url: '/api/session/code',
        headers: { 'x-tongban': '1' },
        payload: { mobile: world.newMobile() },
        remoteAddress,
      });
    for (let i = 0; i < 20; i += 1) expect((await askFrom('127.0.0.2')).statusCode).toBe(202);

    expect((await askFrom('127.0.0.2')).statusCode).toBe(429);
    expect((await askFrom('127.0.0.3')).statusCode).toBe(202);
  });

  test('the event names neither number nor code, and the message is read once', async () => {
    const mobile = world.newMobile();
    await ask(mobile);

    const { rows } = await world.ctx.ownerPool.query(
      `select payload->'payload' as payload from graphile_worker._private_jobs where payload->>'event' = 'identity.codeRequested' order by id desc limit 1`,
    );

    expect(Object.keys(rows[0].payload).sort()).toEqual(['areaCode', 'codeId']);
    const read = () => inTx(world.ctx.db, (tx) => openSignInCode(tx, world.ctx.keys, rows[0].payload.codeId));
    expect(await read()).toMatchObject({ mobile, purpose: 'sign-in', code: expect.stringMatching(/^\d{6}$/) });
    expect(await read()).toBeUndefined();
  });
});

describe('what comes in is judged before anything is done', () => {
  test('a number that is none is a 400 that says how to mend it', async () => {
    const reply = await ask('12345');

    expect(reply.json()).toMatchObject({
      status: 400,
      errors: [{ pointer: '/mobile', detail: expect.stringMatching(/11 位/) }],
    });
  });

  test.each([
    [{}],
    [{ mobile: '10001234567', admin: true }],
    [{ mobile: 10001234567 }],
    [{ mobile: '1'.repeat(31) }],
    [{ mobile: '1000\u00001234567' }],
    [{ mobile: '' }],
  ])('%j is a 400', async (body) => {
    expect((await anybody.post('/api/session/code', body)).statusCode).toBe(400);
  });

  test('in production a fictional number is refused', async () => {
    const app = await createApp({ ...world.ctx, config: { ...world.ctx.config, mode: 'production' } });

    const reply = await app.inject({
      method: 'POST',
      url: '/api/session/code',
      headers: { 'x-tongban': '1' },
      payload: { mobile: world.newMobile() },
    });

    expect(reply.statusCode).toBe(400);
  });

  test('a change must come from our own pages', async () => {
    const mobile = world.newMobile();
    const send = (headers: Record<string, string>) =>
      world.app.inject({ method: 'POST', url: '/api/session/code', headers, payload: { mobile } });

    expect((await send({})).json()).toMatchObject({ status: 403, type: 'request/foreign-origin' });
    expect((await send({ 'x-tongban': '1', origin: 'https://elsewhere.example' })).statusCode).toBe(403);
    expect((await send({ 'x-tongban': '1', 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await send({ 'x-tongban': '1', origin: 'http://localhost:80' })).statusCode).not.toBe(403);
  });
});

describe('the cookie', () => {
  test('is for this host, our scripts cannot read it, and it is never the one that came along', async () => {
    const mobile = world.newMobile();
    const planted = `${cookies.person.name}=${'x'.repeat(43)}`;
    const code = await codeFor(mobile);

    const reply = await world.as({ cookie: planted }).post('/api/session/by-code', { mobile, code });

    expect(String(reply.headers['set-cookie'])).toMatch(
      /^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(cookieIn(reply)).not.toBe(planted);
    expect((await world.as({ cookie: planted }).get('/api/my/account')).statusCode).toBe(401);
  });

  test('of the session before is dead after signing in anew', async () => {
    const citizen = await world.citizen();
    const code = await codeFor(citizen.mobile);

    const reply = await world.as(citizen).post('/api/session/by-code', { mobile: citizen.mobile, code });

    expect((await world.as(citizen).get('/api/my/account')).statusCode).toBe(401);
    expect((await world.as({ cookie: cookieIn(reply) }).get('/api/my/account')).statusCode).toBe(200);
  });
});
