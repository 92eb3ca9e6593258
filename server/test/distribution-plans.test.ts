import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { tables } from '../src/kernel/db/distribution.ts';
import { key, match, openShop, type Shop } from './shop.ts';

const distributed = Object.entries(tables).flatMap(([name, rule]) => (rule.kind === 'distributed' ? [name] : []));
const PARTITIONS = 8;

/** Statements that may ask every shard, and why. Everything else names one area. */
const fansOut: readonly { when: RegExp; why: string }[] = [
  { when: /"applicant_id" = \$\d+ .*order by "id" desc/s, why: 'a person’s own cases, wherever they are decided' },
  { when: /from "platform"\."audit" .*"subject_id" = /s, why: 'who looked at my data, wherever' },
  { when: /from "notices"\."notice" .*"person_id" = /s, why: 'a person’s messages from all areas' },
];

let shop: Shop;
const asked = new Map<string, unknown[]>();

/** The whole life of a case, lived on tables that are partitioned by hash of the area, with every statement written down. */
beforeAll(async () => {
  shop = await openShop();
  for (const name of inOrder(await references())) await partition(name);
  const stopListening = listen();
  await liveACase();
  stopListening();
}, 60_000);

test('a case lives its whole life on distributed tables', async () => {
  const rows = await shop.world.ctx.owner
    .selectFrom('cases.case')
    .select('state')
    .where('state', '=', 'CLOSED')
    .execute();

  expect(rows).toHaveLength(1);
});

test('every statement of that life asks one shard, but those that say why not', async () => {
  const client = await shop.world.ctx.ownerPool.connect();
  const wide: string[] = [];
  for (const [text, values] of asked) {
    if (fansOut.some(({ when }) => when.test(text))) continue;
    const { rows } = await client.query({ text: `explain (costs off) ${text}`, values });
    const scanned = Map.groupBy(partitionsIn(rows), (partition) => partition.replace(/_p\d$/, ''));
    if ([...scanned.values()].some((partitions) => new Set(partitions).size > 1)) wide.push(text);
  }
  client.release();

  expect(asked.size).toBeGreaterThan(30);
  expect(wide).toEqual([]);
});

test('the check notices a statement without the area', async () => {
  const { rows } = await shop.world.ctx.ownerPool.query(
    `explain (costs off) select * from cases.case where number = 'x'`,
  );

  expect(new Set(partitionsIn(rows)).size).toBe(PARTITIONS);
});

const partitionsIn = (plan: object[]): string[] =>
  plan.flatMap((row) =>
    Object.values(row as Record<string, string>).flatMap((line) =>
      [...line.matchAll(/ on (\w+_p\d)\b/g)].map(([, name = '']) => name),
    ),
  );

async function liveACase(): Promise<void> {
  const { world, decider } = shop;
  const pending = await shop.aPending();
  await shop.act(decider, pending.id, 'grant', pending.version, {}, key());
  await world.settle();
  const mine = await world.as(pending.citizen).get(`/api/my/cases/${pending.id}`);
  await world.as(pending.citizen).get('/api/my/cases');
  await world.as(shop.clerk).get('/api/cases?count=true');
  await world.as(shop.reviewer).get('/api/cases?work=done');
  const closed = await world
    .as(pending.citizen)
    .post(`/api/my/cases/${pending.id}/confirmDelivery`, {}, match(mine.json<{ version: number }>().version));
  expect(closed.statusCode, closed.body).toBe(200);
}

/** Writes down every statement on a distributed table, with the values it was asked with. */
function listen(): () => void {
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [string | { text?: string; values?: unknown[] }, unknown];
    const text = typeof first === 'string' ? first : (first?.text ?? '');
    const values = Array.isArray(second) ? second : typeof first === 'object' ? (first?.values ?? []) : [];
    const touches = distributed.some((name) => text.includes(`"${name.replace('.', '"."')}"`));
    if (touches && !asked.has(text)) asked.set(text, values);
    return Reflect.apply(query, this, args);
  } as typeof query;
  return () => {
    pg.Client.prototype.query = query;
  };
}

interface Reference {
  name: string;
  from: string;
  to: string;
  definition: string;
}

const references = async (): Promise<Reference[]> =>
  (
    await shop.world.ctx.ownerPool.query<Reference>(
      `select conname as name, conrelid::regclass::text as "from", confrelid::regclass::text as "to", pg_get_constraintdef(oid) as definition
         from pg_constraint where contype = 'f' and conrelid::regclass::text = any($1)`,
      [distributed],
    )
  ).rows;

/** Tables that others refer to come first. */
function inOrder(keys: readonly Reference[]): string[] {
  const done: string[] = [];
  while (done.length < distributed.length) {
    const next = distributed.find(
      (name) =>
        !done.includes(name) &&
        keys.every(({ from, to }) => from !== name || to === name || done.includes(to) || !distributed.includes(to)),
    );
    if (next === undefined) throw new Error('the distributed tables refer to each other in a circle');
    done.push(next);
  }
  return done;
}

/** Puts a partitioned table in the place of a plain one: same columns, keys, rows, rights. */
async function partition(name: string): Promise<void> {
  const { ownerPool } = shop.world.ctx;
  const [schema, table] = name.split('.');
  const keys = (await references()).filter(({ from }) => from === name);
  await ownerPool.query(`
    alter table ${name} rename to "${table}_plain";
    create table ${name} (like ${schema}."${table}_plain" including all) partition by hash (area_code);
    ${Array.from({ length: PARTITIONS }, (_, i) => `create table ${schema}."${table}_p${i}" partition of ${name} for values with (modulus ${PARTITIONS}, remainder ${i});`).join('\n')}
    insert into ${name} select * from ${schema}."${table}_plain";
    drop table ${schema}."${table}_plain" cascade;
    ${keys.map((k) => `alter table ${name} add constraint ${k.name} ${k.definition};`).join('\n')}
    grant select, insert${tables[name]?.appendOnly ? '' : ', update, delete'} on ${name} to tongban_app;`);
}
