import { describe, expect, test } from 'vitest';
import { type Citizen, createWorld } from '../../../test/world.ts';
import { createApp } from '../../app.ts';
import { inTx } from '../../kernel/db.ts';
import { revealPerson } from './people.ts';

const world = await createWorld();
const newcomer = () => world.citizen({ realName: false });
const cookieIn = (reply: { headers: Record<string, unknown> }) => ({
  cookie: String(reply.headers['set-cookie']).split(';')[0]!,
});
const verify = (who: { cookie: string }, body: object) => world.as(who).post('/api/my/real-name', body);

describe('my account', () => {
  test('is shown masked, with its version', async () => {
    const citizen = await world.citizen();

    const reply = await world.as(citizen).get('/api/my/account');

    expect(reply.headers.etag).toBe('"1"');
    expect(reply.json()).toMatchObject({
      idNumber: `6${'*'.repeat(16)}${citizen.idNumber.at(-1)}`,
      mobile: `100****${citizen.mobile.slice(-4)}`,
      realNameLevel: 'L2',
      registeredBy: 'self',
      version: 1,
    });
    for (const secret of [citizen.name, citizen.idNumber, citizen.mobile]) expect(reply.body).not.toContain(secret);
  });

  test('is changed on the version that was read, and on no other', async () => {
    const me = world.as(await world.citizen());
    const change = (headers: Record<string, string>) =>
      me.patch('/api/my/account', { elderMode: true, language: 'en' }, headers);

    expect((await change({})).json()).toMatchObject({ status: 428, type: 'request/if-match-required' });
    expect((await change({ 'if-match': '"7"' })).json()).toMatchObject({
      status: 412,
      type: 'request/stale',
      version: 1,
    });
    expect((await change({ 'if-match': 'seven' })).statusCode).toBe(400);
    const changed = await change({ 'if-match': '"1"' });
    expect(changed.headers.etag).toBe('"2"');
    expect(changed.json()).toMatchObject({ elderMode: true, language: 'en', version: 2 });
  });

  test('two devices change it at once: one wins', async () => {
    const me = world.as(await world.citizen());
    const change = (elderMode: boolean) => me.patch('/api/my/account', { elderMode }, { 'if-match': '"1"' });

    const replies = await Promise.all([change(true), change(false)]);

    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 412]);
  });

  test.each([
    [{}],
    [{ realNameLevel: 'L4' }],
    [{ version: 9 }],
    [{ elderMode: 'yes' }],
    [{ language: 'fr' }],
    [{ mobile: { number: '10001234567' } }],
  ])('a change of %j is a 400', async (body) => {
    const reply = await world.as(await world.citizen()).patch('/api/my/account', body, { 'if-match': '"1"' });

    expect(reply.statusCode).toBe(400);
  });

  test('gets a new number once a code sent there has come back', async () => {
    const citizen = await world.citizen();
    const [me, number] = [world.as(citizen), world.newMobile()];
    await me.post('/api/my/codes', { purpose: 'new-mobile', mobile: number });
    const code = await world.codeSentTo(number, 'new-mobile');
    const change = (given: string) =>
      me.patch('/api/my/account', { mobile: { number, code: given } }, { 'if-match': '"1"' });

    expect((await change(code === '000000' ? '000001' : '000000')).json()).toMatchObject({
      type: 'identity/code-wrong',
    });
    expect((await change(code)).json()).toMatchObject({ mobile: `100****${number.slice(-4)}`, version: 2 });
  });

  test('does not get a number that another account has', async () => {
    const [me, other] = [world.as(await world.citizen()), await world.citizen()];
    await me.post('/api/my/codes', { purpose: 'new-mobile', mobile: other.mobile });
    const code = await world.codeSentTo(other.mobile, 'new-mobile');

    const reply = await me.patch('/api/my/account', { mobile: { number: other.mobile, code } }, { 'if-match': '"1"' });

    expect(reply.json()).toMatchObject({ status: 409, type: 'identity/mobile-taken' });
  });

  test('does not get a new number long after signing in without a fresh proof', async () => {
    const me = world.as(await world.citizen());
    await world.moveClock('11 minutes');
    const number = world.newMobile();
    await me.post('/api/my/codes', { purpose: 'new-mobile', mobile: number });

    const code = await world.codeSentTo(number, 'new-mobile');
    const reply = await me.patch('/api/my/account', { mobile: { number, code } }, { 'if-match': '"1"' });

    expect(reply.json()).toMatchObject({ status: 403, type: 'identity/proof-required' });
  });
});

describe('the real name', () => {
  test('raises the account to L2 and gives the session a new token', async () => {
    const citizen = await newcomer();

    const reply = await verify(citizen, { name: ` ${citizen.name} `, idNumber: citizen.idNumber.toLowerCase() });

    expect(reply.json()).toMatchObject({ realNameLevel: 'L2' });
    expect(cookieIn(reply).cookie).not.toBe(citizen.cookie);
    expect((await world.as(citizen).get('/api/my/account')).statusCode).toBe(401);
    expect((await world.as(cookieIn(reply)).get('/api/my/account')).json()).toMatchObject({ realNameLevel: 'L2' });
  });

  test('is refused with words at the field when the number cannot be one', async () => {
    const citizen = await newcomer();
    const wrong = citizen.idNumber.slice(0, 17) + (citizen.idNumber.endsWith('1') ? '2' : '1');

    expect((await verify(citizen, { name: citizen.name, idNumber: wrong })).json()).toMatchObject({
      status: 400,
      type: 'request/invalid',
      errors: [{ pointer: '/idNumber', detail: expect.stringContaining('最后一位') }],
    });
    expect((await verify(citizen, { name: '示例<b>', idNumber: wrong })).json().errors).toHaveLength(2);
    expect((await verify(citizen, { name: '示\u0000例', idNumber: wrong })).json()).toMatchObject({
      status: 400,
      type: 'request/unreadable-text',
    });
    expect((await verify(citizen, { name: '示例\ud800', idNumber: wrong })).statusCode).toBe(400);
    expect((await verify(citizen, { name: citizen.name, idNumber: wrong, level: 'L4' })).statusCode).toBe(400);
  });

  test('is refused when the register says no, and nothing is decided when it does not answer', async () => {
    const citizen = await newcomer();

    expect((await verify(citizen, { name: '示例不符', idNumber: citizen.idNumber })).json()).toMatchObject({
      status: 422,
      type: 'identity/real-name-mismatch',
    });
    const silent = await verify(citizen, { name: '示例无应答', idNumber: citizen.idNumber });
    expect(silent.json()).toMatchObject({ status: 503, type: 'identity/real-name-unavailable' });
    expect(silent.headers['retry-after']).toBeDefined();
    expect((await verify(citizen, citizen)).statusCode).toBe(400);
    expect((await verify(citizen, { name: citizen.name, idNumber: citizen.idNumber })).statusCode).toBe(200);
  });

  test('is asked of the register five times a day at most, so that it matches no names for strangers', async () => {
    const citizen = await newcomer();
    const claim = { name: '示例不符', idNumber: citizen.idNumber };
    for (let i = 0; i < 5; i += 1) expect((await verify(citizen, claim)).statusCode).toBe(422);

    expect((await verify(citizen, claim)).json()).toMatchObject({ status: 429, type: 'request/too-many' });
  });

  test('is verified once', async () => {
    const citizen = await world.citizen();

    expect((await verify(citizen, { name: citizen.name, idNumber: citizen.idNumber })).json()).toMatchObject({
      status: 409,
      type: 'identity/named-already',
    });
  });

  test('two people register one ID number at once: one gets it, the other is told', async () => {
    const [one, two] = [await newcomer(), await newcomer()];
    const claim = { name: one.name, idNumber: one.idNumber };

    const replies = await Promise.all([verify(one, claim), verify(two, claim)]);

    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 409]);
    const refused = replies.find((reply) => reply.statusCode === 409);
    expect(refused?.json()).toMatchObject({ type: 'identity/id-number-taken', errors: [{ pointer: '/idNumber' }] });
  });

  test('in production no fictional number is taken, and a real one waits for a window while no register is connected', async () => {
    const citizen = await newcomer();
    const app = await createApp({ ...world.ctx, config: { ...world.ctx.config, mode: 'production' } });
    const send = (idNumber: string) =>
      app.inject({
        method: 'POST',
        url: '/api/my/real-name',
        headers: { 'x-tongban': '1', cookie: citizen.cookie },
        payload: { name: citizen.name, idNumber },
      });

    expect((await send(citizen.idNumber)).statusCode).toBe(400);
    expect((await send('11010519491231002X')).json()).toMatchObject({ status: 503 });
  });
});

describe('who looked at my data', () => {
  const look = async (citizen: Citizen, purpose: string) => {
    const clerk = await world.staff('reviewer');
    await inTx(world.ctx.db, (tx) => revealPerson(tx, world.ctx.keys, clerk.actor, citizen.id, purpose));
    return clerk;
  };

  test('is told with unit and purpose, the newest first, in pages', async () => {
    const citizen = await world.citizen();
    await look(citizen, '核对申请材料');
    await look(citizen, '电话通知领证');

    const first = (await world.as(citizen).get('/api/my/access-log?limit=1')).json();
    const second = (await world.as(citizen).get(`/api/my/access-log?limit=1&after=${first.next}`)).json();

    expect(first.items).toMatchObject([
      {
        action: 'identity.personRevealed',
        by: { kind: 'staff', departments: ['示例甲区市场监督管理局'], name: expect.stringMatching(/^示\*+$/) },
        purpose: '电话通知领证',
      },
    ]);
    expect(second).toMatchObject({ items: [{ purpose: '核对申请材料' }], next: null });
  });

  test('is told to me alone', async () => {
    const [citizen, other] = [await world.citizen(), await world.citizen()];
    await look(citizen, '核对申请材料');

    expect((await world.as(other).get('/api/my/access-log')).json()).toEqual({ items: [], next: null });
    expect((await world.as().get('/api/my/access-log')).statusCode).toBe(401);
  });
});
