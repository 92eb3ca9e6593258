import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../scripts/postgres.mjs';
import { appUrl, migrate } from '../src/kernel/db/migrate.ts';
import { leaksIn } from './canaries.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that holds the template; each test file makes its own database from it. */
    ownerUrl: string;
    appUrl: string;
    varDir: string;
  }
}

export const TEMPLATE = 'tongban_template';

/** One PostgreSQL for the run (the given one, or an embedded one), one migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  const postgres = given === undefined ? await startPostgres({ ephemeral: true }) : undefined;
  const admin = postgres?.url ?? given ?? '';
  const varDir = mkdtempSync(join(tmpdir(), 'tongban-test-'));
  await recreateTemplate(admin);
  const template = new URL(admin);
  template.pathname = `/${TEMPLATE}`;
  await migrate(template.href);
  project.provide('ownerUrl', admin);
  project.provide('appUrl', await appUrl(template.href, varDir));
  project.provide('varDir', varDir);
  return async () => {
    await postgres?.stop();
    const leaks = existsSync(join(varDir, 'traces')) ? leaksIn(varDir) : [];
    rmSync(varDir, { recursive: true, force: true });
    if (leaks.length > 0) throw new Error(`private values leaked:\n${leaks.slice(0, 40).join('\n')}`);
  };
}

async function recreateTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`drop database if exists ${TEMPLATE} with (force)`);
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
}
