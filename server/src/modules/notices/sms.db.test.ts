import { expect, test } from 'vitest';
import { createWorld } from '../../../test/world.ts';
import { inTx } from '../../kernel/db.ts';
import { emulatedGateway } from './emulator.ts';
import { type SmsGateway, SmsRefused } from './gateway.ts';
import { notify } from './notify.ts';
import { sendMessage } from './send.ts';
import type { NoticeKind } from './zh.ts';

const world = await createWorld();
const { ctx } = world;
const facts = { number: '690102-261121-00372-8', itemName: '食品经营许可（新办）' };

const tell = (personId: string, kind: NoticeKind = 'caseAccepted') =>
  inTx(ctx.db, (tx) => notify(tx, { areaCode: 690102, personId, kind, facts }));
const messagesTo = (personId: string | null) =>
  ctx.owner
    .selectFrom('notices.message')
    .selectAll()
    .where('person_id', personId === null ? 'is' : '=', personId)
    .orderBy('id')
    .execute();
const lastMessageTo = async (personId: string) => (await messagesTo(personId)).at(-1)!;
const inboxOf = async (mobile: string): Promise<string[]> =>
  (await world.as().get('/dev/inbox/messages'))
    .json()
    .items.flatMap((sms: { mobile: string; text: string }) => (sms.mobile === mobile ? [sms.text] : []));
const misbehave = (mobile: string, fault: string, times = 1) =>
  world.as().put('/dev/inbox/faults', { mobile, fault, times });

/** The queue waits ever longer between attempts; here it does not. */
async function settleNow(): Promise<void> {
  for (let waiting = 1; waiting > 0; ) {
    await world.settle();
    const { rows } = await ctx.ownerPool.query<{ n: number }>(
      'with due as (update graphile_worker._private_jobs set run_at = now() where attempts < max_attempts returning 1) select count(*)::int as n from due',
    );
    waiting = rows[0]?.n ?? 0;
  }
}

test('a step that matters goes to the telephone too, and its receipt comes back', async () => {
  const citizen = await world.citizen();

  await tell(citizen.id);
  await world.settle();

  expect(await inboxOf(citizen.mobile)).toEqual([
    '【通办】您的办件690102-261121-00372-8已受理，开始计算期限。下一步：部门审查。',
  ]);
  expect(await lastMessageTo(citizen.id)).toMatchObject({ state: 'sent', attempts: 1, receipt: 'delivered' });
});

test('a step that does not is only in the portal', async () => {
  const citizen = await world.citizen();

  await tell(citizen.id, 'caseReceived');
  await world.settle();

  expect(await messagesTo(citizen.id)).toEqual([]);
});

test('a sign-in code reaches the telephone it was asked for; neither code nor number stays behind', async () => {
  const mobile = world.newMobile();

  const reply = await world.as().post('/api/session/code', { mobile });
  await world.settle();

  expect(reply.statusCode).toBeLessThan(300);
  const [text = ''] = await inboxOf(mobile);
  expect(text).toMatch(/验证码 \d{6}，用于登录/);
  const sent = (await messagesTo(null)).at(-1);
  expect(sent).toMatchObject({ kind: 'signInCode', state: 'sent', text: null, sealed: null, person_id: null });
  expect(JSON.stringify(sent)).not.toContain(mobile);
});

test('no number stands in the tables of messages, not even while one waits', async () => {
  const citizen = await world.citizen();
  await misbehave(citizen.mobile, 'fails', 2);

  await tell(citizen.id);
  await world.as().post('/api/session/code', { mobile: citizen.mobile });
  await world.settle();

  const kept = await ctx.owner.selectFrom('notices.message').selectAll().execute();
  expect(kept.some(({ state, sealed }) => state === 'queued' && sealed === null)).toBe(true);
  expect(kept.filter((message) => JSON.stringify(message).includes(citizen.mobile))).toEqual([]);
  expect(kept.filter(({ sealed }) => sealed?.includes(citizen.mobile))).toEqual([]);
});

test('a gateway out of order is asked again until it takes the message on', async () => {
  const citizen = await world.citizen();
  await misbehave(citizen.mobile, 'fails', 2);

  await tell(citizen.id);
  await world.settle();
  expect(await lastMessageTo(citizen.id)).toMatchObject({ state: 'queued', attempts: 1 });

  await settleNow();
  expect(await lastMessageTo(citizen.id)).toMatchObject({ state: 'sent', attempts: 3, receipt: 'delivered' });
  expect(await inboxOf(citizen.mobile)).toHaveLength(1);
});

test('after eight attempts it is given up with the reason; the notice is still in the portal', async () => {
  const citizen = await world.citizen();
  await misbehave(citizen.mobile, 'fails', 100);

  await tell(citizen.id);
  await settleNow();

  expect(await lastMessageTo(citizen.id)).toMatchObject({
    state: 'given_up',
    attempts: 8,
    failure: 'gateway-unavailable',
  });
  expect((await world.as(citizen).get('/api/my/notices')).json().items).toHaveLength(1);
});

test('a sign-in code is given up after five attempts, when it would be too late', async () => {
  const mobile = world.newMobile();
  await misbehave(mobile, 'fails', 100);

  await world.as().post('/api/session/code', { mobile });
  await settleNow();

  expect((await messagesTo(null)).at(-1)).toMatchObject({ state: 'given_up', attempts: 5, sealed: null });
});

test('a number that the gateway refuses is not asked for twice', async () => {
  const citizen = await world.citizen();
  await misbehave(citizen.mobile, 'refuses');

  await tell(citizen.id);
  await settleNow();

  expect(await lastMessageTo(citizen.id)).toMatchObject({ state: 'failed', attempts: 1, failure: 'number-blocked' });
  expect(await inboxOf(citizen.mobile)).toEqual([]);
});

test('a slow gateway holds nobody up: the notice is there before the message is', async () => {
  const citizen = await world.citizen();
  await misbehave(citizen.mobile, 'delays');

  await tell(citizen.id);
  const sending = world.settle();
  expect((await world.as(citizen).get('/api/my/notices')).json().items).toHaveLength(1);
  expect(await lastMessageTo(citizen.id)).toMatchObject({ state: 'queued' });

  await sending;
  expect(await lastMessageTo(citizen.id)).toMatchObject({ state: 'sent', attempts: 1 });
});

test('a telephone that was not reached is on record', async () => {
  const citizen = await world.citizen();
  await misbehave(citizen.mobile, 'undelivered');

  await tell(citizen.id);
  await world.settle();

  expect(await lastMessageTo(citizen.id)).toMatchObject({ state: 'sent', receipt: 'undelivered' });
  expect(await inboxOf(citizen.mobile)).toEqual([]);
});

test('without a gateway a message fails at once with the reason', async () => {
  const citizen = await world.citizen();
  await tell(citizen.id);

  await sendMessage(ctx, undefined, (await lastMessageTo(citizen.id)).id);

  expect(await lastMessageTo(citizen.id)).toMatchObject({ state: 'failed', failure: 'no-gateway' });
});

test('a crash between sending and writing it down sends nothing twice', async () => {
  const citizen = await world.citizen();
  await tell(citizen.id);
  const { id } = await lastMessageTo(citizen.id);
  await emulatedGateway(ctx.db).send({ to: citizen.mobile, text: '已发', ref: id });

  await world.settle();

  expect(await inboxOf(citizen.mobile)).toEqual(['已发']);
  expect(await lastMessageTo(citizen.id)).toMatchObject({ state: 'sent' });
});

test('a real number that somebody tries the demonstration with is shown masked', async () => {
  await emulatedGateway(ctx.db).send({ to: '13900001234', text: 'x', ref: (await aMessage()).id });

  expect(await inboxOf('139****1234')).toHaveLength(1);
});

const aMessage = async () => {
  const citizen = await world.citizen();
  await tell(citizen.id);
  return await lastMessageTo(citizen.id);
};

/** What any gateway has to keep; a real one can be put in the emulator's place. */
test.each<[string, SmsGateway]>([['the emulator', emulatedGateway(ctx.db)]])(
  '%s keeps the contract',
  async (_, gateway) => {
    const [mobile, blocked] = [world.newMobile(), world.newMobile()];
    const message = { to: mobile, text: '你好', ref: (await aMessage()).id };
    await misbehave(blocked, 'refuses');

    const [first, second] = [await gateway.send(message), await gateway.send(message)];

    expect(first.providerRef).not.toBe('');
    expect(second).toEqual(first);
    await expect(gateway.send({ ...message, to: blocked })).rejects.toBeInstanceOf(SmsRefused);
  },
);

test('the inbox page shows messages to this machine alone, as text', async () => {
  const mobile = world.newMobile();
  await emulatedGateway(ctx.db).send({ to: mobile, text: '<script>alert(1)</script>', ref: (await aMessage()).id });

  const page = await world.as().get('/dev/inbox');
  const elsewhere = await world.app.inject({ url: '/dev/inbox', remoteAddress: '192.0.2.1' });

  expect(page.headers['content-type']).toContain('text/html');
  expect(page.body).toContain('短信模拟器：仅演示与测试环境可见');
  expect(page.body).toContain(mobile);
  expect(page.body).toContain('&lt;script&gt;');
  expect(page.body).not.toContain('<script');
  expect(elsewhere.statusCode).toBe(404);
});

test('the emulator is told only of made-up numbers', async () => {
  expect((await misbehave('13900001234', 'fails')).statusCode).toBe(400);
});
