import { beforeAll, describe, expect, test } from 'vitest';
import { key, match, openShop, type Shop } from '../../../test/shop.ts';
import type { SignedInAs, World } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { inTx } from '../../kernel/db.ts';
import { revokeMandate } from '../identity/mandates.ts';
import { grantPost } from '../org/public.ts';

let shop: Shop;
let world: World;
beforeAll(async () => {
  shop = await openShop();
  world = shop.world;
});

describe('acceptance', () => {
  test('needs every point judged and passed; then both clocks start', async () => {
    const { id, version, citizen } = await shop.aSubmitted();
    const received = await shop.act(shop.clerk, id, 'receive', version);

    const early = await world.as(shop.clerk).post(`/api/cases/${id}/accept`, {}, match(received));
    await shop.judge(id, received, 'FAIL');
    const failed = await world.as(shop.clerk).post(`/api/cases/${id}/accept`, {}, match(received));
    await shop.judge(id, received);
    await shop.act(shop.clerk, id, 'accept', received);

    expect(early.json()).toMatchObject({
      status: 422,
      type: 'cases/points-open',
      errors: [{ pointer: '/points/front-clear' }],
    });
    expect(failed.json<{ errors: { detail: string }[] }>().errors[0]?.detail).toBe('请重新拍摄门面，店名要看得清');
    const view = await world.as(citizen).get(`/api/my/cases/${id}`);
    expect(view.json()).toMatchObject({
      state: 'ACCEPTED',
      clocks: { running: 'promised', promised: { length: 5 }, statutory: { length: 20 } },
    });
  });

  test('a point that the answers decide is judged by itself, and can be overruled', async () => {
    const { id, version } = await shop.aSubmitted();
    const received = await shop.act(shop.clerk, id, 'receive', version);

    const before = await world.as(shop.clerk).get(`/api/cases/${id}`);
    await world
      .as(shop.clerk)
      .put(`/api/cases/${id}/points/area-small`, { verdict: 'FAIL', note: '现场不符' }, match(received));
    const after = await world.as(shop.clerk).get(`/api/cases/${id}`);

    const find = (reply: typeof before) =>
      reply.json<{ points: { key: string }[] }>().points.find((point) => point.key === 'area-small');
    expect(find(before)).toMatchObject({ verdict: 'PASS', automatic: true });
    expect(find(after)).toMatchObject({
      verdict: 'FAIL',
      automatic: false,
      note: '现场不符',
      judgedBy: shop.clerk.name,
    });
  });

  test('a point of a material that this case does not need is not there to be judged', async () => {
    const { id, version } = await shop.aSubmitted();
    const received = await shop.act(shop.clerk, id, 'receive', version);

    const reply = await world
      .as(shop.clerk)
      .put(`/api/cases/${id}/points/kitchen-clean`, { verdict: 'PASS' }, match(received));

    expect(reply.statusCode).toBe(404);
  });

  test('is not for another area, another role, or the applicant', async () => {
    const { id, version, citizen } = await shop.aSubmitted();
    const elsewhere = await world.staff('acceptanceOfficer', 690103, 'approval');

    const replies = await Promise.all(
      [elsewhere, shop.reviewer, citizen].map((who) =>
        world.as(who).post(`/api/cases/${id}/receive`, {}, match(version)),
      ),
    );

    expect(replies.map((r) => r.statusCode)).toEqual([404, 409, 401]);
  });

  test('two clerks at once: one wins, the other is told that the case has changed', async () => {
    const { id, version } = await shop.aSubmitted();
    const second = await world.staff('acceptanceOfficer', 690102, 'approval');

    const replies = await Promise.all(
      [shop.clerk, second].map((who) => world.as(who).post(`/api/cases/${id}/receive`, {}, match(version))),
    );

    expect(replies.map((r) => r.statusCode).sort()).toEqual([200, 412]);
  });
});

test('who acted for a firm is told while the mandate holds, and after that its legal representative', async () => {
  const agent = await world.firmAgent();
  const { id, version } = await shop.aSubmitted(agent);
  await world.settle();
  const titles = async (who: SignedInAs) =>
    (await world.as(who).get('/api/my/notices')).json<{ items: { title: string }[] }>().items.map(({ title }) => title);
  const told = await titles(agent);

  await inTx(world.ctx.db, (tx) => revokeMandate(tx, agent.legalRepresentative.actor, agent.mandateId));
  await shop.act(shop.clerk, id, 'receive', version);
  await world.settle();

  expect(told).toHaveLength(1);
  expect(await titles(agent.legalRepresentative)).toEqual([expect.stringContaining('已收件')]);
});

describe('review and decision', () => {
  test('the reviewer who claimed recommends; another cannot', async () => {
    const { id, version } = await shop.anAccepted();
    const claimed = await shop.act(shop.reviewer, id, 'startReview', version);
    const colleague = await world.staff('reviewer');

    const other = await world.as(colleague).post(`/api/cases/${id}/recommend`, { note: '准予' }, match(claimed));
    const silent = await world.as(shop.reviewer).post(`/api/cases/${id}/recommend`, {}, match(claimed));

    expect(other.json()).toMatchObject({ status: 409, type: 'cases/claimed' });
    expect(silent.json()).toMatchObject({ status: 422, type: 'cases/note-needed' });
  });

  test('a granted case is delivered electronically by itself and closed when the applicant confirms', async () => {
    const { id, version, citizen } = await shop.aPending();

    await shop.act(shop.decider, id, 'grant', version, {}, key());
    await world.settle();
    const told = await world.as(citizen).get(`/api/my/cases/${id}`);
    const confirmed = await world
      .as(citizen)
      .post(`/api/my/cases/${id}/confirmDelivery`, {}, match(told.json<{ version: number }>().version));

    expect(told.json()).toMatchObject({
      state: 'DELIVERING',
      decision: { result: 'GRANTED' },
      clocks: { running: 'delivery' },
      allowedActions: ['confirmDelivery'],
    });
    expect(confirmed.json()).toMatchObject({ state: 'CLOSED' });
    const notices = await world.as(citizen).get('/api/my/notices');
    expect(notices.json<{ items: unknown[] }>().items.length).toBeGreaterThanOrEqual(4);
  });

  test('a refusal needs a reason and a legal basis, and carries the remedies', async () => {
    const { id, version, citizen } = await shop.aPending();
    const refuse = (body: object) =>
      world.as(shop.decider).post(`/api/cases/${id}/refuse`, body, { ...match(version), ...key() });

    const bare = await refuse({});
    const groundless = await refuse({ note: '不符合条件' });
    const whole = await refuse({ note: '不符合条件', basis: ['《中华人民共和国行政许可法》第三十八条'] });

    expect([bare.statusCode, groundless.statusCode, whole.statusCode]).toEqual([422, 422, 200]);
    const view = await world.as(citizen).get(`/api/my/cases/${id}`);
    expect(view.json()).toMatchObject({
      decision: { result: 'REFUSED', reason: '不符合条件', remedies: expect.stringContaining('行政复议') },
    });
  });

  test('nothing is granted over a point that the reviewer found wanting', async () => {
    const { id, version } = await shop.anAccepted();
    const claimed = await shop.act(shop.reviewer, id, 'startReview', version);
    await world.as(shop.reviewer).put(`/api/cases/${id}/points/front-clear`, { verdict: 'FAIL' }, match(claimed));
    const pending = await shop.act(shop.reviewer, id, 'recommend', claimed, { note: '照片看不清' });

    const reply = await world.as(shop.decider).post(`/api/cases/${id}/grant`, {}, { ...match(pending), ...key() });
    const view = await world.as(shop.decider).get(`/api/cases/${id}`);

    expect(reply.json()).toMatchObject({ status: 422, type: 'cases/points-open' });
    expect(view.json<{ blocked: object }>().blocked).toHaveProperty('grant');
  });

  test('who reviewed cannot decide, though she holds both posts', async () => {
    const accepted = await shop.anAccepted();
    const both = await world.staff('reviewer');
    const [post] = both.actor.posts;
    await inTx(world.ctx.db, (tx) =>
      grantPost(tx, system('test'), { ...post!, staffId: both.id, version: 2, role: 'decisionMaker', itemKeys: null }),
    );
    let version = await shop.act(both, accepted.id, 'startReview', accepted.version);
    version = await shop.act(both, accepted.id, 'recommend', version, { note: '建议准予' });

    const reply = await world.as(both).post(`/api/cases/${accepted.id}/grant`, {}, { ...match(version), ...key() });
    const view = await world.as(both).get(`/api/cases/${accepted.id}`);

    expect(reply.json()).toMatchObject({ status: 403, type: 'cases/same-person' });
    expect(view.json<{ blocked: object }>().blocked).toHaveProperty('grant');
  });

  test('a wrong state says what is possible instead', async () => {
    const { id, version } = await shop.anAccepted();

    const reply = await world.as(shop.reviewer).post(`/api/cases/${id}/recommend`, { note: '早了' }, match(version));

    expect(reply.json()).toMatchObject({ status: 409, type: 'cases/not-allowed', allowed: ['startReview'] });
  });
});
