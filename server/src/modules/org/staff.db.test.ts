import { describe, expect, test } from 'vitest';
import { createWorld, type Official } from '../../../test/world.ts';
import { newId } from '../../kernel/ids.ts';
import type { StaffView } from './contract.ts';
import { listDepartments } from './store.ts';

const world = await createWorld();
const administrator = await world.staff('securityAdministrator');
const cityAdministrator = await world.staff('securityAdministrator', 690100, 'city-approval');
const market = (await listDepartments(world.ctx.db, 690102)).find(({ key }) => key === 'market');
const matched = (version: number) => ({ 'if-match': `"${version}"` });

let made = 0;
const create = (body: object = {}, who: Official = administrator) => {
  made += 1;
  return world
    .as(who)
    .post('/api/desk/staff', { areaCode: 690102, loginName: `new.clerk.${made}`, displayName: '示例新人', ...body });
};
const newStaff = async (): Promise<StaffView> => (await create()).json();
const grant = (staff: StaffView, post: object = {}, who: Official = administrator) =>
  world
    .as(who)
    .post(
      `/api/desk/staff/${staff.id}/posts`,
      { role: 'reviewer', departmentId: market!.id, regionCode: '690102000000', ...post },
      matched(staff.version),
    );
const change = (staff: { id: string; version: number }, step: 'suspend' | 'resume', who: Official = administrator) =>
  world.as(who).post(`/api/desk/staff/${staff.id}/${step}`, undefined, matched(staff.version));
const audited = async (subjectId: string) =>
  (
    await world.ctx.owner
      .selectFrom('platform.audit')
      .select('action')
      .where('subject_id', '=', subjectId)
      .orderBy('id')
      .execute()
  ).map(({ action }) => action);

describe('an account', () => {
  test('is made by the security administrator, and has no rights yet', async () => {
    const reply = await create();

    expect(reply.statusCode).toBe(201);
    expect(reply.headers.etag).toBe('"1"');
    expect(reply.json()).toMatchObject({ suspended: false, posts: [] });
    expect(await audited(reply.json().id)).toEqual(['org.staffCreated']);
  });

  test('has a login name that nobody else has', async () => {
    const replies = await Promise.all([create({ loginName: 'same.name' }), create({ loginName: 'same.name' })]);

    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([201, 409]);
    expect(replies.find((reply) => reply.statusCode === 409)?.json()).toMatchObject({
      errors: [{ pointer: '/loginName' }],
    });
  });

  test.each([
    [{ loginName: 'Capital' }],
    [{ loginName: 'a' }],
    [{ displayName: '' }],
    [{ displayName: '示\u0000例' }],
    [{ areaCode: '690102' }],
    [{ role: 'reviewer' }],
    [{ suspended: false }],
  ])('made of %j is a 400', async (body) => {
    expect((await create(body)).statusCode).toBe(400);
  });

  test('is made only within the administrator’s region, and by nobody else', async () => {
    expect((await create({ areaCode: 690103 })).json()).toMatchObject({ status: 403, type: 'org/not-yours' });
    expect((await create({ areaCode: 690103 }, cityAdministrator)).statusCode).toBe(201);
    expect((await create({ areaCode: 690188 }, cityAdministrator)).statusCode).toBe(404);
    for (const role of ['systemAdministrator', 'auditAdministrator', 'reviewer', 'supervisor'] as const)
      expect((await create({}, await world.staff(role))).statusCode, role).toBe(403);
    expect((await world.as(await world.citizen()).post('/api/desk/staff', {})).statusCode).toBe(401);
  });
});

describe('a post', () => {
  test('is granted, is seen, and counts at the holder’s next request until it is ended', async () => {
    const clerk = await world.staff('reviewer');
    const staff: StaffView = (await world.as(administrator).get(`/api/desk/staff/${clerk.id}`)).json();
    const intake = () => world.as(clerk).post('/api/desk/people/find', { idNumber: world.newIdNumber() });
    expect((await intake()).statusCode).toBe(403);

    const granted = (await grant(staff, { role: 'acceptanceOfficer', itemKeys: ['residence-permit'] })).json();

    expect(granted.posts[1]).toMatchObject({
      role: 'acceptanceOfficer',
      itemKeys: ['residence-permit'],
      validTo: null,
    });
    expect((await intake()).statusCode).toBe(200);
    const url = `/api/desk/staff/${clerk.id}/posts/${granted.posts[1].id}`;
    expect((await world.as(administrator).delete(url, matched(granted.version))).statusCode).toBe(200);
    expect((await intake()).statusCode).toBe(403);
    expect((await world.as(administrator).delete(url, matched(granted.version + 1))).statusCode).toBe(404);
    expect(await audited(clerk.id)).toEqual(expect.arrayContaining(['org.postGranted', 'org.postEnded']));
  });

  test('holds from its first day to its last', async () => {
    const clerk = await world.staff('reviewer');
    const staff: StaffView = (await world.as(administrator).get(`/api/desk/staff/${clerk.id}`)).json();
    await grant(staff, { role: 'acceptanceOfficer', validFrom: '2999-01-01', validTo: '2999-12-31' });

    expect((await world.as(clerk).post('/api/desk/people/find', { idNumber: world.newIdNumber() })).statusCode).toBe(
      403,
    );
    expect(
      (
        await grant({ ...staff, version: 3 }, { role: 'supervisor', validFrom: '2999-02-01', validTo: '2999-01-01' })
      ).json(),
    ).toMatchObject({
      status: 422,
      type: 'org/days-reversed',
    });
  });

  test('of an administrator goes with no other, also when both are granted at once', async () => {
    const staff = await newStaff();
    const first: StaffView = (await grant(staff)).json();
    expect((await grant(first, { role: 'auditAdministrator' })).json()).toMatchObject({
      status: 422,
      type: 'org/roles-conflict',
      held: 'reviewer',
      errors: [{ pointer: '/role' }],
    });
    const fresh = await newStaff();

    const both = await Promise.all([
      grant(fresh, { role: 'systemAdministrator' }),
      grant(fresh, { role: 'auditAdministrator' }),
    ]);

    expect(both.map((reply) => reply.statusCode).sort()).toEqual([201, 412]);
  });

  test('is not granted twice, to oneself, beyond the region, or on an old version', async () => {
    const staff = await newStaff();
    const own: StaffView = (await world.as(administrator).get(`/api/desk/staff/${administrator.id}`)).json();
    const granted: StaffView = (await grant(staff)).json();

    expect((await grant(granted)).json()).toMatchObject({ status: 409, type: 'org/post-held' });
    expect((await grant(staff)).json()).toMatchObject({ status: 412, type: 'request/stale', version: 2 });
    expect((await grant(own)).json()).toMatchObject({ status: 403, type: 'org/own-account' });
    expect((await grant(granted, { regionCode: '690100000000', role: 'supervisor' })).json()).toMatchObject({
      type: 'org/not-yours',
    });
    expect((await grant(granted, { regionCode: '690103000000', role: 'supervisor' })).json()).toMatchObject({
      type: 'org/not-yours',
    });
    expect((await grant(granted, { departmentId: newId(690102), role: 'supervisor' })).statusCode).toBe(404);
    expect((await grant(granted, { role: 'mayor' })).statusCode).toBe(400);
    expect((await grant(granted, { itemKeys: [] })).statusCode).toBe(400);
    expect(
      (
        await world.as(administrator).post(`/api/desk/staff/${staff.id}/posts`, {
          role: 'supervisor',
          departmentId: market!.id,
          regionCode: '690102000000',
        })
      ).statusCode,
    ).toBe(428);
  });
});

describe('a suspension', () => {
  test('is told to others in an event, undone once, and each step is written down', async () => {
    const staff = await newStaff();

    const suspended = (await change(staff, 'suspend')).json();

    expect(suspended).toMatchObject({ suspended: true, version: 2 });
    expect((await change(suspended, 'suspend')).json()).toMatchObject({ status: 409, type: 'org/suspended' });
    const resumed = (await change(suspended, 'resume')).json();
    expect((await change(resumed, 'resume')).json()).toMatchObject({ status: 409, type: 'org/not-suspended' });
    expect(await audited(staff.id)).toEqual(['org.staffCreated', 'org.staffSuspended', 'org.staffResumed']);
  });

  test('by two administrators at once happens once', async () => {
    const staff = await newStaff();

    const replies = await Promise.all([change(staff, 'suspend'), change(staff, 'suspend', cityAdministrator)]);

    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 412]);
  });

  test('is not for oneself, nor for an account elsewhere', async () => {
    const elsewhere = await world.staff('reviewer', 690103);

    expect((await change({ id: administrator.id, version: 2 }, 'suspend')).json()).toMatchObject({
      type: 'org/own-account',
    });
    expect((await change({ id: elsewhere.id, version: 2 }, 'suspend')).json()).toMatchObject({ type: 'org/not-yours' });
    expect((await change({ id: newId(690102), version: 1 }, 'suspend')).statusCode).toBe(404);
    expect((await change({ id: elsewhere.id, version: 2 }, 'suspend', cityAdministrator)).statusCode).toBe(200);
  });
});

test('accounts are listed in pages, those of the administrator’s region only', async () => {
  await create({ loginName: 'aaa.first' });
  await create({ loginName: 'aab.second', areaCode: 690103 }, cityAdministrator);
  await create({ loginName: 'aac.third' });
  const list = async (who: Official, query: string) => (await world.as(who).get(`/api/desk/staff${query}`)).json();
  const names = ({ items }: { items: StaffView[] }) => items.map(({ loginName }) => loginName);

  const first = await list(administrator, '?limit=1');
  const second = await list(administrator, `?limit=1&after=${first.next}`);

  expect([names(first), names(second)]).toEqual([['aaa.first'], ['aac.third']]);
  expect(names(await list(cityAdministrator, '?limit=3'))).toEqual(['aaa.first', 'aab.second', 'aac.third']);
  expect((await world.as(administrator).get('/api/desk/staff?limit=0')).statusCode).toBe(400);
  expect(
    (await world.as(administrator).get(`/api/desk/staff/${(await world.staff('reviewer', 690103)).id}`)).statusCode,
  ).toBe(404);
});
