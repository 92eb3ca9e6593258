import { describe, expect, test } from 'vitest';
import { type Citizen, createWorld, type FirmAgent } from '../../../test/world.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { legalNow } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';

const world = await createWorld();
const key = () => ({ 'idempotency-key': newId() });
const today = async () => civilDate(await legalNow(world.ctx.db));
const cookieIn = (reply: { headers: Record<string, unknown> }) => ({
  cookie: String(reply.headers['set-cookie']).split(';')[0]!,
});

async function grant(from: { cookie: string }, to: Citizen, body: object = {}, headers = key()) {
  const agent = { agentName: to.name, agentIdNumber: to.idNumber, validTo: await today() };
  return await world.as(from).post('/api/my/mandates', { ...agent, ...body }, headers);
}
const revoke = (who: { cookie: string }, id: string) => world.as(who).post(`/api/my/mandates/${id}/revoke`);
const choose = (who: { cookie: string }, mandateId: string | null) =>
  world.as(who).post('/api/my/identity', { mandateId });

describe('a person grants a mandate', () => {
  test('and the agent may choose it; both see it masked', async () => {
    const [principal, agent] = [await world.citizen(), await world.citizen()];

    const granted = await grant(principal, agent, { itemKeys: ['residence-permit'] });

    expect(granted.statusCode).toBe(201);
    expect(granted.json()).toMatchObject({ statutory: false, itemKeys: ['residence-permit'], holds: true });
    const { id } = granted.json();
    const session = (await world.as(agent).get('/api/session')).json();
    expect(session.choices).toMatchObject([
      { id, principal: { kind: 'person', name: expect.stringMatching(/^示\*+$/) } },
    ]);
    expect((await world.as(principal).get('/api/my/mandates')).json().items).toMatchObject([{ id }]);
    expect(granted.body + JSON.stringify(session)).not.toContain(agent.name);
  });

  test('and the same request sent twice grants one', async () => {
    const [principal, agent, headers] = [await world.citizen(), await world.citizen(), key()];

    const replies = [await grant(principal, agent, {}, headers), await grant(principal, agent, {}, headers)];

    expect(replies[1]!.json()).toEqual(replies[0]!.json());
    expect((await world.as(principal).get('/api/my/mandates')).json().items).toHaveLength(1);
    expect((await grant(principal, agent, { itemKeys: ['x-1'] }, headers)).json()).toMatchObject({ status: 422 });
    expect((await world.as(principal).post('/api/my/mandates', {}, headers)).statusCode).toBe(400);
  });

  test('but not to somebody who cannot be told apart, to oneself, or for a time that cannot be', async () => {
    const [principal, agent] = [await world.citizen(), await world.citizen()];
    const unverified = await world.citizen({ realName: false });
    const year = Number((await today()).slice(0, 4));

    for (const [body, type, pointer] of [
      [{ agentName: '示例别人' }, 'identity/agent-unknown', '/agentIdNumber'],
      [{ agentIdNumber: world.newIdNumber() }, 'identity/agent-unknown', '/agentIdNumber'],
      [
        { agentName: principal.name, agentIdNumber: principal.idNumber },
        'identity/agent-is-principal',
        '/agentIdNumber',
      ],
      [{ validTo: '2020-01-01' }, 'identity/term-wrong', '/validTo'],
      [{ validTo: `${year + 3}-12-31` }, 'identity/term-wrong', '/validTo'],
      [{ validFrom: `${year + 1}-01-01` }, 'identity/term-wrong', '/validTo'],
    ] as const)
      expect((await grant(principal, agent, body)).json(), type).toMatchObject({
        status: 422,
        type,
        errors: [{ pointer }],
      });
    expect((await grant(unverified, agent)).json()).toMatchObject({ status: 403, type: 'identity/real-name-required' });
    expect((await grant(principal, agent, { validTo: '2026-02-30' })).statusCode).toBe(400);
    expect((await grant(principal, agent, { itemKeys: [] })).statusCode).toBe(400);
    expect((await grant(principal, agent, { statutory: true })).statusCode).toBe(400);
  });

  test('but not after ten searches a day, so that nobody is found by guessing', async () => {
    const [principal, agent] = [await world.citizen(), await world.citizen()];
    for (let i = 0; i < 10; i += 1)
      expect((await grant(principal, agent, { agentName: '示例别人' })).statusCode).toBe(422);

    expect((await grant(principal, agent)).json()).toMatchObject({ status: 429, type: 'request/too-many' });
  });

  test('but not long after signing in without a fresh proof', async () => {
    const [principal, agent] = [await world.citizen(), await world.citizen()];
    await world.moveClock('11 minutes');

    expect((await grant(principal, agent)).json()).toMatchObject({ status: 403, type: 'identity/proof-required' });
  });
});

describe('a firm', () => {
  test('is registered by its legal representative, who may act for it and grant mandates', async () => {
    const [boss, agent] = [await world.citizen(), await world.citizen()];

    const firm = (await world.as(boss).post('/api/my/firms', { uscc: world.newUscc(), name: '示例甲有限公司' })).json();

    expect((await world.as(boss).get('/api/session')).json().choices).toMatchObject([
      { id: firm.mandateId, statutory: true, principal: { kind: 'firm', name: '示例甲有限公司' }, validTo: null },
    ]);
    expect((await grant(boss, agent, { firmId: firm.id })).statusCode).toBe(201);
    expect((await grant(agent, boss, { firmId: firm.id })).json()).toMatchObject({ type: 'identity/not-principal' });
  });

  test('is not registered with a wrong code, by whom the register does not know, or twice', async () => {
    const [boss, uscc] = [await world.citizen(), world.newUscc()];
    const register = (who: Citizen, body: object) => world.as(who).post('/api/my/firms', body);
    const unverified = await world.citizen({ realName: false });

    expect((await register(boss, { uscc: uscc.slice(0, 17), name: '示例甲有限公司' })).json()).toMatchObject({
      status: 400,
      errors: [{ pointer: '/uscc' }],
    });
    expect((await register(boss, { uscc, name: '示例不符' })).json()).toMatchObject({ type: 'identity/firm-mismatch' });
    expect((await register(boss, { uscc, name: '示例无应答' })).statusCode).toBe(503);
    expect((await register(unverified, { uscc, name: '示例甲有限公司' })).statusCode).toBe(403);
    const both = await Promise.all(
      [boss, await world.citizen()].map((who) => register(who, { uscc, name: '示例甲有限公司' })),
    );
    expect(both.map((reply) => reply.statusCode).sort()).toEqual([201, 409]);
  });
});

describe('an agent acts', () => {
  const account = (who: { cookie: string }) => world.as(who).get('/api/my/account');

  test('under the mandate chosen, with a new token, and as oneself again', async () => {
    const agent = await world.firmAgent();

    expect((await world.as(agent).get('/api/session')).json()).toMatchObject({
      actingFor: { id: agent.mandateId, principal: { name: agent.firm.name } },
    });
    const oneself = await choose(agent, null);
    expect(oneself.json()).toMatchObject({ actingFor: null });
    expect((await account(agent)).statusCode).toBe(401);
    expect((await account(cookieIn(oneself))).statusCode).toBe(200);
  });

  test('not under somebody else’s mandate, nor one that has ended', async () => {
    const [agent, stranger] = [await world.firmAgent(), await world.citizen()];

    expect((await choose(stranger, agent.mandateId)).statusCode).toBe(404);
    expect((await choose(stranger, stranger.id)).statusCode).toBe(404);
    expect((await choose(stranger, 'not-an-id')).statusCode).toBe(400);
    await revoke(agent.legalRepresentative, agent.mandateId);
    expect((await choose(agent, agent.mandateId)).json()).toMatchObject({ status: 409, type: 'identity/mandate-over' });
    expect((await world.as().post('/api/my/identity', { mandateId: null })).statusCode).toBe(401);
  });

  const ended = async (agent: FirmAgent) => {
    expect((await account(agent)).json()).toMatchObject({ status: 403, type: 'identity/mandate-ended' });
    expect((await world.as(agent).get('/api/session')).json()).toMatchObject({ mandateEnded: true, actingFor: null });
    expect((await world.as(agent).get('/api/regions')).statusCode).toBe(200);
    expect((await account(cookieIn(await choose(agent, null)))).statusCode).toBe(200);
  };

  test('no longer at the next request after it was revoked; choosing again goes on', async () => {
    const agent = await world.firmAgent();
    expect((await account(agent)).statusCode).toBe(200);

    const revoked = await revoke(agent.legalRepresentative, agent.mandateId);

    expect(revoked.json()).toMatchObject({ holds: false, revokedAt: expect.any(String) });
    await ended(agent);
  });

  test('no longer on the day after its last', async () => {
    const agent = await world.firmAgent({ validTo: await today() });
    await world.ctx.ownerPool.query(
      `update identity.session set idle_seconds = 200000, expires_at = platform.legal_now() + interval '2 days'`,
    );

    await world.moveClock('1 day');

    await ended(agent);
  });
});

describe('a mandate is taken back', () => {
  test('by the principal alone', async () => {
    const [agent, stranger] = [await world.firmAgent(), await world.citizen()];

    expect((await revoke(stranger, agent.mandateId)).statusCode).toBe(404);
    expect((await revoke(agent, agent.mandateId)).statusCode).toBe(404);
    expect((await revoke(agent.legalRepresentative, agent.mandateId)).statusCode).toBe(200);
  });

  test('once, also when two windows are open; and not from the legal representative', async () => {
    const agent = await world.firmAgent();
    const boss = agent.legalRepresentative;

    const replies = await Promise.all([revoke(boss, agent.mandateId), revoke(boss, agent.mandateId)]);

    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 409]);
    const [own] = (await world.as(boss).get('/api/session')).json().choices;
    expect((await revoke(boss, own.id)).json()).toMatchObject({ status: 409, type: 'identity/statutory' });
  });

  test('and stays in the list, which is the history of who could act', async () => {
    const agent = await world.firmAgent();
    await revoke(agent.legalRepresentative, agent.mandateId);

    const { items } = (await world.as(agent.legalRepresentative).get('/api/my/mandates')).json();

    expect(items).toMatchObject([{ id: agent.mandateId, holds: false }]);
  });
});
