import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../../test/database.ts';
import { tables } from './distribution.ts';
import { migrate, readMigrations } from './migrate.ts';

const { db, ownerPool, ownerUrl } = await testContext();
const folder = mkdtempSync(join(tmpdir(), 'tongban-migrations-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Our migrations and then these. */
function withMore(...more: [name: string, text: string][]): string {
  for (const { name, sql: text } of readMigrations()) writeFileSync(join(folder, name), text);
  for (const [name, text] of more) writeFileSync(join(folder, name), text);
  return folder;
}
const refusal = (statement: string): Promise<string> =>
  sql
    .raw(statement)
    .execute(db)
    .then(
      () => 'allowed',
      (error: { code: string }) => error.code,
    );
const NOT_PERMITTED = '42501';

test('a database that is current has nothing to do', async () => {
  expect(await migrate(ownerUrl)).toEqual([]);
});

test('two servers that start at once on an empty database migrate once', async () => {
  const url = new URL(ownerUrl);
  url.pathname += '_empty';
  const name = url.pathname.slice(1);
  await ownerPool.query(`create database ${name}`);

  const ran = await Promise.all([migrate(url.href), migrate(url.href)]);

  expect(ran.map((names) => names.length).sort()).toEqual([0, readMigrations().length]);
  await ownerPool.query(`drop database ${name}`);
});

test('a migration that fails leaves nothing of itself and names its file', async () => {
  const dir = withMore(['99990101-0000-test-fail.sql', 'create table public.half (n int); select 1 / 0;']);

  await expect(migrate(ownerUrl, dir)).rejects.toThrow(/^99990101-0000-test-fail.sql: division by zero/);

  const { rows } = await ownerPool.query(`select to_regclass('public.half') as half`);
  expect(rows).toEqual([{ half: null }]);
  rmSync(join(folder, '99990101-0000-test-fail.sql'));
});

test('a table that is not declared in distribution.ts is refused', async () => {
  const dir = withMore(['99990102-0000-test-undeclared.sql', 'create table platform.secret (n int);']);

  await expect(migrate(ownerUrl, dir)).rejects.toThrow('platform.secret is not declared in distribution.ts');
  await ownerPool.query('drop table platform.secret');
});

test.each(Object.entries(tables).flatMap(([name, rule]) => (rule.appendOnly ? [name] : [])))(
  'history in %s can be added to by the server, never changed or taken away',
  async (name) => {
    const { rows } = await ownerPool.query<{ column: string }>(
      `select attname as column from pg_attribute where attrelid = $1::regclass and attnum = 1`,
      [name],
    );
    const column = rows[0]?.column;

    expect(await refusal(`select * from ${name} limit 1`)).toBe('allowed');
    expect(await refusal(`update ${name} set ${column} = ${column}`)).toBe(NOT_PERMITTED);
    expect(await refusal(`delete from ${name}`)).toBe(NOT_PERMITTED);
    expect(await refusal(`truncate ${name}`)).toBe(NOT_PERMITTED);
  },
);

const owner = (await ownerPool.query<{ name: string }>('select current_user as name')).rows[0]?.name;
test.each([
  ['move legal time', `update platform.clock set shift = interval '1 day'`],
  [
    'replace legal time',
    'create or replace function platform.legal_now() returns timestamptz language sql as $$ select now() $$',
  ],
  ['make a table', 'create table platform.own (n int)'],
  ['look into the queue', 'select * from graphile_worker._private_jobs'],
  ['rewrite which migrations have run', 'delete from public.migration'],
  ['take a table over', 'alter table platform.audit owner to tongban_app'],
  ['become the owner', `set role ${owner}`],
])('the server’s role cannot %s', async (_, statement) => {
  expect(await refusal(statement)).toBe(NOT_PERMITTED);
});

test('the server’s role can put a job into the queue', async () => {
  expect(await refusal(`select platform.add_job('fan-out', '{}')`)).toBe('allowed');
});
