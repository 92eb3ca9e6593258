import { beforeAll, describe, expect, test } from 'vitest';
import { anItem, district, givePublished } from '../../../test/items.ts';
import { key, match, openShop, type Shop, starting } from '../../../test/shop.ts';
import { shopAnswers } from '../../../test/shop-item.ts';
import type { World } from '../../../test/world.ts';
import { forgetExpiredDrafts } from './draft.ts';

let shop: Shop;
let world: World;
beforeAll(async () => {
  shop = await openShop();
  world = shop.world;
});

describe('a draft', () => {
  test('is begun once and resumed ever after, on whatever device', async () => {
    const citizen = await world.citizen();

    const first = await shop.aDraft(citizen);
    const again = await shop.aDraft(citizen);

    expect(again).toMatchObject({ id: first.id, resumed: true });
  });

  test('keeps what was typed though it is wrong, and says what is wrong at each field', async () => {
    const citizen = await world.citizen();
    const { id, version } = await shop.aDraft(citizen);

    const saved = await world
      .as(citizen)
      .put(`/api/my/cases/${id}/answers`, { answers: { shop: { name: '名'.repeat(11), area: -1 } } }, match(version));
    const view = await world.as(citizen).get(`/api/my/cases/${id}`);

    expect(saved.statusCode).toBe(200);
    expect(saved.json<{ errors: { pointer: string }[] }>().errors.map((e) => e.pointer)).toEqual(
      expect.arrayContaining(['/shop/name', '/shop/area']),
    );
    expect(view.json()).toMatchObject({ answers: { shop: { name: '名'.repeat(11), area: -1 } }, state: 'DRAFT' });
  });

  test('refuses a field that the form does not have, and a version that is stale', async () => {
    const citizen = await world.citizen();
    const { id, version } = await shop.aDraft(citizen);

    const unknown = await world
      .as(citizen)
      .put(`/api/my/cases/${id}/answers`, { answers: { decision: 'granted' } }, match(version));
    const stale = await world.as(citizen).put(`/api/my/cases/${id}/answers`, { answers: {} }, match(version + 9));
    const without = await world.as(citizen).put(`/api/my/cases/${id}/answers`, { answers: {} });

    expect([unknown.statusCode, stale.statusCode, without.statusCode]).toEqual([400, 412, 428]);
  });

  test('of somebody else is not there, and no official looks into it', async () => {
    const { id } = await shop.aDraft(await world.citizen());

    const other = await world.as(await world.citizen()).get(`/api/my/cases/${id}`);
    const official = await world.as(shop.clerk).get(`/api/cases/${id}`);

    expect([other.statusCode, official.statusCode]).toEqual([404, 404]);
  });

  test('can be thrown away by its owner, with its files', async () => {
    const citizen = await world.citizen();
    const { id, version } = await shop.aFullDraft(citizen);

    const gone = await world.as(citizen).delete(`/api/my/cases/${id}`, match(version));

    expect(gone.statusCode).toBe(204);
    expect((await world.as(citizen).get(`/api/my/cases/${id}`)).statusCode).toBe(404);
  });

  test('is forgotten after ninety days without a visit, and not a day earlier', async () => {
    const citizen = await world.citizen();
    const { id } = await shop.aFullDraft(citizen);
    const kept = () => world.ctx.db.selectFrom('cases.case').select('id').where('id', '=', id).execute();

    await world.moveClock('90 days');
    await forgetExpiredDrafts(world.ctx);
    const onTheLastDay = await kept();
    await world.moveClock('1 day');
    await forgetExpiredDrafts(world.ctx);
    const after = await kept();
    await world.moveClock('-91 days');

    expect([onTheLastDay.length, after.length]).toEqual([1, 0]);
  });

  test('is not begun when the answers show that the item is the wrong one, or when there is no such item', async () => {
    const citizen = await world.citizen();
    const start = (itemKey: string, business: string) =>
      world.as(citizen).post('/api/my/cases', { ...starting, itemKey, situation: { business } });

    expect((await start('shop-permit', 'none')).statusCode).toBe(422);
    expect((await start('shop-permit', 'anything')).statusCode).toBe(400);
    expect((await start('no-such-item', 'sale')).statusCode).toBe(404);
  });
});

describe('submitting', () => {
  test('gives a number, pins the limits and starts the receipt clock', async () => {
    const { citizen, id, number } = await shop.aSubmitted();

    const view = await world.as(citizen).get(`/api/my/cases/${id}`);

    expect(number).toMatch(/^690102-\d{6}-\d{5}-[0-9A-Z]$/);
    expect(view.json()).toMatchObject({
      state: 'SUBMITTED',
      clocks: { running: 'receipt', receipt: { length: 5, unit: 'wd' } },
      timeline: [{ action: 'submit', part: 'applicant', toState: 'SUBMITTED' }],
      stations: [
        { key: 'apply', status: 'done' },
        { key: 'accept', status: 'now' },
        { status: 'next' },
        { status: 'next' },
        { status: 'next' },
      ],
    });
  });

  test('is refused with every missing answer and material named', async () => {
    const citizen = await world.citizen();
    const { id, version } = await shop.aDraft(citizen);

    const reply = await world
      .as(citizen)
      .post(`/api/my/cases/${id}/submit`, undefined, { ...match(version), ...key() });

    expect(reply.statusCode).toBe(422);
    expect(reply.json<{ errors: { pointer: string }[] }>().errors.map((e) => e.pointer)).toEqual(
      expect.arrayContaining(['/form/shop/name', '/form/shop/area', '/materials/front-photo']),
    );
  });

  test('twice with one key happens once; the second reply is the first', async () => {
    const citizen = await world.citizen();
    const { id, version } = await shop.aFullDraft(citizen);
    const headers = { ...match(version), ...key() };

    const replies = await Promise.all(
      [1, 2, 3].map(() => world.as(citizen).post(`/api/my/cases/${id}/submit`, undefined, headers)),
    );

    expect(replies.map((r) => r.statusCode)).toEqual([200, 200, 200]);
    expect(new Set(replies.map((r) => r.json<{ number: string }>().number)).size).toBe(1);
  });

  test('needs a key, a real name and one’s own session', async () => {
    const unnamed = await world.citizen({ realName: false });
    const { id, version } = await shop.aFullDraft(unnamed);

    const noKey = await world.as(unnamed).post(`/api/my/cases/${id}/submit`, undefined, match(version));
    const unproved = await world
      .as(unnamed)
      .post(`/api/my/cases/${id}/submit`, undefined, { ...match(version), ...key() });
    const nobody = await world.as().post(`/api/my/cases/${id}/submit`, undefined, { ...match(version), ...key() });
    const official = await world
      .as(shop.clerk)
      .post(`/api/my/cases/${id}/submit`, undefined, { ...match(version), ...key() });

    expect([noKey.statusCode, unproved.statusCode, nobody.statusCode, official.statusCode]).toEqual([
      400, 403, 401, 401,
    ]);
    expect(unproved.json()).toMatchObject({ type: 'cases/real-name-needed' });
  });

  test('numbers of one day differ though many submit at once', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const citizen = await world.citizen();
        return { citizen, ...(await shop.aFullDraft(citizen)) };
      }),
    );

    const replies = await Promise.all(
      drafts.map(({ citizen, id, version }) =>
        world.as(citizen).post(`/api/my/cases/${id}/submit`, undefined, { ...match(version), ...key() }),
      ),
    );

    expect(new Set(replies.map((r) => r.json<{ number: string }>().number)).size).toBe(8);
  });
});

describe('at the window', () => {
  test('an item without a form of its own is filed with the general one, which nobody can do online', async () => {
    await givePublished(world.ctx.db, anItem({ implementingBody: { name: '示例甲区市场监督管理局' }, materials: [] }));
    const person = await world.citizen();
    const item = { itemKey: 'stall-permit', regionCode: district, situation: {} };

    const online = await world.as(person).post('/api/my/cases', item);
    const started = await world.as(shop.clerk).post('/api/cases', { ...item, applicantId: person.id });
    const { id, version } = started.json<{ id: string; version: number }>();
    const answers = { applicant: { name: person.name, phone: person.mobile }, request: { matter: '在示例路摆摊' } };
    const saved = await world.as(shop.clerk).put(`/api/cases/${id}/answers`, { answers }, match(version));
    const filed = await world
      .as(shop.clerk)
      .post(`/api/cases/${id}/submit`, undefined, { ...match(saved.json<{ version: number }>().version), ...key() });

    expect(online.json()).toMatchObject({ status: 409, type: 'cases/no-form' });
    expect(filed.statusCode, filed.body).toBe(200);
  });

  test('a clerk files for the person who stands there, on the same form, with the original seen', async () => {
    const person = await world.citizen();
    const started = await world.as(shop.clerk).post('/api/cases', {
      applicantId: person.id,
      itemKey: 'shop-permit',
      regionCode: district,
      situation: { business: 'sale' },
    });
    const { id, version } = started.json<{ id: string; version: number }>();
    const saved = await world.as(shop.clerk).put(`/api/cases/${id}/answers`, { answers: shopAnswers }, match(version));
    const paper = await world
      .as(shop.clerk)
      .put(`/api/cases/${id}/materials/front-photo`, { originalSeen: true, pages: 1 });

    const filed = await world
      .as(shop.clerk)
      .post(`/api/cases/${id}/submit`, undefined, { ...match(saved.json<{ version: number }>().version), ...key() });

    expect([started.statusCode, paper.statusCode, filed.statusCode]).toEqual([200, 204, 200]);
    const mine = await world.as(person).get(`/api/my/cases/${id}`);
    expect(mine.json()).toMatchObject({
      state: 'SUBMITTED',
      channel: 'WINDOW',
      materials: [{ filledBy: 'PAPER', originalSeen: true, trust: 'B' }, {}],
    });
  });

  test('an agent files for her firm, and not beyond her mandate', async () => {
    const agent = await world.firmAgent();
    const limited = await world.firmAgent({ itemKeys: ['another-item'] });
    const { id } = await shop.aSubmitted(agent);

    const refused = await world
      .as(limited)
      .post('/api/my/cases', { itemKey: 'shop-permit', regionCode: district, situation: { business: 'sale' } });
    const view = await world.as(shop.clerk).get(`/api/cases/${id}`);

    expect(view.json()).toMatchObject({ applicant: { kind: 'firm', name: agent.firm.name } });
    expect(refused.json()).toMatchObject({ status: 403, type: 'cases/outside-mandate' });
  });
});
