import { expect, test } from 'vitest';
import { testContext } from '../../test/database.ts';
import { anonymous, type PersonActor, system } from './actor.ts';
import { audit } from './audit.ts';
import { inTx } from './db.ts';
import { newId } from './ids.ts';

const { db } = await testContext();
const entriesOf = (subjectId: string) =>
  db.selectFrom('platform.audit').selectAll().where('subject_id', '=', subjectId).orderBy('id').execute();

test('an act is recorded with who, for whom, what, why and when', async () => {
  const subjectId = newId(690102);
  const actor: PersonActor = {
    kind: 'person',
    id: newId(),
    sessionId: newId(),
    name: '示例甲',
    realNameLevel: 'L2',
    actingFor: { mandateId: newId(), kind: 'firm', id: newId(), name: '示例公司', itemKeys: null },
  };

  await inTx(db, (tx) =>
    audit(tx, actor, {
      areaCode: 690102,
      action: 'cases.personalDataRead',
      subjectId,
      purpose: '核对申请人',
      detail: { fields: ['mobile'], count: 1 },
    }),
  );

  const [entry] = await entriesOf(subjectId);
  expect(entry).toMatchObject({
    area_code: 690102,
    action: 'cases.personalDataRead',
    actor_kind: 'person',
    actor_id: actor.id,
    acting_for_id: actor.actingFor?.id,
    purpose: '核对申请人',
    detail: { fields: ['mobile'], count: 1 },
  });
  expect(entry?.at).toBeInstanceOf(Date);
  expect(JSON.stringify(entry)).not.toContain('示例甲');
});

test('a job is recorded by its name, somebody unknown without one', async () => {
  const subjectId = newId(690102);

  for (const actor of [system('cases.dispatch'), anonymous])
    await inTx(db, (tx) => audit(tx, actor, { areaCode: 690102, action: 'test.done', subjectId }));

  expect((await entriesOf(subjectId)).map(({ actor_kind, actor_id }) => [actor_kind, actor_id])).toEqual([
    ['system', 'cases.dispatch'],
    ['anonymous', null],
  ]);
});

test('an act that cannot be recorded does not happen', async () => {
  const key = newId();
  const act = inTx(db, async (tx) => {
    await tx
      .insertInto('platform.idempotency')
      .values({ actor: 'test', key, request: Buffer.alloc(1) })
      .execute();
    await audit(tx, system('test'), { areaCode: 690102, action: 'not an action' });
  });

  await expect(act).rejects.toThrow(/audit_action_form/);
  expect(await db.selectFrom('platform.idempotency').selectAll().where('key', '=', key).execute()).toEqual([]);
});
