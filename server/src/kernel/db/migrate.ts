import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { tables } from './distribution.ts';

const APP_ROLE = 'tongban_app';
/** Any number; it only has to be the same for everybody who migrates this database. */
const LOCK = 690_100;

const migrationsDir = join(import.meta.dirname, '../../../migrations');

export interface Migration {
  name: string;
  checksum: string;
  sql: string;
}

/** All migrations in the order in which they run: their names begin with the time they were written. */
export const readMigrations = (dir = migrationsDir): Migration[] =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(dir, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });

/** What stands in the way of running these migrations on a database that already has those, in sentences; empty when nothing does. */
export function objections(all: readonly Migration[], done: readonly { name: string; checksum: string }[]): string[] {
  const known = new Map(all.map((m) => [m.name, m]));
  const last = done.at(-1)?.name ?? '';
  return [
    ...done
      .filter((d) => !known.has(d.name))
      .map((d) => `the database has ${d.name}, which this version does not know: use the newer version`),
    ...done
      .filter((d) => known.get(d.name)?.checksum !== undefined && known.get(d.name)?.checksum !== d.checksum)
      .map((d) => `${d.name} was changed after it had run`),
    ...all
      .filter((m) => m.name < last && !done.some((d) => d.name === m.name))
      .map((m) => `${m.name} is older than ${last}, which has run already`),
  ];
}

/** Brings the database up to date under an advisory lock, one transaction a file, and grants the run-time role what it needs. */
export async function migrate(databaseUrl: string, dir?: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists public.migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    const { rows: done } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from public.migration order by name',
    );
    const all = readMigrations(dir);
    const wrong = objections(all, done);
    if (wrong.length > 0) throw new Error([...wrong, 'a demo can begin anew: npm run seed -- --reset'].join('\n'));
    await runMigrations({ connectionString: databaseUrl });
    const todo = all.filter((m) => !done.some((d) => d.name === m.name));
    for (const migration of todo) await apply(client, migration);
    await grant(client);
    return todo.map((m) => m.name);
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into public.migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`${migration.name}: ${(error as Error).message}`, { cause: error });
  }
}

/** The run-time role reads and writes rows but history, which it can only add to. Rights follow `distribution.ts`, the one source. */
async function grant(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin create role ${APP_ROLE} nologin; exception when duplicate_object then null; end $$`);
  const schemas = [...new Set(Object.keys(tables).map((name) => name.split('.')[0]))];
  for (const schema of schemas) await client.query(`grant usage on schema ${schema} to ${APP_ROLE}`);
  const { rows } = await client.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname = any($1)`,
    [schemas],
  );
  for (const { name } of rows) {
    const rule = tables[name];
    if (!rule) throw new Error(`${name} is not declared in distribution.ts`);
    const writable = rule.appendOnly
      ? 'select, insert'
      : name === 'platform.clock'
        ? 'select'
        : 'select, insert, update, delete';
    await client.query(`revoke all on ${name} from ${APP_ROLE}; grant ${writable} on ${name} to ${APP_ROLE}`);
  }
  const { rows: views } = await client.query<{ name: string }>(
    `select schemaname || '.' || viewname as name from pg_views where schemaname = any($1)`,
    [schemas],
  );
  for (const { name } of views) await client.query(`grant select on ${name} to ${APP_ROLE}`);
  await client.query(`grant execute on all functions in schema platform to ${APP_ROLE}`);
}

/**
 * The address at which the server itself connects: the same database as the run-time role. Its password lives in `var/keys` and is
 * set anew when the file was lost. Used where no `DATABASE_APP_URL` is given, that is outside production.
 */
export async function appUrl(databaseUrl: string, varDir: string): Promise<string> {
  const file = join(varDir, 'keys', 'app-role');
  if (!existsSync(file)) {
    mkdirSync(join(varDir, 'keys'), { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  const password = readFileSync(file, 'utf8').trim();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`alter role ${APP_ROLE} login password ${client.escapeLiteral(password)}`);
  } finally {
    await client.end();
  }
  const url = new URL(databaseUrl);
  url.username = APP_ROLE;
  url.password = password;
  return url.href;
}
