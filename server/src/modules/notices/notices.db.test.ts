import { expect, test } from 'vitest';
import { createWorld } from '../../../test/world.ts';
import { inTx } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { notify } from './notify.ts';
import type { NoticeKind } from './zh.ts';

const world = await createWorld();
const { ctx } = world;
const facts = { number: '690102-261121-00372-8', itemName: '食品经营许可（新办）' };

const tell = (personId: string, kind: NoticeKind = 'caseReceived', areaCode = 690102) =>
  inTx(ctx.db, (tx) => notify(tx, { areaCode, personId, kind, facts, subjectId: newId(areaCode) }));
const listOf = async (who: { cookie: string }, query = '') =>
  (await world.as(who).get(`/api/my/notices${query}`)).json();

test('a person reads what they were told, newest first, with its case', async () => {
  const citizen = await world.citizen();
  await tell(citizen.id, 'caseSubmitted');
  await tell(citizen.id, 'caseReceived', 690103);

  const { items, next, unread } = await listOf(citizen);

  expect(items.map((notice: { kind: string }) => notice.kind)).toEqual(['caseReceived', 'caseSubmitted']);
  expect(items[0]).toMatchObject({ title: '已收件：食品经营许可（新办）', readAt: null });
  expect(items[0].body).toContain(facts.number);
  expect(items[0].subjectId).toMatch(/^[0-9a-f-]{36}$/);
  expect({ next, unread }).toEqual({ next: null, unread: 2 });
});

test('the list comes in pages that neither repeat nor leave out', async () => {
  const citizen = await world.citizen();
  for (let i = 0; i < 5; i += 1) await tell(citizen.id);

  const seen: string[] = [];
  for (let query = '?limit=2'; query !== ''; ) {
    const { items, next } = await listOf(citizen, query);
    seen.push(...items.map(({ id }: { id: string }) => id));
    query = next === null ? '' : `?limit=2&after=${next}`;
  }

  expect(new Set(seen).size).toBe(5);
  expect(seen).toEqual([...seen].sort().reverse());
});

test('a notice that was read is no longer counted; reading it again changes nothing', async () => {
  const citizen = await world.citizen();
  await tell(citizen.id);
  await tell(citizen.id);
  const [{ id }] = (await listOf(citizen)).items;

  const replies = await Promise.all([1, 2].map(() => world.as(citizen).post(`/api/my/notices/${id}/read`)));
  const first = await listOf(citizen);
  await world.as(citizen).post(`/api/my/notices/${id}/read`);

  expect(replies.map(({ statusCode }) => statusCode)).toEqual([204, 204]);
  expect(first.unread).toBe(1);
  expect(first.items[0].readAt).not.toBeNull();
  expect((await listOf(citizen)).items[0].readAt).toBe(first.items[0].readAt);
});

test('nobody sees or reads the notices of somebody else', async () => {
  const [citizen, other] = [await world.citizen(), await world.citizen()];
  await tell(citizen.id);
  const [{ id }] = (await listOf(citizen)).items;

  expect((await listOf(other)).items).toEqual([]);
  expect((await world.as(other).post(`/api/my/notices/${id}/read`)).statusCode).toBe(404);
  expect((await world.as(citizen).post(`/api/my/notices/${newId(690102)}/read`)).statusCode).toBe(404);
  expect((await listOf(citizen)).unread).toBe(1);
});

test('an agent reads what was told to them, also while acting for a firm', async () => {
  const agent = await world.firmAgent();
  await tell(agent.id);

  expect((await listOf(agent)).items).toHaveLength(1);
});

test('only people have notices: nobody unknown, no official', async () => {
  const clerk = await world.staff('acceptanceOfficer');

  for (const who of [undefined, clerk]) {
    expect((await world.as(who).get('/api/my/notices')).statusCode).toBe(401);
    expect((await world.as(who).post(`/api/my/notices/${newId(690102)}/read`)).statusCode).toBe(401);
  }
});

test.each(['?limit=0', '?limit=101', '?limit=x', '?after=1', '?after=%00', '?other=1'])(
  'a list asked for with %s is refused',
  async (query) => {
    const citizen = await world.citizen();

    expect((await world.as(citizen).get(`/api/my/notices${query}`)).statusCode).toBe(400);
  },
);

test('an id that is none is refused', async () => {
  const citizen = await world.citizen();

  expect((await world.as(citizen).post('/api/my/notices/1/read')).statusCode).toBe(400);
});

test('what did not happen is not told', async () => {
  const citizen = await world.citizen();

  await expect(
    inTx(ctx.db, async (tx) => {
      await notify(tx, { areaCode: 690102, personId: citizen.id, kind: 'caseSubmitted', facts });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  await world.settle();

  expect((await listOf(citizen)).items).toEqual([]);
  expect(
    await ctx.owner.selectFrom('notices.message').selectAll().where('person_id', '=', citizen.id).execute(),
  ).toEqual([]);
});
