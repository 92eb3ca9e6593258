import { describe, expect, test } from 'vitest';
import { createWorld } from '../../../test/world.ts';
import { inTx } from '../../kernel/db.ts';
import { contactOf, findPersonByIdNumber, revealPerson } from './people.ts';

const world = await createWorld();
const { db, keys, owner } = world.ctx;
const clerk = await world.staff('acceptanceOfficer');

describe('at the window', () => {
  const register = (body: object, who = clerk) => world.as(who).post('/api/desk/people', body);

  test('somebody without an account gets one, with or without a phone, at level L2', async () => {
    const idNumber = world.newIdNumber();

    const reply = await register({ name: '示例到场', idNumber });

    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toMatchObject({ name: '示***' });
    const row = await owner
      .selectFrom('identity.person')
      .select(['real_name_level', 'registered_by', 'mobile_index'])
      .where('id', '=', reply.json().id)
      .executeTakeFirst();
    expect(row).toEqual({ real_name_level: 'L2', registered_by: 'window', mobile_index: null });
    expect(
      (await register({ name: '示例到场', idNumber: world.newIdNumber(), mobile: world.newMobile() })).statusCode,
    ).toBe(201);
  });

  test('their account is found by the ID card, and that it was looked for is written down', async () => {
    const citizen = await world.citizen();
    const find = (idNumber: string) => world.as(clerk).post('/api/desk/people/find', { idNumber });

    expect((await find(citizen.idNumber)).json()).toEqual({
      person: { id: citizen.id, name: expect.stringMatching(/^示\*+$/) },
    });
    expect((await find(world.newIdNumber())).json()).toEqual({ person: null });
    expect((await world.as(citizen).get('/api/my/access-log')).json().items).toMatchObject([
      { action: 'identity.personFound', purpose: '窗口办理' },
    ]);
  });

  test('an ID number or a phone that has an account is told apart', async () => {
    const citizen = await world.citizen();

    expect((await register({ name: citizen.name, idNumber: citizen.idNumber })).json()).toMatchObject({
      status: 409,
      type: 'identity/id-number-taken',
    });
    expect(
      (await register({ name: '示例到场', idNumber: world.newIdNumber(), mobile: citizen.mobile })).json(),
    ).toMatchObject({ status: 409, type: 'identity/mobile-taken' });
    expect((await register({ name: '示例到场', idNumber: '690102199001010010' })).statusCode).toBe(400);
  });

  test('only whoever receives people opens accounts', async () => {
    const body = { name: '示例到场', idNumber: world.newIdNumber() };

    expect((await register(body, await world.staff('reviewer'))).statusCode).toBe(403);
    expect((await register(body, await world.staff('systemAdministrator'))).statusCode).toBe(403);
    expect((await world.as(await world.citizen()).post('/api/desk/people', body)).statusCode).toBe(401);
  });
});

describe('a person is shown in full', () => {
  const reveal = (who: typeof clerk, personId: string, purpose = '核对申请材料') =>
    inTx(db, (tx) => revealPerson(tx, keys, who.actor, personId, purpose));

  test('to whoever handles cases, for a purpose that is kept', async () => {
    const citizen = await world.citizen();

    expect(await reveal(clerk, citizen.id)).toEqual({
      name: citizen.name,
      idNumber: citizen.idNumber,
      mobile: citizen.mobile,
    });
    const entry = owner
      .selectFrom('platform.audit')
      .select(['actor_id', 'purpose'])
      .where('subject_id', '=', citizen.id)
      .where('action', '=', 'identity.personRevealed');
    expect(await entry.execute()).toEqual([{ actor_id: clerk.id, purpose: '核对申请材料' }]);
  });

  test('not without a purpose, and not to administrators or supervisors', async () => {
    const { id } = await world.citizen();

    await expect(reveal(clerk, id, ' ')).rejects.toMatchObject({ type: 'identity/purpose-required' });
    for (const role of ['systemAdministrator', 'securityAdministrator', 'auditAdministrator', 'supervisor'] as const)
      await expect(reveal(await world.staff(role), id), role).rejects.toMatchObject({ status: 403 });
  });

  test('thirty times an hour and no more, also when a script asks at once', async () => {
    const [curious, { id }] = [await world.staff('reviewer'), await world.citizen()];

    const looks = await Promise.allSettled(Array.from({ length: 40 }, () => reveal(curious, id)));

    expect(looks.filter((look) => look.status === 'fulfilled')).toHaveLength(30);
    await expect(reveal(curious, id)).rejects.toMatchObject({ status: 429 });
  });

  test('not when it cannot be written down', async () => {
    const { id } = await world.citizen();
    await world.ctx.ownerPool.query(`revoke insert on platform.audit from tongban_app`);

    await expect(reveal(clerk, id)).rejects.toThrow(/permission denied/);

    await world.ctx.ownerPool.query(`grant insert on platform.audit to tongban_app`);
  });
});

test('a firm is reached through the agent who acts for it', async () => {
  const agent = await world.firmAgent();

  const contact = await contactOf(db, keys, { kind: 'firm', id: agent.firm.id, agentId: agent.id });

  expect(contact).toEqual({ name: agent.firm.name, uscc: agent.firm.uscc, idNumber: null, mobile: agent.mobile });
});

test('numbers are kept sealed: the database holds neither ID numbers nor phones as text', async () => {
  const citizen = await world.citizen();

  const { rows } = await world.ctx.ownerPool.query(
    `select p::text || encode(p.mobile_sealed, 'escape') || encode(p.id_number_sealed, 'escape') as row from identity.person p where id = $1`,
    [citizen.id],
  );

  for (const secret of [citizen.idNumber, citizen.mobile]) expect(rows[0].row).not.toContain(secret);
  expect(await findPersonByIdNumber(db, keys, citizen.idNumber)).toEqual({ id: citizen.id, name: citizen.name });
});
