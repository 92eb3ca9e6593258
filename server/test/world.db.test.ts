import { expect, test } from 'vitest';
import { createWorld } from './world.ts';

const world = await createWorld();

test('a world has citizens, agents of firms and officials who are signed in', async () => {
  const citizen = await world.citizen();
  const agent = await world.firmAgent({ itemKeys: ['some-item'] });
  const clerk = await world.staff('acceptanceOfficer', 690103, 'approval');

  expect(citizen.actor).toMatchObject({ kind: 'person', name: citizen.name, realNameLevel: 'L2' });
  expect(agent.actor.actingFor).toMatchObject({ kind: 'firm', name: agent.firm.name, itemKeys: ['some-item'] });
  expect(clerk.actor.posts).toMatchObject([{ role: 'acceptanceOfficer', regionCode: '690103000000', itemKeys: null }]);
  expect(world.canaries).toContain(citizen.idNumber);
  expect(world.canaries).toContain(clerk.name);
});

test('requests carry the cookie of whoever makes them', async () => {
  const administrator = await world.staff('securityAdministrator');

  expect((await world.as(administrator).get('/api/desk/staff')).statusCode).toBe(200);
  expect((await world.as(await world.staff('reviewer')).get('/api/desk/staff')).statusCode).toBe(403);
  expect((await world.as(await world.citizen()).get('/api/desk/staff')).statusCode).toBe(401);
  expect((await world.as().get('/api/regions')).json().items).toMatchObject([{ name: '示例市', sample: true }]);
});
