import pg from 'pg';
import { tables } from '../kernel/db/distribution.ts';
import { migrate } from '../kernel/db/migrate.ts';

/** Drops everything of ours and migrates again. The caller has made sure that this is no production database. */
export async function reset(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const schemas = [...new Set(Object.keys(tables).map((name) => name.split('.')[0])), 'graphile_worker'];
    for (const schema of schemas) await client.query(`drop schema if exists ${schema} cascade`);
    await client.query('drop table if exists public.migration');
  } finally {
    await client.end();
  }
  await migrate(databaseUrl);
}
