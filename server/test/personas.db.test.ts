import { describe, expect, test } from 'vitest';
import { system } from '../src/kernel/actor.ts';
import { inTx } from '../src/kernel/db.ts';
import { revokeMandate } from '../src/modules/identity/mandates.ts';
import { grantPost } from '../src/modules/org/public.ts';
import { itemKey, setScene } from './authz/scene.ts';
import { district } from './items.ts';
import { key, match } from './shop.ts';
import { shopAnswers } from './shop-item.ts';
import type { Citizen, Official } from './world.ts';

/** People who mean no good, or whose right has just gone. What each may do is in the matrix; here they go on trying. */

const scene = await setScene();
const { world, people, versionOf } = scene;
const [clerk, reviewer] = [people.clerk.official!, people.reviewer.official!];
const clerkLike = () => world.staff('acceptanceOfficer', 690102, 'approval');
const start = { itemKey, regionCode: district, situation: { business: 'sale' } };

const auditedBy = async ({ id }: Official, action: string) =>
  await world.ctx.owner
    .selectFrom('platform.audit')
    .select(['subject_id', 'purpose'])
    .where('actor_id', '=', id)
    .where('action', '=', action)
    .execute();

describe('an official is suspended while she works', () => {
  test('her next request is refused, whatever it is, and her old session does not come back with her', async () => {
    const [official, caseId] = [await clerkLike(), await scene.caseOf('citizen RECEIVED')];
    const [me, admin] = [world.as(official), world.as(people.secAdmin.official!)];
    const accept = async () =>
      await me.post(`/api/cases/${caseId}/accept`, {}, match(await versionOf('cases.case', caseId)));
    expect((await me.get(`/api/cases/${caseId}`)).statusCode).toBe(200);

    const account = await admin.get(`/api/desk/staff/${official.id}`);
    const suspended = await admin.post(`/api/desk/staff/${official.id}/suspend`, undefined, {
      'if-match': String(account.headers.etag),
    });
    const [reading, acting, session] = [
      await me.get(`/api/cases/${caseId}`),
      await accept(),
      await me.get('/api/desk/session'),
    ];
    await world.settle();
    await admin.post(`/api/desk/staff/${official.id}/resume`, undefined, {
      'if-match': String(suspended.headers.etag),
    });

    for (const reply of [reading, acting, session])
      expect(reply.json()).toMatchObject({ status: 403, type: 'identity/account-suspended' });
    expect((await me.get(`/api/cases/${caseId}`)).statusCode).toBe(401);
    scene.forget();
  });
});

describe('a curious clerk looks through forty strangers', () => {
  test('she reads masks, each reading is written down, and after thirty unmasked values she is stopped and that is written down', async () => {
    const curious = await clerkLike();
    const strangers: { citizen: Citizen; caseId: string }[] = [];
    for (let i = 0; i < 40; i += 1) {
      const citizen = await world.citizen();
      strangers.push({ citizen, caseId: await scene.submittedBy(citizen) });
    }

    const views = await Promise.all(strangers.map(({ caseId }) => world.as(curious).get(`/api/cases/${caseId}`)));
    const looks = await Promise.all(
      strangers.map(({ caseId }) =>
        world.as(curious).post(`/api/cases/${caseId}/reveal`, { field: 'mobile', purpose: '核实联系方式' }),
      ),
    );

    const shown = views.map(({ body }) => body).join();
    expect(views.every(({ statusCode }) => statusCode === 200)).toBe(true);
    expect(
      strangers.filter(({ citizen: { name, mobile, idNumber } }) =>
        [name, mobile, idNumber].some((value) => shown.includes(value)),
      ),
    ).toEqual([]);
    expect(await auditedBy(curious, 'cases.read')).toHaveLength(40);

    const [seen, stopped] = [200, 429].map((status) => looks.filter(({ statusCode }) => statusCode === status));
    expect([seen!.length, stopped!.length]).toEqual([30, 10]);
    expect(stopped!.every(({ headers }) => Number(headers['retry-after']) > 0)).toBe(true);
    expect(await auditedBy(curious, 'identity.personRevealed')).toHaveLength(30);
    expect(await auditedBy(curious, 'cases.revealRefused')).toHaveLength(10);
    const { citizen } = strangers[looks.indexOf(seen![0]!)]!;
    const log = await world.as(citizen).get('/api/my/access-log');
    expect(log.body).toContain('核实联系方式');
  });

  test('what somebody is still writing is not there for her: not by its id, not in a list, not by a colleague’s number', async () => {
    const writing = await world.citizen();
    const { id } = (await world.as(writing).post('/api/my/cases', start)).json<{ id: string }>();

    const byId = await world.as(clerk).get(`/api/cases/${id}`);
    const list = await world.as(clerk).get('/api/cases?limit=100');
    const drafts = await world.as(clerk).get('/api/cases?state=DRAFT');

    expect(byId.statusCode).toBe(404);
    expect(list.body).not.toContain(id);
    expect(drafts.json()).toMatchObject({ items: [] });
    expect(await auditedBy(clerk, 'cases.read')).toEqual([]);
  });

  test('a photograph that she opens is in the applicant’s record of who looked', async () => {
    const { caseId, fileId } = await scene.caseWithFile('citizen SUBMITTED');
    const curious = await clerkLike();

    await world.as(curious).get(`/api/cases/${caseId}/files/${fileId}`);

    const log = await world.as(people.citizen.person!).get('/api/my/access-log');
    expect(log.json<{ items: { action: string }[] }>().items[0]).toMatchObject({ action: 'cases.fileRead' });
    expect(await auditedBy(curious, 'cases.fileRead')).toHaveLength(1);
  });
});

describe('a mandate ends between two requests of the agent', () => {
  test('the second is refused, also when it only repeats the first, and the case is as it was', async () => {
    const agent = await world.firmAgent();
    const me = world.as(agent);
    const { id, version } = (await me.post('/api/my/cases', start)).json<{ id: string; version: number }>();
    const saved = await me.put(`/api/my/cases/${id}/answers`, { answers: shopAnswers }, match(version));
    const headers = { ...match(saved.json<{ version: number }>().version), ...key() };
    const submitted = await me.post(`/api/my/cases/${id}/submit`, undefined, headers);
    expect(submitted.statusCode).toBe(200);
    const before = await scene.fingerprint();

    await inTx(world.ctx.db, (tx) => revokeMandate(tx, agent.legalRepresentative.actor, agent.mandateId));
    const revoked = await scene.fingerprint();
    const again = [
      await me.post(`/api/my/cases/${id}/submit`, undefined, headers),
      await me.get(`/api/my/cases/${id}`),
      await me.get('/api/my/cases'),
      await me.post('/api/my/cases', start),
      await me.delete(`/api/my/cases/${id}`, match(1)),
    ];

    expect(again.map((reply) => reply.json().type)).toEqual(Array(5).fill('identity/mandate-ended'));
    expect(revoked).not.toBe(before);
    expect(await scene.fingerprint()).toBe(revoked);
  });

  test('as herself again she does not see the firm’s cases, and cannot repeat what she sent for it', async () => {
    const agent = await world.firmAgent();
    const { id, version } = (await world.as(agent).post('/api/my/cases', start)).json<{
      id: string;
      version: number;
    }>();
    await inTx(world.ctx.db, (tx) => revokeMandate(tx, agent.legalRepresentative.actor, agent.mandateId));

    const chosen = await world.as(agent).post('/api/my/identity', { mandateId: null });
    const herself = world.as({ cookie: String(chosen.headers['set-cookie']).split(';')[0]! });

    expect((await herself.get(`/api/my/cases/${id}`)).statusCode).toBe(404);
    expect((await herself.get('/api/my/cases')).json()).toMatchObject({ items: [] });
    expect((await herself.delete(`/api/my/cases/${id}`, match(version))).statusCode).toBe(404);
  });

  test('a mandate for other items opens neither the firm’s case nor its line in the list', async () => {
    const agent = await world.firmAgent({ itemKeys: ['another-permit'] });
    const { legalRepresentative, firm } = agent;
    const chief = await world.as(legalRepresentative).get('/api/session');
    const [statutory] = chief.json<{ choices: { id: string }[] }>().choices;
    const acting = await world.as(legalRepresentative).post('/api/my/identity', { mandateId: statutory!.id });
    const firmItself = world.as({ cookie: String(acting.headers['set-cookie']).split(';')[0]! });
    const { id } = (await firmItself.post('/api/my/cases', start)).json<{ id: string }>();

    const [view, list, begun] = [
      await world.as(agent).get(`/api/my/cases/${id}`),
      await world.as(agent).get('/api/my/cases'),
      await world.as(agent).post('/api/my/cases', start),
    ];

    expect((await firmItself.get('/api/my/cases')).body).toContain(firm.name);
    expect(view.statusCode).toBe(404);
    expect(list.json()).toMatchObject({ items: [] });
    expect(begun.json()).toMatchObject({ status: 403, type: 'cases/outside-mandate' });
  });
});

describe('two people decide', () => {
  test('a decision maker does not decide what she reviewed, in favour or against, now or after sending it back to herself', async () => {
    const both = await world.staff('reviewer');
    const [post] = both.actor.posts;
    await inTx(world.ctx.db, (tx) =>
      grantPost(tx, system('test'), { ...post!, staffId: both.id, version: 2, role: 'decisionMaker', itemKeys: null }),
    );
    const caseId = await scene.caseOf('citizen ACCEPTED');
    const act = async (action: string, body: object) =>
      await world
        .as(both)
        .post(`/api/cases/${caseId}/${action}`, body, { ...match(await versionOf('cases.case', caseId)), ...key() });
    const note = { note: '材料齐全' };
    await act('startReview', {});
    await act('recommend', note);

    const first = [await act('grant', note), await act('refuse', { ...note, basis: ['行政许可法第三十八条'] })];
    await act('returnToReview', note);
    await act('recommend', note);
    const second = await act('grant', note);

    for (const reply of [...first, second])
      expect(reply.json()).toMatchObject({ status: 403, type: 'cases/same-person' });
    scene.forget();
  });

  test('a colleague does not change the findings on a case that another has claimed', async () => {
    const [colleague, caseId] = [await world.staff('reviewer'), await scene.caseOf('citizen UNDER_REVIEW')];
    const version = await versionOf('cases.case', caseId);
    const judge = (who: Official) =>
      world.as(who).put(`/api/cases/${caseId}/points/area-small`, { verdict: 'FAIL' }, match(version));

    expect((await judge(colleague)).json()).toMatchObject({ status: 409, type: 'cases/claimed' });
    expect((await judge(reviewer)).statusCode).toBe(200);
  });
});

describe('an official and a person are two sessions', () => {
  const [desk, own] = [clerk.cookie, people.otherCitizen.person!.cookie];
  const renamed = (cookie: string, name: string) => ({ cookie: cookie.replace(/^[^=]+/, name) });

  test('an official does not apply with the desk’s cookie, under its own name or under the other’s', async () => {
    const tries = [{ cookie: desk }, renamed(desk, '__Host-sid')];

    for (const who of tries) {
      expect((await world.as(who).post('/api/my/cases', start)).statusCode).toBe(401);
      expect((await world.as(who).get('/api/my/account')).statusCode).toBe(401);
    }
  });

  test('a person does not come to the desk with her own', async () => {
    for (const who of [{ cookie: own }, renamed(own, '__Host-desk')])
      expect((await world.as(who).get('/api/cases')).statusCode).toBe(401);
  });

  test('who is signed in on both sides is on each side only who she is there', async () => {
    const both = world.as({ cookie: `${own}; ${desk}` });
    const caseId = await scene.caseOf('citizen SUBMITTED');

    expect((await both.get(`/api/my/cases/${caseId}`)).statusCode).toBe(404);
    expect((await both.get(`/api/cases/${caseId}`)).statusCode).toBe(200);
    expect((await both.post('/api/my/cases', start)).statusCode).toBe(200);
  });
});
