import { runOnce } from 'graphile-worker';
import { expect, test } from 'vitest';
import { testContext } from '../../test/database.ts';
import { inTx } from './db.ts';
import { defineEvent, emit, Listeners } from './events.ts';
import { newId } from './ids.ts';
import { createLog } from './log.ts';
import { nightsOf, startWorker, tasksOf, workerLogger } from './worker.ts';

const { db, ownerPool } = await testContext();
const silent = createLog('silent');
const somethingHappened = defineEvent<{ areaCode: number; what: string }>('test.somethingHappened');
const happen = (what: string, subject?: string) =>
  inTx(db, (tx) => emit(tx, somethingHappened, { areaCode: 690102, what }, subject));

/** Runs what is due; failed jobs wait for their next attempt. */
const work = (listeners: Listeners) =>
  runOnce({ pgPool: ownerPool, taskList: tasksOf(db, listeners), logger: workerLogger(silent), noHandleSignals: true });
/** Runs until nothing is left, without the queue's waiting between attempts. */
async function workAll(listeners: Listeners): Promise<void> {
  for (let left = 1; left > 0; ) {
    await work(listeners);
    const { rowCount } = await ownerPool.query('update graphile_worker._private_jobs set run_at = now()');
    left = rowCount ?? 0;
  }
}
const listening = (handle: (what: string) => void | Promise<void>, name = 'test.listen'): Listeners => {
  const listeners = new Listeners();
  listeners.on(somethingHappened, name, async (_, { what }) => await handle(what));
  return listeners;
};

test('an event exists if and only if its transaction commits', async () => {
  const heard: string[] = [];

  await happen('committed');
  await expect(
    inTx(db, async (tx) => {
      await emit(tx, somethingHappened, { areaCode: 690102, what: 'rolled back' });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await workAll(listening((what) => void heard.push(what)));

  expect(heard).toEqual(['committed']);
});

test('every listener of an event hears it; those of others do not', async () => {
  const heard: string[] = [];
  const listeners = new Listeners();
  const other = defineEvent<{ areaCode: number }>('test.somethingElse');
  listeners.on(somethingHappened, 'test.first', async () => void heard.push('first'));
  listeners.on(somethingHappened, 'test.second', async () => void heard.push('second'));
  listeners.on(other, 'test.other', async () => void heard.push('other'));

  await happen('x');
  await workAll(listeners);

  expect(heard.sort()).toEqual(['first', 'second']);
});

test('two listeners cannot have one name', () => {
  const listeners = listening(() => {});

  expect(() => listeners.effect(somethingHappened, 'test.listen', async () => {})).toThrow('test.listen');
});

test('an event is handled once though it is fanned out twice', async () => {
  const heard: string[] = [];
  const listeners = listening((what) => void heard.push(what));
  const envelope = { id: newId(690102), event: somethingHappened.name, payload: { areaCode: 690102, what: 'x' } };
  const fanOut = () => ownerPool.query(`select platform.add_job('fan-out', $1::json)`, [JSON.stringify(envelope)]);

  await fanOut();
  await workAll(listeners);
  await fanOut();
  await workAll(listeners);

  expect(heard).toEqual(['x']);
});

test('an event that is delivered twice at the same moment is handled once', async () => {
  const heard: string[] = [];
  const listeners = listening((what) => void heard.push(what));
  const envelope = { id: newId(690102), event: somethingHappened.name, payload: { areaCode: 690102, what: 'x' } };

  await Promise.all([1, 2, 3, 4].map(() => listeners.handle(db, 'test.listen', envelope)));

  expect(heard).toEqual(['x']);
});

test('what a listener wrote is undone when it fails, and done once when it succeeds', async () => {
  let attempt = 0;
  const key = newId();
  const listeners = new Listeners();
  listeners.on(somethingHappened, 'test.write', async (tx) => {
    const row = { actor: 'test', key: `${key}-${attempt}`, request: Buffer.alloc(1) };
    await tx.insertInto('platform.idempotency').values(row).execute();
    attempt += 1;
    if (attempt === 1) throw new Error('not yet');
  });

  await happen('x');
  await workAll(listeners);

  const rows = await db.selectFrom('platform.idempotency').select('key').where('actor', '=', 'test').execute();
  expect(rows).toEqual([{ key: `${key}-1` }]);
});

test('a listener that fails is tried again alone', async () => {
  const heard: string[] = [];
  const listeners = new Listeners();
  listeners.on(somethingHappened, 'test.steady', async () => void heard.push('steady'));
  listeners.on(somethingHappened, 'test.shaky', async () => {
    heard.push('shaky');
    if (heard.filter((who) => who === 'shaky').length < 3) throw new Error('not yet');
  });

  await happen('x');
  await workAll(listeners);

  expect(heard.sort()).toEqual(['shaky', 'shaky', 'shaky', 'steady']);
});

test('events about one subject are handled in the order in which they were emitted', async () => {
  const heard: string[] = [];
  const subject = newId(690102);
  for (let i = 0; i < 12; i += 1) await happen(String(i), subject);
  await inTx(db, async (tx) => {
    for (const what of ['12', '13', '14']) await emit(tx, somethingHappened, { areaCode: 690102, what }, subject);
  });

  const worker = await startWorker({
    pool: ownerPool,
    db,
    listeners: listening((what) => void heard.push(what)),
    concurrency: 4,
    log: silent,
  });
  await expect.poll(() => heard.length, { timeout: 15_000 }).toBe(15);
  await worker.stop();

  expect(heard).toEqual(Array.from({ length: 15 }, (_, i) => String(i)));
});

test('also when the first of them fails at first; other subjects do not wait', async () => {
  const heard: string[] = [];
  const [one, other] = [newId(690102), newId(690102)];
  let failures = 2;
  const listeners = listening((what) => {
    if (what === 'one 1' && failures-- > 0) throw new Error('not yet');
    heard.push(what);
  });

  for (const n of [1, 2, 3]) await happen(`one ${n}`, one);
  await happen('other', other);
  await work(listeners);
  expect(heard).toEqual(['other']);

  await workAll(listeners);
  expect(heard).toEqual(['other', 'one 1', 'one 2', 'one 3']);
});

test('an effect happens outside a transaction, again until it succeeds, and not again afterwards', async () => {
  let attempts = 0;
  const listeners = new Listeners();
  listeners.effect(somethingHappened, 'test.effect', async () => {
    attempts += 1;
    const { rows } = await ownerPool.query(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
    if (attempts < 3) throw new Error('the other side is away');
  });

  await happen('x');
  await workAll(listeners);
  const handled = await db.selectFrom('platform.handled').selectAll().where('handler', '=', 'test.effect').execute();

  expect(attempts).toBe(3);
  expect(handled).toHaveLength(1);
  await listeners.handle(db, 'test.effect', {
    id: handled[0]?.event_id ?? '',
    event: somethingHappened.name,
    payload: { areaCode: 690102 },
  });
  expect(attempts).toBe(3);
});

test('an event that nobody hears leaves the queue', async () => {
  await happen('x');
  await workAll(new Listeners());

  const { rows } = await ownerPool.query('select count(*)::int as n from graphile_worker.jobs');
  expect(rows).toEqual([{ n: 0 }]);
});

test('what is done every night is due at two in the morning in China, and is tried again when it fails', async () => {
  let nights = 0;
  const listeners = new Listeners();
  listeners.nightly('test.sweep', async () => {
    nights += 1;
    if (nights === 1) throw new Error('not yet');
  });

  const [item] = nightsOf(listeners);
  const due = (hour: number) => item?.match({ min: 0, hour, date: 1, month: 1, dow: 1 });
  await ownerPool.query(`select graphile_worker.add_job('test.sweep')`);
  await workAll(listeners);

  expect([item?.task, due(18), due(2)]).toEqual(['test.sweep', true, false]);
  expect(nights).toBe(2);
  expect(() => listeners.nightly('test.sweep', async () => {})).toThrow('test.sweep');
});
