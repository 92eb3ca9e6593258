import { beforeAll, describe, expect, test } from 'vitest';
import { testContext } from '../../../test/database.ts';
import { anItem, city, community, district, givePlaces, givePublished, otherDistrict } from '../../../test/items.ts';
import { type Actor, anonymous, type Role, system } from '../../kernel/actor.ts';
import { inTx } from '../../kernel/db.ts';
import { createHttp } from '../../kernel/http.ts';
import type { ItemDefinition, ItemVersionView } from './contract.ts';
import { partsWith } from './queries.ts';
import { catalogueRoutes } from './routes.ts';
import { publish, saveDraft } from './service.ts';

const ctx = await testContext();
beforeAll(() => givePlaces(ctx.db));

const staff = (role: Role, regionCode: string): Actor => ({
  kind: 'staff',
  id: `staff-${role}-${regionCode}`,
  sessionId: 'session',
  name: '测试员',
  posts: [{ id: 'post', role, departmentId: 'department', regionCode, itemKeys: null }],
});
const administrator = staff('itemAdministrator', district);

async function as(actor: Actor) {
  const app = await createHttp(ctx, async () => actor);
  await app.register(catalogueRoutes(ctx), { prefix: '/api' });
  return (method: 'GET' | 'PUT' | 'POST', url: string, body?: object, headers: Record<string, string> = {}) =>
    app.inject({
      method,
      url: `/api${url}`,
      headers: { 'x-tongban': '1', ...headers },
      ...(body && { payload: body }),
    });
}

const draftOf = async (definition: ItemDefinition) => {
  const call = await as(administrator);
  const reply = await call('PUT', `/items/${definition.key}/drafts/${district}`, { areaCode: 690102, definition });
  return { call, reply, draft: reply.json<ItemVersionView>() };
};
const at = (draft: ItemVersionView) => `/items/${draft.key}/versions/${draft.id}`;
const matching = (draft: ItemVersionView) => ({ 'if-match': `"${draft.revision}"` });

describe('an item comes into force', () => {
  test('a draft is written, published and then read by anybody, exactly as it was written', async () => {
    const definition = anItem({
      key: 'first-item',
      questions: [
        {
          key: 'goods',
          text: '卖什么？',
          options: [
            { value: 'food', label: '食品' },
            { value: 'other', label: '其他' },
          ],
        },
      ],
      materials: [
        { key: 'application', name: '申请表', medium: 'EITHER', necessity: 'REQUIRED' },
        {
          key: 'licence',
          name: '许可证',
          medium: 'ELECTRONIC',
          necessity: 'REQUIRED',
          exemptions: ['E_LICENCE'],
          when: { all: [{ not: { eq: ['/situation/goods', 'other'] } }, { in: ['/situation/goods', ['food']] }] },
        },
      ],
      en: { '/name': 'Stall permit' },
    });

    const { call, reply, draft } = await draftOf(definition);
    const published = await call('POST', `${at(draft)}/publish`, {}, matching(draft));
    const read = await (await as(anonymous))('GET', `/items/first-item?region=${community}`);

    expect(reply.statusCode).toBe(200);
    expect(draft).toMatchObject({ state: 'draft', version: 1, allowedActions: ['edit', 'publish'], faults: [] });
    expect(draft.remarks.map(({ pointer }) => pointer)).toContain('/consultPhone');
    expect(published.statusCode).toBe(200);
    expect(read.json()).toMatchObject({ versionId: draft.id, regionCode: district, item: definition });
    expect(read.json().card).toMatchObject({
      exemptMaterials: 1,
      applyOnline: false,
      hasQuestions: true,
      sample: true,
    });
  });

  test('whoever has read it is told that nothing changed', async () => {
    await givePublished(ctx.db, anItem({ key: 'unchanged-item' }));
    const call = await as(anonymous);
    const url = `/items/unchanged-item?region=${district}`;
    const first = await call('GET', url);

    const again = await call('GET', url, undefined, { 'if-none-match': String(first.headers.etag) });

    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });

  test('publication says that it happened', async () => {
    const version = await givePublished(ctx.db, anItem({ key: 'told-item' }));

    const { rows } = await ctx.ownerPool.query<{ payload: { event: string; payload: { versionId: string } } }>(
      `select payload from graphile_worker._private_jobs`,
    );

    expect(rows.map(({ payload }) => [payload.event, payload.payload.versionId])).toContainEqual([
      'catalogue.itemPublished',
      version.id,
    ]);
  });

  test('the same document again is the same version, not a new one', async () => {
    const definition = anItem({ key: 'repeated-item' });
    const first = await givePublished(ctx.db, definition);

    const again = await inTx(ctx.db, (tx) =>
      saveDraft(tx, system('test'), {
        regionCode: district,
        areaCode: 690102,
        definition: structuredClone(definition),
      }),
    );

    expect(again).toMatchObject({ id: first.id, state: 'published', version: 1 });
  });

  test('a new version ends the one before it on the same day, and both can still be read by their ids', async () => {
    const first = await givePublished(ctx.db, anItem({ key: 'changing-item' }));
    const second = await givePublished(ctx.db, anItem({ key: 'changing-item', name: '摊位许可（新）' }));
    const call = await as(administrator);

    const old = (await call('GET', `/items/changing-item/versions/${first.id}`)).json<ItemVersionView>();
    const read = (await call('GET', `/items/changing-item?region=${district}`)).json();

    expect(old).toMatchObject({ state: 'published', validTo: second.validFrom, allowedActions: [] });
    expect(read).toMatchObject({ versionId: second.id, version: 2 });
    expect(read.changes.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  });

  test('a version for a later day waits until then', async () => {
    const today = await givePublished(ctx.db, anItem({ key: 'planned-item' }));
    const { call, draft } = await draftOf(anItem({ key: 'planned-item', name: '以后的名称' }));
    const planned = await call('POST', `${at(draft)}/publish`, { validFrom: '2099-01-01' }, matching(draft));

    const now = (await call('GET', `/items/planned-item?region=${district}`)).json();
    await ctx.owner.updateTable('platform.clock').set({ shift: '80 years' }).execute();
    const then = (await call('GET', `/items/planned-item?region=${district}`)).json();
    await ctx.owner.updateTable('platform.clock').set({ shift: '0' }).execute();

    expect(planned.statusCode).toBe(200);
    expect(now.versionId).toBe(today.id);
    expect(then.versionId).toBe(draft.id);
  });

  test('nothing may be squeezed in before a version that is planned already', async () => {
    await givePublished(ctx.db, anItem({ key: 'queued-item' }));
    const { call, draft } = await draftOf(anItem({ key: 'queued-item', name: '以后的名称' }));
    await call('POST', `${at(draft)}/publish`, { validFrom: '2099-01-01' }, matching(draft));
    const next = await draftOf(anItem({ key: 'queued-item', name: '更早的名称' }));

    const reply = await call('POST', `${at(next.draft)}/publish`, { validFrom: '2098-01-01' }, matching(next.draft));

    expect(reply.statusCode).toBe(409);
    expect(reply.json()).toMatchObject({ type: 'catalogue/already-planned', validFrom: '2099-01-01' });
  });

  test('yesterday is too late to take effect', async () => {
    const { call, draft } = await draftOf(anItem({ key: 'late-item' }));

    const reply = await call('POST', `${at(draft)}/publish`, { validFrom: '2001-01-01' }, matching(draft));

    expect(reply.statusCode).toBe(422);
    expect(reply.json().errors[0].pointer).toBe('/validFrom');
  });
});

describe('what holds at a place', () => {
  test('the district’s own version goes before the city’s, which holds everywhere else', async () => {
    const ofCity = await givePublished(ctx.db, anItem({ key: 'shared-item' }), { regionCode: city, areaCode: 690100 });
    const ofDistrict = await givePublished(ctx.db, anItem({ key: 'shared-item', name: '区里的名称' }));
    const call = await as(anonymous);
    const versionAt = async (region: string) =>
      (await call('GET', `/items/shared-item?region=${region}`)).json().versionId;

    expect(await versionAt(community)).toBe(ofDistrict.id);
    expect(await versionAt(otherDistrict)).toBe(ofCity.id);
    expect(await versionAt(city)).toBe(ofCity.id);
  });

  test('a city also shows what only its districts handle, each item once', async () => {
    const ours = { key: 'districts-item', themes: ['只有区里有'] };
    await givePublished(ctx.db, anItem(ours), { regionCode: otherDistrict, areaCode: 690103 });
    const first = await givePublished(ctx.db, anItem(ours));
    const url = `/items?theme=${encodeURIComponent('只有区里有')}&region=`;
    const call = await as(anonymous);

    const inCity = (await call('GET', url + city)).json();

    expect(inCity).toMatchObject({ total: 1, items: [{ versionId: first.id, regionCode: district }] });
    expect(await partsWith(ctx.db, 'districts-item', city)).toEqual([district, otherDistrict]);
    expect((await call('GET', `${url}690200000000`)).json().total).toBe(0);
  });

  test('a document shared by districts shows each its own places', async () => {
    const places = [
      { regionCode: district, name: '甲区政务服务中心' },
      { regionCode: otherDistrict, name: '乙区政务服务中心' },
      { name: '市民热线' },
    ];
    await givePublished(ctx.db, anItem({ key: 'placed-item', places }));

    const read = await (await as(anonymous))('GET', `/items/placed-item?region=${community}`);

    expect(read.json().item.places.map(({ name }: { name: string }) => name)).toEqual(['甲区政务服务中心', '市民热线']);
  });

  test('browsing narrows by filter, counts, and goes on from page to page in pinyin order', async () => {
    const names = { 'list-b': '办理乙', 'list-a': '安置甲', 'list-c': '采购丙' };
    for (const [key, name] of Object.entries(names))
      await givePublished(ctx.db, anItem({ key, name, themes: ['翻页'], lifeEvents: ['开办'] }), {
        regionCode: otherDistrict,
        areaCode: 690103,
      });
    const call = await as(anonymous);
    const url = `/items?region=${otherDistrict}&theme=${encodeURIComponent('翻页')}&lifeEvent=${encodeURIComponent('开办')}&target=1&limit=2`;

    const first = (await call('GET', url)).json();
    const second = (await call('GET', `${url}&after=${first.next}`)).json();

    expect(first.items.map(({ key }: { key: string }) => key)).toEqual(['list-a', 'list-b']);
    expect(first).toMatchObject({ total: 3, applyOnline: 0 });
    expect(second.items.map(({ key }: { key: string }) => key)).toEqual(['list-c']);
    expect(second.next).toBeNull();
    expect((await call('GET', `${url}&applyOnline=true`)).json().items).toEqual([]);
  });

  test('every way of browsing says how many items it holds', async () => {
    await givePublished(ctx.db, anItem({ key: 'facet-item', themes: ['唯一主题'] }));

    const facets = (await (await as(anonymous))('GET', `/items/facets?region=${district}`)).json();

    expect(facets.themes).toContainEqual({ value: '唯一主题', count: 1 });
    expect(facets.departments).toContainEqual({ value: '市场监督管理局', count: facets.total });
  });

  test('what never was is not found; what was withdrawn says why', async () => {
    const version = await givePublished(ctx.db, anItem({ key: 'ended-item' }));
    const call = await as(administrator);
    const url = `/items/ended-item?region=${district}`;
    const withdrawn = await call(
      'POST',
      `/items/ended-item/versions/${version.id}/withdraw`,
      { reason: '改为备案' },
      { 'if-match': `"${version.revision}"` },
    );

    expect(withdrawn.json()).toMatchObject({ state: 'withdrawn', withdrawnReason: '改为备案', allowedActions: [] });
    expect((await call('GET', url)).json()).toMatchObject({ status: 410, reason: '改为备案' });
    expect((await call('GET', `/items/never-item?region=${district}`)).statusCode).toBe(404);
    expect((await call('GET', `/items/ended-item?region=${otherDistrict}`)).statusCode).toBe(404);
  });
});

describe('refusals', () => {
  const body = { areaCode: 690102, definition: anItem({ key: 'refused-item' }) };
  const url = `/items/refused-item/drafts/${district}`;

  test.each<[string, Actor, number]>([
    ['nobody in particular', anonymous, 401],
    ['an official without the post', staff('reviewer', district), 403],
    ['the administrator of another district', staff('itemAdministrator', otherDistrict), 403],
    ['the administrator of the district', administrator, 200],
    ['the administrator of the city', staff('itemAdministrator', city), 428],
  ])('%s writing a draft', async (_, actor, status) => {
    const reply = await (await as(actor))('PUT', url, body);

    expect(reply.statusCode).toBe(status);
  });

  test('a district cannot publish for its neighbour, nor for the whole city', async () => {
    const call = await as(staff('itemAdministrator', city));

    for (const region of [otherDistrict, city]) {
      const reply = await call('PUT', `/items/refused-item/drafts/${region}`, body);
      expect(reply.json()).toMatchObject({ status: 422, type: 'catalogue/outside-area' });
    }
  });

  test('a region that does not exist', async () => {
    const reply = await (await as(administrator))('PUT', '/items/refused-item/drafts/690102999000', body);

    expect(reply.json()).toMatchObject({ status: 422, type: 'catalogue/unknown-region' });
  });

  test('a document that breaks the schema, or names another item', async () => {
    const call = await as(administrator);

    const extra = await call('PUT', url, { ...body, definition: { ...body.definition, price: 3 } });
    const other = await call('PUT', url, { ...body, definition: anItem({ key: 'other-item' }) });

    expect(extra.json()).toMatchObject({ status: 400, errors: [{ pointer: '/definition/price' }] });
    expect(other.json()).toMatchObject({ status: 422, type: 'catalogue/wrong-key' });
  });

  test('a draft that contradicts itself, or whose department is unknown, cannot be published, and says where', async () => {
    const { call, draft } = await draftOf(
      anItem({
        key: 'faulty-item',
        implementingBody: { name: '没有的局' },
        promisedTimeLimit: { length: 30, unit: 'wd' },
        materials: [
          { key: 'map', name: '图', medium: 'PAPER', necessity: 'REQUIRED', when: { eq: ['/situation/place', 'x'] } },
        ],
      }),
    );

    const reply = await call('POST', `${at(draft)}/publish`, {}, matching(draft));

    expect(reply.json()).toMatchObject({ status: 422, type: 'catalogue/not-publishable' });
    expect(reply.json().errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/materials/0/when',
      '/promisedTimeLimit/length',
      '/implementingBody/name',
    ]);
  });

  test('a stale draft, a version that is no draft, and a version of another item', async () => {
    const { call, draft } = await draftOf(anItem({ key: 'stale-item' }));
    const published = await call('POST', `${at(draft)}/publish`, {}, matching(draft));
    const now = { 'if-match': String(published.headers.etag) };

    expect((await call('POST', `${at(draft)}/publish`, {}, { 'if-match': '"9"' })).statusCode).toBe(412);
    expect((await call('POST', `${at(draft)}/publish`, {})).statusCode).toBe(428);
    expect((await call('POST', `${at(draft)}/publish`, {}, now)).json()).toMatchObject({
      status: 409,
      state: 'published',
    });
    expect((await call('GET', `/items/other-item/versions/${draft.id}`)).statusCode).toBe(404);
    expect((await call('GET', '/items/stale-item/versions/not-an-id')).statusCode).toBe(400);
  });

  test('two administrators publish one draft at once: exactly one does', async () => {
    const { call, draft } = await draftOf(anItem({ key: 'raced-item' }));

    const replies = await Promise.all([1, 2].map(() => call('POST', `${at(draft)}/publish`, {}, matching(draft))));

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
  });

  test('two first drafts of one item at once become one draft', async () => {
    const replies = await Promise.all([
      draftOf(anItem({ key: 'doubled-item' })),
      draftOf(anItem({ key: 'doubled-item' })),
    ]);

    expect(replies.map(({ reply }) => reply.statusCode).sort()).toEqual([200, 428]);
  });
});

test('an administrator sees the versions, what changed between two, and takes the document away as it is', async () => {
  const first = await givePublished(ctx.db, anItem({ key: 'compared-item' }));
  const second = await givePublished(ctx.db, anItem({ key: 'compared-item', name: '新名称' }));
  const call = await as(administrator);
  const base = '/items/compared-item/versions';

  const versions = (await call('GET', `${base}?region=${district}`)).json();
  const changes = (await call('GET', `${base}/${second.id}/changes-since/${first.id}`)).json();
  const document = await call('GET', `${base}/${second.id}/document`);

  expect(versions.items.map(({ id }: { id: string }) => id)).toEqual([second.id, first.id]);
  expect(changes).toEqual({
    changes: [{ pointer: '/name', kind: 'changed', before: '摊位经营许可', after: '新名称' }],
  });
  expect(document.json()).toEqual(anItem({ key: 'compared-item', name: '新名称' }));
  expect(document.headers['content-disposition']).toContain('compared-item-2.json');
});

test('a case keeps the version it was filed under when the item is published anew', async () => {
  const definition = anItem({ key: 'kept-item' });
  const first = await givePublished(ctx.db, definition);
  const draft = await inTx(ctx.db, (tx) =>
    saveDraft(tx, system('test'), {
      regionCode: district,
      areaCode: 690102,
      definition: { ...definition, name: '改名' },
    }),
  );
  await inTx(ctx.db, (tx) => publish(tx, system('test'), { versionId: draft.id }));

  const kept = await (await as(administrator))('GET', `/items/kept-item/versions/${first.id}/document`);

  expect(kept.json()).toEqual(definition);
});
