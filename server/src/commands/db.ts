import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../kernel/config.ts';
import { tables } from '../kernel/db/distribution.ts';
import { readColumns, writeSchema, writeTypes } from '../kernel/db/generate.ts';
import { migrate } from '../kernel/db/migrate.ts';
import { reset } from './reset.ts';

const root = join(import.meta.dirname, '../../..');
const [verb, ...args] = process.argv.slice(2);
const { databaseUrl } = readConfig();

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** An empty database beside the real one, gone afterwards. */
async function onScratch<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const name = `tongban_scratch_${randomBytes(4).toString('hex')}`;
  await withClient(databaseUrl, (client) => client.query(`create database ${name}`));
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  try {
    await migrate(url.href);
    return await withClient(url.href, work);
  } finally {
    await withClient(databaseUrl, (client) => client.query(`drop database ${name} with (force)`));
  }
}

const verbs: Record<string, () => Promise<void>> = {
  /** Runs what is missing. */
  migrate: async () => {
    const done = await migrate(databaseUrl);
    console.log(done.length === 0 ? 'nothing to migrate' : done.join('\n'));
  },
  /** Rewrites schema.sql and the row types from an empty, migrated database; `--check` only says whether they are current. */
  gen: async () => {
    const files = await onScratch(async (client) => ({
      'server/schema.sql': await writeSchema(client),
      'server/src/kernel/db.types.ts': writeTypes(await readColumns(client)),
    }));
    for (const [file, text] of Object.entries(files)) {
      const path = join(root, file);
      if (!args.includes('--check')) writeFileSync(path, text);
      else if (readFileSync(path, 'utf8') !== text) {
        console.error(`${file} is not current: run npm run db:gen`);
        process.exitCode = 1;
      }
    }
  },
  /** An empty migration with the right name. */
  new: async () => {
    const [what = ''] = args;
    if (!/^[a-z]+(-[a-z]+)+$/.test(what)) throw new Error('usage: npm run db:new -- <module>-<verb-object>');
    const stamp = new Date().toISOString().slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
    const file = `server/migrations/${stamp}-${what}.sql`;
    writeFileSync(join(root, file), '', { flag: 'wx' });
    console.log(file);
  },
  /** Drops everything of ours and migrates again; refuses anything but a demo. */
  reset: async () => {
    if (readConfig().mode === 'production') throw new Error('db:reset refuses a production database');
    await reset(databaseUrl);
    console.log('the database is empty and current');
  },
  /** Turns the tables of a Citus coordinator into distributed and reference tables, as declared. */
  distribute: async () => {
    await withClient(databaseUrl, async (client) => {
      const { rows } = await client.query(`select from pg_extension where extname = 'citus'`);
      if (rows.length === 0) throw new Error('this database has no citus extension: nothing to distribute over');
      const of = (kind: string) => Object.entries(tables).flatMap(([name, rule]) => (rule.kind === kind ? [name] : []));
      for (const name of of('reference')) await client.query(`select create_reference_table($1)`, [name]);
      for (const name of of('distributed'))
        await client.query(`select create_distributed_table($1, 'area_code')`, [name]);
    });
  },
};

const run = verb === undefined ? undefined : verbs[verb];
if (!run) {
  console.error(`usage: db.ts ${Object.keys(verbs).join(' | ')}`);
  process.exit(2);
}
await run();
