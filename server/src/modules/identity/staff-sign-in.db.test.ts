import { describe, expect, test } from 'vitest';
import { createWorld, type Official } from '../../../test/world.ts';
import { createApp } from '../../app.ts';
import { legalNow } from '../../kernel/clock.ts';
import { inTx } from '../../kernel/db.ts';
import { suspendStaff } from '../org/staff.ts';
import { hashPassword } from './passwords.ts';
import { DEMO_CODE, setStaffCredential } from './staff-sign-in.ts';
import { totpAt, totpStep } from './totp.ts';

const world = await createWorld();
const password = 'a long walk by the lake';
const passwordHash = await hashPassword(password);

const enter = (body: object) => world.as().post('/api/desk/session', body);
const cookieIn = (reply: { headers: Record<string, unknown> }) => ({
  cookie: /__Host-desk=[\w-]+/.exec(String(reply.headers['set-cookie']))?.[0] ?? '',
});
const desk = (who: { cookie: string }) => world.as(who).get('/api/desk/session');

async function demoAccount(role: Parameters<typeof world.staff>[0] = 'reviewer'): Promise<Official> {
  const official = await world.staff(role);
  await inTx(world.ctx.db, (tx) =>
    setStaffCredential(tx, official.id, { passwordHash, temporary: false, secondFactorSealed: null }),
  );
  return official;
}

function secretIn(uri: string): Buffer {
  const letters = [...new URL(uri).searchParams.get('secret')!];
  const bits = letters.map((l) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(l).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}
const codeNow = async (secret: Buffer): Promise<string> => totpAt(secret, totpStep(await legalNow(world.ctx.db)));

describe('a demo account', () => {
  test('signs in with name, password and the code shown beside it', async () => {
    const { loginName } = await demoAccount();

    const reply = await enter({ loginName, password, code: DEMO_CODE });

    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({ loginName, mustChangePassword: false, posts: [{ role: 'reviewer' }] });
    expect(String(reply.headers['set-cookie'])).toMatch(
      /^__Host-desk=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect((await desk(cookieIn(reply))).statusCode).toBe(200);
  });

  test('does not sign in in production, where that code means nothing', async () => {
    const { loginName } = await demoAccount();
    const app = await createApp({ ...world.ctx, config: { ...world.ctx.config, mode: 'production' } });

    const reply = await app.inject({
      method: 'POST',
      url: '/api/desk/session',
      headers: { 'x-tongban': '1' },
      payload: { loginName, password, code: DEMO_CODE },
    });

    expect(reply.statusCode).toBe(422);
  });
});

test('wrong password, wrong code, no credential and no account are refused alike', async () => {
  const [{ loginName }, without] = [await demoAccount(), await world.staff('reviewer')];

  const replies = [
    await enter({ loginName, password: 'another long walk', code: DEMO_CODE }),
    await enter({ loginName, password, code: '000000' }),
    await enter({ loginName: without.loginName, password, code: DEMO_CODE }),
    await enter({ loginName: 'nobody.at.all', password, code: DEMO_CODE }),
  ];

  const bodies = replies.map((reply) => ({ ...reply.json(), instance: '' }));
  expect(bodies[0]).toMatchObject({ status: 422, type: 'identity/staff-not-recognised' });
  for (const body of bodies) expect(body).toEqual(bodies[0]);
  const refused = world.ctx.owner
    .selectFrom('platform.audit')
    .select('subject_id')
    .where('action', '=', 'identity.signInRefused');
  expect((await refused.execute()).map((entry) => entry.subject_id)).toContain(without.id);
});

test('five failures lock the name for fifteen minutes, also under 64 guesses at once', async () => {
  const { loginName } = await demoAccount();

  const replies = await Promise.all(
    Array.from({ length: 64 }, (_, i) => enter({ loginName, password, code: String(100_000 + i) })),
  );

  expect(replies.filter((reply) => reply.statusCode === 422)).toHaveLength(5);
  expect((await enter({ loginName, password, code: DEMO_CODE })).json()).toMatchObject({ type: 'identity/locked' });
  await world.moveClock('15 minutes');
  expect((await enter({ loginName, password, code: DEMO_CODE })).statusCode).toBe(200);
});

test('the newest sign-in wins, the older one is told; of several at once one remains', async () => {
  const { loginName } = await demoAccount();
  const older = cookieIn(await enter({ loginName, password, code: DEMO_CODE }));

  const replies = await Promise.all(Array.from({ length: 4 }, () => enter({ loginName, password, code: DEMO_CODE })));

  expect(replies.map((reply) => reply.statusCode)).toEqual([200, 200, 200, 200]);
  expect((await desk(older)).json()).toMatchObject({ status: 401, type: 'identity/signed-in-elsewhere' });
  const alive = await Promise.all(replies.map((reply) => desk(cookieIn(reply))));
  expect(alive.filter((reply) => reply.statusCode === 200)).toHaveLength(1);
});

test('a suspended official is told so, and only after showing who they are', async () => {
  const [official, administrator] = [await demoAccount(), await world.staff('securityAdministrator')];
  await inTx(world.ctx.db, (tx) => suspendStaff(tx, administrator.actor, { staffId: official.id, version: 2 }));
  const { loginName } = official;

  expect((await enter({ loginName, password, code: DEMO_CODE })).json()).toMatchObject({
    status: 403,
    type: 'identity/account-suspended',
  });
  expect((await enter({ loginName, password: 'a wrong one', code: DEMO_CODE })).statusCode).toBe(422);
});

describe('a credential issued by the security administrator', () => {
  test('opens nothing but the change of its password; then the posts hold', async () => {
    const [official, administrator] = [
      await world.staff('acceptanceOfficer'),
      await world.staff('securityAdministrator'),
    ];
    const issued = (await world.as(administrator).post(`/api/desk/staff/${official.id}/credential`)).json();
    expect((await desk(official)).json()).toMatchObject({ type: 'identity/session-ended' });
    const secret = secretIn(issued.secondFactorUri);

    const reply = await enter({ loginName: issued.loginName, password: issued.password, code: await codeNow(secret) });

    expect(reply.json()).toMatchObject({ mustChangePassword: true, posts: [] });
    const me = world.as(cookieIn(reply));
    expect((await me.post('/api/desk/people/find', { idNumber: world.newIdNumber() })).statusCode).toBe(403);
    const change = (body: object) => me.put('/api/desk/session/password', body);
    expect((await change({ current: 'not this', password })).json()).toMatchObject({
      errors: [{ pointer: '/current' }],
    });
    expect((await change({ current: issued.password, password: 'short' })).json()).toMatchObject({
      status: 400,
      errors: [{ pointer: '/password', detail: expect.stringContaining('12') }],
    });
    expect((await change({ current: issued.password, password: issued.password })).statusCode).toBe(400);
    expect((await change({ current: issued.password, password })).statusCode).toBe(204);
    expect((await me.get('/api/desk/session')).json()).toMatchObject({
      mustChangePassword: false,
      posts: [{ role: 'acceptanceOfficer' }],
    });
  });

  test('has codes that serve once each', async () => {
    const [official, administrator] = [await world.staff('reviewer'), await world.staff('securityAdministrator')];
    const issued = (await world.as(administrator).post(`/api/desk/staff/${official.id}/credential`)).json();
    const body = {
      loginName: issued.loginName,
      password: issued.password,
      code: await codeNow(secretIn(issued.secondFactorUri)),
    };

    expect((await enter(body)).statusCode).toBe(200);
    expect((await enter(body)).statusCode).toBe(422);
    expect((await enter({ ...body, code: DEMO_CODE })).statusCode).toBe(422);
  });

  test('is not for oneself, nor for others to issue, nor beyond the region', async () => {
    const [official, administrator] = [await world.staff('reviewer'), await world.staff('securityAdministrator')];
    const issue = (who: Official, id: string) => world.as(who).post(`/api/desk/staff/${id}/credential`);

    expect((await issue(administrator, administrator.id)).statusCode).toBe(403);
    expect((await issue(official, administrator.id)).statusCode).toBe(403);
    expect((await issue(await world.staff('securityAdministrator', 690103), official.id)).statusCode).toBe(404);
    expect(
      (await issue(await world.staff('securityAdministrator', 690100, 'city-approval'), official.id)).statusCode,
    ).toBe(201);
  });
});
