import { beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop } from '../../../test/shop.ts';
import type { World } from '../../../test/world.ts';

let shop: Shop;
let world: World;
beforeAll(async () => {
  shop = await openShop();
  world = shop.world;
});

describe('what is seen', () => {
  test('officials see masks, and a value only with a purpose that the person can read later', async () => {
    const { id, citizen } = await shop.aSubmitted();

    const view = await world.as(shop.clerk).get(`/api/cases/${id}`);
    const bare = await world.as(shop.clerk).post(`/api/cases/${id}/reveal`, { field: 'mobile' });
    const revealed = await world
      .as(shop.clerk)
      .post(`/api/cases/${id}/reveal`, { field: 'mobile', purpose: '电话核实店址' });

    expect(view.body).not.toContain(citizen.mobile);
    expect(view.body).not.toContain(citizen.idNumber);
    expect(view.body).not.toContain(citizen.name);
    expect(bare.statusCode).toBe(400);
    expect(revealed.json()).toEqual({ value: citizen.mobile });
    const log = await world.as(citizen).get('/api/my/access-log');
    expect(log.body).toContain('电话核实店址');
  });

  test('the work list is in the order of deadlines, pages by cursor, and holds no draft and no other area', async () => {
    await Promise.all([shop.aSubmitted(), shop.aSubmitted(), shop.aSubmitted()]);
    const elsewhere = await world.staff('acceptanceOfficer', 690103, 'approval');

    const first = await world.as(shop.clerk).get('/api/cases?limit=2&count=true');
    const page = first.json<{ items: { id: string; dueOn: string; state: string }[]; next: string; total: number }>();
    const second = await world.as(shop.clerk).get(`/api/cases?limit=2&after=${page.next}`);
    const none = await world.as(elsewhere).get('/api/cases?count=true');

    const rows = [...page.items, ...second.json<typeof page>().items];
    expect(rows.map((row) => row.dueOn)).toEqual(rows.map((row) => row.dueOn).toSorted());
    expect(new Set(rows.map((row) => row.id)).size).toBe(4);
    expect(rows.every((row) => row.state === 'SUBMITTED' || row.state === 'RECEIVED')).toBe(true);
    expect(page.total).toBeGreaterThanOrEqual(4);
    expect(none.json()).toMatchObject({ items: [], total: 0 });
  });

  test('a cursor that is not ours is refused, not a fault of ours', async () => {
    const forged = Buffer.from(JSON.stringify(['not-a-date', 'x'])).toString('base64url');

    const replies = await Promise.all([
      world.as(shop.clerk).get(`/api/cases?after=${forged}`),
      world.as(shop.clerk).get('/api/cases?after=%25%25'),
    ]);

    expect(replies.map((r) => r.statusCode)).toEqual([400, 200]);
  });

  test('files are served to who may see the case, and to nobody else', async () => {
    const { id, citizen } = await shop.aSubmitted();
    const view = await world.as(citizen).get(`/api/my/cases/${id}`);
    const fileId = view.json<{ materials: { files: { id: string }[] }[] }>().materials[0]?.files[0]?.id;

    const mine = await world.as(citizen).get(`/api/my/cases/${id}/files/${fileId}`);
    const theirs = await world.as(shop.clerk).get(`/api/cases/${id}/files/${fileId}`);
    const stranger = await world.as(await world.citizen()).get(`/api/my/cases/${id}/files/${fileId}`);

    expect([mine.statusCode, theirs.statusCode, stranger.statusCode]).toEqual([200, 200, 404]);
    expect(mine.headers['x-content-type-options']).toBe('nosniff');
  });
});

test('history cannot be rewritten by the run-time role', async () => {
  const { db } = world.ctx;

  await expect(db.updateTable('cases.journal').set({ note: 'x' }).execute()).rejects.toThrow(/permission denied/);
  await expect(db.deleteFrom('cases.journal').execute()).rejects.toThrow(/permission denied/);
  await expect(db.updateTable('cases.decision').set({ reason: 'x' }).execute()).rejects.toThrow(/permission denied/);
});
