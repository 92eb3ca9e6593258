import { beforeAll, describe, expect, test } from 'vitest';
import { city, district } from '../test/items.ts';
import { jpeg } from '../test/pictures.ts';
import { type Browser, browserOf } from '../test/portal-browser.ts';
import { openShop, type Shop } from '../test/shop.ts';
import type { Citizen, World } from '../test/world.ts';

let shop: Shop;
let world: World;
beforeAll(async () => {
  shop = await openShop();
  world = shop.world;
  await world.settle();
});

const guide = `/items/shop-permit?region=${district}`;

describe('a page that is only read', () => {
  test('ships no script and needs no sign-in', async () => {
    const browser = browserOf(world);

    const page = await browser.open(`${guide}&q-business=sale`);

    expect(page.status).toBe(200);
    expect(page.html).toContain('需要您准备 1 项');
    expect(page.html).not.toMatch(/<script|\son\w+=|style=/);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('stands in English under /en, with the same address otherwise', async () => {
    const page = await browserOf(world).open(`/en${guide}`);

    expect(page.html).toContain('<html lang="en"');
    expect(page.html).toContain('Answer a few questions');
    expect(page.html).toContain(`href="${guide.replaceAll('&', '&amp;')}" lang="zh-CN"`);
  });

  test('shows a city what only its districts handle', async () => {
    const browser = browserOf(world);

    const found = await browser.open(`/search?q=${encodeURIComponent('小店')}`);
    const page = await browser.open(`/items/shop-permit?region=${city}`);

    expect(found.html).toContain('小店经营许可');
    expect(found.html).toContain('由各区办理');
    expect(page.html).toContain('示例甲区');
  });

  test('keeps the mode for elders that its address asks for', async () => {
    const browser = browserOf(world);

    await browser.open('/?mode=elder');
    const next = await browser.open('/halls');

    expect(next.html).toContain('data-mode="elder"');
  });

  test('takes no notice of a region that does not exist', async () => {
    const reply = await world.app.inject({ url: '/', headers: { cookie: 'region=999999999999' } });

    expect(reply.statusCode).toBe(200);
    expect(reply.body).toContain('示例市');
  });
});

describe('what leads nowhere', () => {
  test('is a page for people and a problem for programs', async () => {
    const page = await browserOf(world).open('/nowhere');
    const api = await world.as().get('/api/nowhere');

    expect([page.status, page.title]).toEqual([404, '没有找到这个页面 · 示例市政务服务']);
    expect([api.statusCode, api.headers['content-type']]).toEqual([404, expect.stringContaining('problem+json')]);
  });

  test('a case of somebody else is not there', async () => {
    const { id } = await shop.aDraft(await world.citizen());

    const page = await browserOf(world, await world.citizen()).open(`/my/cases/${id}/form/shop`);

    expect(page.status).toBe(404);
    expect(page.html).toContain('没有找到这个办件');
  });

  test('a page of one’s own asks to sign in first and comes back', async () => {
    const page = await browserOf(world).open('/my/cases?show=drafts');

    expect(page.path).toBe('/sign-in?return=%2Fmy%2Fcases%3Fshow%3Ddrafts');
  });
});

describe('a form', () => {
  test('is refused without its token, with a stranger’s, and from another site', async () => {
    const citizen = await world.citizen();
    const browser = browserOf(world, citizen);
    const stranger = browserOf(world, await world.citizen());
    const token = (await stranger.open('/my/settings')).hidden('csrf');
    await browser.open('/my/settings');

    const without = await browser.post('/my/settings', { csrf: '', elder: 'true' });
    const foreign = await browser.post('/my/settings', { csrf: token, elder: 'true' });
    const elsewhere = await world.app.inject({
      method: 'POST',
      url: '/my/settings',
      headers: { cookie: citizen.cookie, origin: 'https://elsewhere.example' },
    });

    expect([without.status, foreign.status, elsewhere.statusCode]).toEqual([403, 403, 403]);
    expect((await browser.open('/my/settings')).html).not.toContain('data-mode="elder"');
  });

  test('signs in by a code without a script, and goes on where one was', async () => {
    const browser = browserOf(world);
    const mobile = world.newMobile();
    const at = '/sign-in?return=%2Fmy%2Fsettings';
    await browser.open(at);

    const sent = await browser.post(at, { '/mobile': mobile, intent: 'send' });
    const wrong = await browser.post(at, { '/mobile': mobile, '/code': '000000', sent: 'true' });
    const right = await browser.post(at, { '/mobile': mobile, '/code': await world.codeSentTo(mobile), sent: 'true' });

    expect([sent.status, wrong.status, right.path]).toEqual([200, 422, '/my/settings']);
    expect(wrong.title).toMatch(/^出错：/);
    expect(wrong.field('/mobile')).toBe(mobile);
  });

  test('says at its field what is wrong, keeps what was typed, and refuses control characters', async () => {
    const browser = browserOf(world, await world.citizen({ realName: false }));
    await browser.open('/my/real-name');

    const wrong = await browser.post('/my/real-name', { '/name': '示例', '/idNumber': '690102' });
    const unreadable = await browser.post('/my/real-name', { '/name': 'a\u0000b', '/idNumber': '1' });

    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('id="/idNumber:error"');
    expect(wrong.field('/name')).toBe('示例');
    expect(unreadable.status).toBe(400);
  });
});

describe('an application', () => {
  const complete = {
    '/shop/name': '示例小店',
    '/shop/area': '６０',
    '/shop/tenure': 'own',
    '/shop/open': 'true',
    '/shop/goods': 'food',
  };

  async function begin(citizen: Citizen): Promise<{ browser: Browser; at: string }> {
    const browser = browserOf(world, citizen);
    await browser.open('/items/shop-permit/start');
    const page = await browser.post('/items/shop-permit/start', { region: district, 'q-business': 'sale' });
    return { browser, at: page.path.replace(/\/form.*/, '') };
  }

  async function fill(citizen: Citizen): Promise<{ browser: Browser; at: string }> {
    const { browser, at } = await begin(citizen);
    await browser.open(`${at}/form/shop`);
    await browser.post(`${at}/form/shop`, { ...complete, intent: 'next' });
    await browser.post(browser.page.path, { '/partners/0/name': '示例甲', '/partners/0/kind': 'firm', intent: 'next' });
    await browser.postFiles(`${at}/materials`, { intent: 'next' }, { 'front-photo': jpeg });
    return { browser, at };
  }

  test('goes from the guide to the receipt by posting forms, and a second press submits nothing again', async () => {
    const citizen = await world.citizen();
    const { browser, at } = await fill(citizen);
    const [version, key] = [browser.page.hidden('version'), browser.page.hidden('key')];

    const undeclared = await browser.post(`${at}/check`, { version, key });
    const receipt = await browser.post(`${at}/check`, { version, key, declared: 'true' });
    const again = await browser.post(`${at}/check`, { version, key, declared: 'true' });

    expect(undeclared.status).toBe(400);
    expect([receipt.path, again.path]).toEqual([`${at}/receipt`, `${at}/receipt`]);
    expect(receipt.html).toMatch(/690102-\d{6}-\d{5}-/);
    expect(again.html).toContain(/690102-\d{6}-\d{5}-\w/.exec(receipt.html)?.[0] ?? 'no number');
  });

  test('shows what is missing instead of submitting', async () => {
    const { browser, at } = await begin(await world.citizen());

    await browser.open(`${at}/check`);
    const refused = await browser.post(`${at}/check`, { declared: 'true' });

    expect(refused.status).toBe(422);
    expect(refused.html).toContain(`${at}/materials#front-photo`);
  });

  test('a real name is asked for when it is needed, and the draft is still there afterwards', async () => {
    const { browser, at } = await fill(await world.citizen({ realName: false }));

    const asked = await browser.post(`${at}/check`, { declared: 'true' });
    const back = await browser.post(asked.path, { '/name': '示例某', '/idNumber': world.newIdNumber() });

    expect(asked.path).toMatch(/^\/my\/real-name/);
    expect(back.path).toBe(`${at}/check`);
    expect(back.html).toContain('示例小店');
  });

  test('what was typed when the session was over is posted again after signing in', async () => {
    const citizen = await world.citizen();
    const { browser, at } = await begin(citizen);
    await browser.open(`${at}/form/shop`);
    await world.moveClock('31 minutes');

    const over = await browser.post(`${at}/form/shop`, { ...complete, intent: 'next' });
    const signIn = `/sign-in?return=${encodeURIComponent(`${at}/form/shop`)}`;
    const carried = (html: string) =>
      [...html.matchAll(/name="carried" value="([^"]*)"/g)].map(([, field = '']) => field.replaceAll('&amp;', '&'));
    const begun = await browser.post(signIn, { intent: 'begin', carried: carried(over.html) });
    const sent = await browser.post(signIn, {
      '/mobile': citizen.mobile,
      intent: 'send',
      carried: carried(begun.html),
    });
    const code = await world.codeSentTo(citizen.mobile);
    const again = await browser.post(signIn, { '/mobile': citizen.mobile, '/code': code, carried: carried(sent.html) });
    const fields = Object.fromEntries(Object.keys(complete).map((name) => [name, again.hidden(name)]));
    const saved = await browser.post(`${at}/form/shop`, { ...fields, intent: 'next' });

    expect([over.status, again.status]).toEqual([401, 200]);
    expect(fields).toEqual(complete);
    expect(saved.path).toBe(`${at}/form/people`);
  });

  test('a draft changed elsewhere keeps what was typed here and shows both', async () => {
    const citizen = await world.citizen();
    const { browser, at } = await begin(citizen);
    const elsewhere = browserOf(world, citizen);
    await Promise.all([browser.open(`${at}/form/shop`), elsewhere.open(`${at}/form/shop`)]);

    await elsewhere.post(`${at}/form/shop`, { ...complete, '/shop/name': '那边的店', intent: 'next' });
    const stale = await browser.post(`${at}/form/shop`, { ...complete, '/shop/name': '这边的店', intent: 'next' });
    const settled = await browser.post(`${at}/form/shop`, { ...complete, '/shop/name': '这边的店', intent: 'next' });

    expect(stale.status).toBe(412);
    expect(stale.html).toContain('别处保存的：那边的店');
    expect(stale.field('/shop/name')).toBe('这边的店');
    expect(settled.path).not.toBe(`${at}/form/shop`);
  });

  test('an answer that brings new questions shows them before it goes on', async () => {
    const { browser, at } = await begin(await world.citizen());
    await browser.open(`${at}/form/shop`);

    const page = await browser.post(`${at}/form/shop`, { ...complete, '/shop/tenure': 'rent', intent: 'next' });

    expect(page.path).toBe(`${at}/form/shop`);
    expect(page.html).toContain('租期');
  });

  test('a file that is none is refused by name, and the good one beside it is kept', async () => {
    const { browser, at } = await begin(await world.citizen());
    await browser.open(`${at}/materials`);

    const page = await browser.postFiles(
      `${at}/materials`,
      { intent: 'upload' },
      { 'front-photo': jpeg, plan: Buffer.from('not a picture') },
    );

    expect(page.status).toBe(400);
    expect(page.html).toContain('“plan.jpg”');
    expect(page.html).toContain('front-photo.jpg');
  });

  test('files without the form’s token are not taken in', async () => {
    const { browser, at } = await begin(await world.citizen());
    await browser.open(`${at}/materials`);

    const refused = await browser.postFiles(`${at}/materials`, { csrf: '' }, { 'front-photo': jpeg });
    const page = await browser.open(`${at}/materials`);

    expect(refused.status).toBe(403);
    expect(page.html).not.toContain('front-photo.jpg');
  });
});

test('an agent whose mandate has ended chooses again before anything else', async () => {
  const agent = await world.firmAgent();
  const browser = browserOf(world, agent);
  await world.as(agent.legalRepresentative).post(`/api/my/mandates/${agent.mandateId}/revoke`);

  const read = await browser.open('/my/cases');
  const posted = await browser.post('/items/shop-permit/start', { region: district, 'q-business': 'sale' });

  expect([read.path, posted.path]).toEqual(['/my/identity', '/my/identity']);
  expect(posted.html).toContain('您原来的授权已经结束');
});
