import { beforeAll, describe, expect, test } from 'vitest';
import { testContext } from '../../../test/database.ts';
import { anItem, community, district, givePlaces, givePublished, otherDistrict } from '../../../test/items.ts';
import { type Actor, anonymous, system } from '../../kernel/actor.ts';
import { inTx } from '../../kernel/db.ts';
import { Listeners } from '../../kernel/events.ts';
import { createHttp } from '../../kernel/http.ts';
import { newId } from '../../kernel/ids.ts';
import type { ItemDefinition } from '../catalogue/contract.ts';
import type { GuideView, SearchPage, Suggestions } from './contract.ts';
import { listen } from './events.ts';
import { guidanceRoutes } from './routes.ts';
import { indexItem, loadSynonyms } from './service.ts';

const ctx = await testContext();

const administrator: Actor = {
  kind: 'staff',
  id: 'staff-1',
  sessionId: 'session',
  name: '测试员',
  posts: [{ id: 'post', role: 'itemAdministrator', departmentId: 'department', regionCode: district, itemKeys: null }],
};

async function as(actor: Actor) {
  const app = await createHttp(ctx, async () => actor);
  await app.register(guidanceRoutes(ctx), { prefix: '/api' });
  return (method: 'GET' | 'PUT' | 'DELETE', url: string, body?: object, headers: Record<string, string> = {}) =>
    app.inject({
      method,
      url: `/api${url}`,
      headers: { 'x-tongban': '1', ...headers },
      ...(body && { payload: body }),
    });
}

async function giveFindable(definition: ItemDefinition, place?: Parameters<typeof givePublished>[2]) {
  const version = await givePublished(ctx.db, definition, place);
  await inTx(ctx.db, (tx) => indexItem(tx, version.id));
  return version;
}

const licence = (key: string, name: string, change: Partial<ItemDefinition> = {}) =>
  giveFindable(anItem({ key, name, mainItem: '食品经营许可', ...change }));

beforeAll(async () => {
  await givePlaces(ctx.db);
  await licence('food-change', '食品经营许可（变更）');
  await licence('food-new', '食品经营许可（新办）', { synonyms: ['开早餐店'], caseType: 'COMMITTED' });
  await licence('food-cancel', '食品经营许可（注销）');
  await giveFindable(
    anItem({ key: 'social-card', name: '社会保障卡申领', plainName: '办社保卡', serviceTargets: ['1'] }),
  );
  await giveFindable(anItem({ key: 'elsewhere', name: '食品摊贩登记' }), {
    regionCode: otherDistrict,
    areaCode: 690103,
  });
  await inTx(ctx.db, (tx) =>
    loadSynonyms(tx, system('test'), [
      { word: '开餐馆', means: ['食品经营许可'] },
      { word: '社保', means: ['社会保险'] },
      { word: '社保卡', means: ['社会保障卡'] },
    ]),
  );
});

const search = async (query: string, region = community) =>
  (await (await as(anonymous))('GET', `/search?region=${region}&q=${encodeURIComponent(query)}`)).json<SearchPage>();
const keysOf = (page: SearchPage) => page.items.map(({ card }) => card.key);

describe('searching', () => {
  test.each([
    'spjyxk',
    '食品经营',
    '开餐馆',
    '开早餐店',
    'shipinjingying',
    'kcg',
    '请问开餐馆要办什么手续？',
    'SPJYXK',
    '食品 经营',
  ])('%s finds the licence first, under its official name', async (query) => {
    const page = await search(query);

    expect(page.items[0]?.card).toMatchObject({ key: 'food-new', name: '食品经营许可（新办）', regionCode: district });
  });

  test('each result says by which name it was found', async () => {
    const matched = async (query: string) => (await search(query)).items[0]?.matched;

    expect(await matched('食品经营许可（变更）')).toEqual({ by: 'name', text: '食品经营许可（变更）' });
    expect(await matched('开早餐店')).toEqual({ by: 'synonym', text: '开早餐店' });
    expect(await matched('开餐馆')).toEqual({ by: 'meaning', text: '食品经营许可' });
    expect(await matched('bsbk')).toEqual({ by: 'pinyin', text: '办社保卡' });
  });

  test('words that were replaced are told, the longer one before the shorter inside it', async () => {
    expect((await search('社保卡丢了')).meanings).toEqual([{ word: '社保卡', means: ['社会保障卡'] }]);
    expect(keysOf(await search('sbk'))).toEqual(['social-card']);
  });

  test('only what is in force at the place is found', async () => {
    expect(keysOf(await search('食品摊贩登记'))).not.toContain('elsewhere');
    expect(keysOf(await search('食品摊贩登记', otherDistrict))).toEqual(['elsewhere']);
  });

  test('results are paged without gaps or repeats, and filters say what they would leave', async () => {
    const call = await as(anonymous);
    const url = `/search?region=${community}&q=${encodeURIComponent('食品经营许可')}&limit=2`;

    const first = (await call('GET', url)).json<SearchPage>();
    const second = (await call('GET', `${url}&after=${first.next}`)).json<SearchPage>();

    expect([...keysOf(first), ...keysOf(second)]).toEqual(['food-new', 'food-change', 'food-cancel']);
    expect(second.next).toBeNull();
    expect(first.facets.departments).toEqual([{ value: '市场监督管理局', count: 3 }]);
    expect((await call('GET', `${url}&target=1`)).json<SearchPage>().total).toBe(3);
    expect((await call('GET', `${url}&applyOnline=true`)).json<SearchPage>().total).toBe(0);
  });

  test('what was not found is counted by day, but nothing that could be somebody’s number is kept', async () => {
    await search('火星移民签证');
    await search('火星移民签证');
    await search('查询示例 69010219900307 进度火星');

    const misses = (await (await as(administrator))('GET', `/search/misses?region=${district}`)).json();

    expect(misses.items).toContainEqual({ words: '火星移民签证', times: 2 });
    expect(JSON.stringify(misses)).not.toMatch(/\d{6}/);
  });

  test.each(['', '%', '_', "'", '\\', '（）', '🍜', 'a', "o'r 1=1 --", '& | !', '的', 'x'.repeat(200)])(
    'odd words do no harm: %s',
    async (query) => {
      const reply = await (await as(anonymous))('GET', `/search?region=${community}&q=${encodeURIComponent(query)}`);

      expect(reply.statusCode).toBe(query === '' ? 400 : 200);
    },
  );
});

describe('while one types', () => {
  const suggested = async (text: string) =>
    (
      await (
        await as(anonymous)
      )('GET', `/suggest?region=${community}&q=${encodeURIComponent(text)}`)
    ).json<Suggestions>().items;

  test('names that begin so come before names that hold it; pinyin counts too', async () => {
    expect((await suggested('食品经营许可'))[0]).toMatchObject({ text: expect.stringMatching(/^食品经营许可/) });
    expect((await suggested('经营')).map(({ key }) => key)).toContain('food-new');
    expect((await suggested('sheh')).map(({ key }) => key)).toEqual(['social-card']);
    expect((await suggested('社保卡'))[0]).toEqual({ text: '办社保卡', key: 'social-card', name: '社会保障卡申领' });
    expect(await suggested('%')).toEqual([]);
  });
});

describe('the index', () => {
  test('follows publication, and handles each event once', async () => {
    const version = await givePublished(ctx.db, anItem({ key: 'renamed-item', name: '渔业捕捞许可' }));
    const listeners = new Listeners();
    listen(listeners);
    const envelope = {
      id: newId(690102),
      event: 'catalogue.itemPublished',
      payload: { areaCode: 690102, regionCode: district, itemKey: 'renamed-item', versionId: version.id },
    };

    await listeners.handle(ctx.db, 'guidance.indexItem', envelope);
    await listeners.handle(ctx.db, 'guidance.indexItem', envelope);

    expect(keysOf(await search('捕捞许可'))).toEqual(['renamed-item']);
  });

  test('a new name replaces the old one', async () => {
    await giveFindable(anItem({ key: 'moved-item', name: '种畜禽经营许可' }));
    await giveFindable(anItem({ key: 'moved-item', name: '苗木检疫证核发' }));

    expect(keysOf(await search('苗木检疫'))).toEqual(['moved-item']);
    expect(keysOf(await search('种畜禽'))).toEqual([]);
  });
});

describe('the questionnaire over the wire', () => {
  const question = {
    key: 'goods',
    text: '卖什么？',
    options: [
      { value: 'food', label: '食品' },
      { value: 'other', label: '其他' },
    ],
  };
  const guide = async (query = '') =>
    (await (await as(anonymous))('GET', `/items/asked-item/guide?region=${community}${query}`)).json<GuideView>();

  beforeAll(() =>
    giveFindable(
      anItem({
        key: 'asked-item',
        name: '问答事项',
        questions: [question],
        stops: [{ when: { eq: ['/situation/goods', 'other'] }, message: '请办社会保障卡', insteadItem: 'social-card' }],
        fees: { charged: false, items: [] },
      }),
    ),
  );

  test('asks, then lists what is needed, how long it takes and what it costs', async () => {
    expect((await guide()).question).toMatchObject({ key: 'goods', step: 1, of: 1 });
    expect(await guide('&q-goods=food')).toMatchObject({
      list: {
        situation: [{ text: '卖什么？', label: '食品' }],
        materials: [{ key: 'application', status: 'needed' }],
        promisedTimeLimit: { length: 5, unit: 'wd' },
        charged: false,
        unsure: false,
      },
    });
    expect((await guide('&q-goods=food')).question).toBeUndefined();
  });

  test('a stop links to the item that is the right one', async () => {
    expect(await guide('&q-goods=other')).toMatchObject({
      list: { stop: { message: '请办社会保障卡' }, materials: [] },
      instead: { key: 'social-card' },
    });
  });

  test('an address that has been tampered with is read as far as it makes sense', async () => {
    const view = await guide('&q-goods=food&q-goods=other&q-size=9&x=1');

    expect(view.ignored.map(({ question }) => question)).toEqual(['goods', 'size']);
    expect(view.question?.key).toBe('goods');
  });

  test('an item that is not here, and a region that is none', async () => {
    const call = await as(anonymous);

    expect((await call('GET', `/items/never-item/guide?region=${community}`)).statusCode).toBe(404);
    expect((await call('GET', '/items/asked-item/guide?region=1')).statusCode).toBe(400);
  });
});

describe('the synonym table', () => {
  const url = `/synonyms/${encodeURIComponent('“摆地摊”')}`;

  test('a word is added, changed against its version, found by, and taken out', async () => {
    const call = await as(administrator);

    const added = await call('PUT', url, { means: ['摊贩登记'] });
    const repeated = await call('PUT', url, { means: ['别的'] });
    const changed = await call('PUT', url, { means: ['食品摊贩登记'] }, { 'if-match': '"1"' });
    const stale = await call('PUT', url, { means: ['别的'] }, { 'if-match': '"1"' });
    const foundBefore = keysOf(await search('摆地摊', otherDistrict));
    const removed = await call('DELETE', url, undefined, { 'if-match': '"2"' });
    const again = await call('DELETE', url, undefined, { 'if-match': '"2"' });

    expect([added, repeated, changed, stale, removed, again].map(({ statusCode }) => statusCode)).toEqual([
      200, 428, 200, 412, 204, 404,
    ]);
    expect(changed.json()).toMatchObject({ word: '“摆地摊”', means: ['食品摊贩登记'], version: 2 });
    expect(foundBefore).toEqual(['elsewhere']);
    expect(keysOf(await search('摆地摊', otherDistrict))).toEqual([]);
  });

  test('is listed page by page', async () => {
    const call = await as(administrator);

    const first = (await call('GET', '/synonyms?limit=2')).json();
    const second = (await call('GET', `/synonyms?limit=2&after=${first.next}`)).json();

    expect(first.items).toHaveLength(2);
    expect([...first.items, ...second.items].map(({ word }) => word)).toEqual(
      expect.arrayContaining(['开餐馆', '社保', '社保卡']),
    );
  });

  test('loading the same list again changes nothing', async () => {
    await inTx(ctx.db, (tx) => loadSynonyms(tx, system('test'), [{ word: '开餐馆', means: ['食品经营许可'] }]));

    const list = (await (await as(administrator))('GET', '/synonyms?limit=100')).json();

    expect(list.items.find(({ word }: { word: string }) => word === '开餐馆').version).toBe(1);
  });

  test('is not for everybody, and takes no empty words', async () => {
    expect((await (await as(anonymous))('GET', '/synonyms')).statusCode).toBe(401);
    expect((await (await as({ ...administrator, posts: [] }))('PUT', url, { means: ['x'] })).statusCode).toBe(403);
    expect((await (await as(administrator))('PUT', '/synonyms/%EF%BC%81', { means: ['x'] })).statusCode).toBe(422);
    expect((await (await as(administrator))('PUT', url, { means: [] })).statusCode).toBe(400);
  });
});
