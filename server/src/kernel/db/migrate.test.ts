import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Migration, objections, readMigrations } from './migrate.ts';

const migration = (name: string, checksum = 'a'): Migration => ({ name, checksum, sql: '' });
const [first, second, third] = [migration('20260101-a'), migration('20260201-b'), migration('20260301-c')];

test('a new database and one that is behind are brought up to date', () => {
  expect(objections([first, second, third], [])).toEqual([]);
  expect(objections([first, second, third], [first, second])).toEqual([]);
  expect(objections([first, second, third], [first, second, third])).toEqual([]);
});

test('a database that is ahead of this version is left alone', () => {
  expect(objections([first], [first, second])).toEqual([
    'the database has 20260201-b, which this version does not know: use the newer version',
  ]);
});

test('a migration that was changed after it had run is refused', () => {
  expect(objections([first, migration('20260201-b', 'changed')], [first, second])).toEqual([
    '20260201-b was changed after it had run',
  ]);
});

test('a migration that was slipped in before one that has run is refused', () => {
  expect(objections([first, second, third], [first, third])).toEqual([
    '20260201-b is older than 20260301-c, which has run already',
  ]);
});

test('everything that stands in the way is told at once', () => {
  const all = [first, migration('20260201-b', 'changed'), migration('20260215-d')];

  expect(objections(all, [second, third, migration('20260401-e')])).toHaveLength(5);
});

test('our own migrations are named by time, module and what they do, and each file is one of them', () => {
  const names = readMigrations().map(({ name }) => name);

  for (const name of names) expect(name).toMatch(/^\d{8}-\d{4}-[a-z]+(-[a-z]+)+\.sql$/);
  expect(names).toEqual([...names].sort());
  expect(names).toEqual(readdirSync(join(import.meta.dirname, '../../../migrations')).sort());
});
