import { describe, expect, test } from 'vitest';
import { createWorld } from '../../../test/world.ts';
import { inTx } from '../../kernel/db.ts';
import { resumeStaff, suspendStaff } from '../org/staff.ts';
import { findStaff } from '../org/staff-store.ts';
import { findPersonRow } from './person-store.ts';
import { openPersonSession } from './sessions.ts';

const world = await createWorld();
const { db } = world.ctx;
const account = (who: { cookie: string }) => world.as(who).get('/api/my/account');
const desk = (who: { cookie: string }) => world.as(who).get('/api/desk/session');

async function seenAt(sessionId: string): Promise<Date> {
  const row = world.ctx.owner.selectFrom('identity.session').select('seen_at').where('id', '=', sessionId);
  return (await row.executeTakeFirstOrThrow()).seen_at;
}

describe('a person’s session', () => {
  test('says who I am, masked, with a token for forms', async () => {
    const citizen = await world.citizen();

    const reply = await world.as(citizen).get('/api/session');

    expect(reply.json()).toMatchObject({ person: { realNameLevel: 'L2' }, actingFor: null, mandateEnded: false });
    expect(reply.json().csrf).toMatch(/^[\w-]{43}$/);
    expect(reply.body).not.toContain(citizen.name);
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  test('is nobody’s without a cookie, or with one that means nothing', async () => {
    for (const who of [undefined, { cookie: '__Host-sid=x' }, { cookie: `__Host-sid=${'y'.repeat(43)}` }]) {
      expect((await world.as(who).get('/api/session')).json()).toMatchObject({ person: null, csrf: null });
      expect((await world.as(who).get('/api/my/account')).statusCode).toBe(401);
    }
  });

  test('is dead the moment one signs out, and the browser is told to forget', async () => {
    const citizen = await world.citizen();

    const reply = await world.as(citizen).delete('/api/session');

    expect(reply.statusCode).toBe(204);
    expect(reply.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(String(reply.headers['set-cookie'])).toMatch(/^__Host-sid=;.*Expires=Thu, 01 Jan 1970/);
    expect((await account(citizen)).statusCode).toBe(401);
  });

  test('ends after half an hour without a request, and twelve hours in all', async () => {
    const [idle, busy] = [await world.citizen(), await world.citizen()];
    for (let half = 0; half < 24; half += 1) {
      expect((await account(busy)).statusCode, `after ${half} half hours`).toBe(200);
      await world.moveClock('29 minutes 59 seconds');
      if (half === 0) expect((await account(busy)).statusCode).toBe(200);
      await world.moveClock('1 second');
      if (half === 0)
        expect((await account(idle)).json()).toMatchObject({ status: 401, type: 'identity/session-ended' });
      await world.moveClock('-1 second');
    }
    await world.moveClock('1 minute');

    expect((await account(busy)).json()).toMatchObject({ status: 401, type: 'identity/session-ended' });
    expect((await world.as(busy).get('/api/session')).json()).toMatchObject({ person: null });
  });

  test('notes when it was seen, at most once a minute', async () => {
    const citizen = await world.citizen();
    const first = await seenAt(citizen.actor.sessionId);

    await world.moveClock('30 seconds');
    await account(citizen);
    expect(await seenAt(citizen.actor.sessionId)).toEqual(first);

    await world.moveClock('31 seconds');
    await account(citizen);
    expect((await seenAt(citizen.actor.sessionId)).getTime()).toBeGreaterThan(first.getTime());
  });

  test('is one of five: a sixth ends the oldest, which is told', async () => {
    const citizen = await world.citizen();
    const row = await findPersonRow(db, citizen.id);
    const tokens: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      await world.moveClock('1 second');
      tokens.push((await inTx(db, (tx) => openPersonSession(tx, row!))).token);
    }

    expect((await account(citizen)).json()).toMatchObject({ status: 401, type: 'identity/signed-in-elsewhere' });
    for (const token of tokens) expect((await account({ cookie: `__Host-sid=${token}` })).statusCode).toBe(200);
  });

  test('opens nothing on the desk, nor an official’s anything of a person', async () => {
    const [citizen, clerk] = [await world.citizen(), await world.staff('reviewer')];
    const token = citizen.cookie.split('=')[1];

    expect((await desk({ cookie: `__Host-desk=${token}` })).statusCode).toBe(401);
    expect((await account({ cookie: `__Host-sid=${clerk.cookie.split('=')[1]}` })).statusCode).toBe(401);
  });
});

describe('an official’s session', () => {
  test('says which posts hold', async () => {
    const clerk = await world.staff('acceptanceOfficer');

    expect((await desk(clerk)).json()).toMatchObject({
      loginName: clerk.loginName,
      mustChangePassword: false,
      posts: [{ role: 'acceptanceOfficer', department: { name: '示例甲区市场监督管理局' }, itemKeys: null }],
      idleSeconds: 900,
    });
  });

  test('ends when the account is suspended, at the next request, and does not come back with it', async () => {
    const [clerk, administrator] = [await world.staff('reviewer'), await world.staff('securityAdministrator')];
    const change = async (verb: typeof suspendStaff) => {
      const { version } = (await findStaff(db, clerk.id))!;
      await inTx(db, (tx) => verb(tx, administrator.actor, { staffId: clerk.id, version }));
    };

    await change(suspendStaff);

    expect((await desk(clerk)).json()).toMatchObject({ status: 403, type: 'identity/account-suspended' });
    await world.settle();
    await change(resumeStaff);
    expect((await desk(clerk)).json()).toMatchObject({ status: 401, type: 'identity/session-ended' });
  });

  test('of an administrator ends after ten idle minutes, of others after fifteen', async () => {
    const [clerk, administrator] = [await world.staff('reviewer'), await world.staff('auditAdministrator')];

    await world.moveClock('10 minutes');

    expect((await desk(administrator)).statusCode).toBe(401);
    expect((await desk(clerk)).statusCode).toBe(200);
    await world.moveClock('15 minutes');
    expect((await desk(clerk)).statusCode).toBe(401);
  });

  test('signs out at once', async () => {
    const clerk = await world.staff('reviewer');

    expect((await world.as(clerk).delete('/api/desk/session')).statusCode).toBe(204);
    expect((await desk(clerk)).json()).toMatchObject({ status: 401, type: 'identity/session-ended' });
  });
});

test('signing out without a session is no error', async () => {
  expect((await world.as().delete('/api/session')).statusCode).toBe(204);
  expect((await world.as().delete('/api/desk/session')).statusCode).toBe(401);
});
