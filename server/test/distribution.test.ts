import { beforeAll, describe, expect, test } from 'vitest';
import { tables } from '../src/kernel/db/distribution.ts';
import { testContext } from './database.ts';

const distributed = Object.entries(tables).flatMap(([name, rule]) => (rule.kind === 'distributed' ? [name] : []));

let query: <R extends object>(text: string, values?: unknown[]) => Promise<R[]>;
beforeAll(async () => {
  const { ownerPool } = await testContext();
  query = async (text, values) => (await ownerPool.query(text, values)).rows;
});

test('every table of ours is declared, and every declared table exists', async () => {
  const rows = await query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema', 'public', 'graphile_worker')`,
  );

  expect(rows.map((r) => r.name).sort()).toEqual(Object.keys(tables).sort());
});

test('a distributed table has no trigger, no identity column and no serial', async () => {
  const triggers = await query(
    `select tgname from pg_trigger where not tgisinternal and tgrelid::regclass::text = any($1)`,
    [distributed],
  );
  const identities = await query(
    `select attname from pg_attribute where attrelid::regclass::text = any($1) and (attidentity <> '' or
       exists (select from pg_attrdef d where d.adrelid = attrelid and d.adnum = attnum and pg_get_expr(d.adbin, d.adrelid) ~ 'nextval'))`,
    [distributed],
  );

  expect([...triggers, ...identities]).toEqual([]);
});

test('no foreign key leads from a distributed table to a local one, nor from a reference table to a distributed one', async () => {
  const keys = await query<{ from: string; to: string }>(
    `select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint where contype = 'f' and connamespace::regnamespace::text <> 'graphile_worker'`,
  );

  const wrong = keys.filter(
    ({ from, to }) =>
      (tables[from]?.kind === 'distributed' && tables[to]?.kind === 'local') ||
      (tables[from]?.kind === 'reference' && tables[to]?.kind !== 'reference'),
  );

  expect(wrong).toEqual([]);
});

test('every foreign key has an index that begins with its columns', async () => {
  const missing = await query(
    `select conrelid::regclass::text || ' ' || conname as name from pg_constraint k
      where contype = 'f' and connamespace::regnamespace::text <> 'graphile_worker'
        and not exists (select from pg_index i where i.indrelid = k.conrelid
              and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] <@ k.conkey)`,
  );

  expect(missing).toEqual([]);
});

describe('the twins: every distributed table as a table partitioned by hash of its area', () => {
  beforeAll(async () => {
    await query('create schema twin');
    for (const name of distributed) await makeTwin(name);
  });

  test.each(distributed)('%s keeps its keys when it is distributed', async (name) => {
    const [own] = await query<{ n: number }>(
      `select count(*)::int as n from pg_constraint where conrelid = $1::regclass and contype in ('p', 'u')`,
      [name],
    );
    const [twin] = await query<{ n: number }>(
      `select count(*)::int as n from pg_constraint where conrelid = $1::regclass and contype in ('p', 'u')`,
      [twinOf(name)],
    );

    expect(own?.n).toBeGreaterThan(0);
    expect(twin?.n).toBe(own?.n);
  });

  test.each(distributed)('%s: a row is found in one partition by its area and id', async (name) => {
    const keys = await query<{ column: string }>(
      `select a.attname as "column" from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
        where i.indrelid = $1::regclass and i.indisprimary order by array_position(i.indkey::int2[], a.attnum)`,
      [name],
    );
    const plan = await query(`explain (costs off) select * from ${twinOf(name)} where area_code = 690102`);

    expect(keys[0]?.column).toBe('area_code');
    expect(partitionsIn(plan)).toBe(1);
  });

  test('a key without the area cannot be distributed: the check would notice', async () => {
    await query('create table twin.wrong (area_code integer not null, id uuid not null) partition by hash (area_code)');

    await expect(query('alter table twin.wrong add primary key (id)')).rejects.toThrow(/partition/);
  });

  test('a query without the area reads every partition: the check would notice', async () => {
    const plan = await query(`explain (costs off) select * from twin.${'platform_audit'} where subject_id = 'x'`);

    expect(partitionsIn(plan)).toBe(8);
  });
});

const twinOf = (name: string): string => `twin.${name.replace('.', '_')}`;

async function makeTwin(name: string): Promise<void> {
  const twin = twinOf(name);
  await query(`create table ${twin} (like ${name} including all) partition by hash (area_code)`);
  for (let i = 0; i < 8; i += 1)
    await query(`create table ${twin}_${i} partition of ${twin} for values with (modulus 8, remainder ${i})`);
  const keys = await query<{ name: string; definition: string; to: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition, confrelid::regclass::text as "to" from pg_constraint where conrelid = $1::regclass and contype = 'f'`,
    [name],
  );
  for (const key of keys) {
    if (tables[key.to]?.kind === 'distributed')
      expect(key.definition, key.name).toMatch(/FOREIGN KEY \(area_code, .*REFERENCES [^(]+\(area_code, /);
  }
}

const partitionsIn = (plan: object[]): number =>
  new Set(
    plan.flatMap((row) =>
      Object.values(row as Record<string, string>).flatMap((line) => /Scan.* on (\w+_\d)\b/.exec(line)?.[1] ?? []),
    ),
  ).size;
