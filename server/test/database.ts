import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { basename, join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, inject } from 'vitest';
import { readConfig } from '../src/kernel/config.ts';
import type { Context } from '../src/kernel/context.ts';
import { loadKeys } from '../src/kernel/crypto.ts';
import { createDb, createPool, type Db } from '../src/kernel/db.ts';
import { createLog } from '../src/kernel/log.ts';
import { type Traces, tracesIn } from './canaries.ts';
import { TEMPLATE } from './global-setup.ts';

export interface TestContext extends Context {
  /** Connected as the owner: to look behind the curtain, to move the clock, to break things on purpose. */
  readonly owner: Db;
  readonly ownerPool: pg.Pool;
  readonly ownerUrl: string;
  /** What is looked through for private values after the whole run; the server's log is part of it. */
  readonly traces: Traces;
}

/** A database of its own for one test file, made from the migrated template (about 35 ms), dropped afterwards. */
export async function testContext(): Promise<TestContext> {
  const name = `tongban_test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: inject('ownerUrl') });
  await admin.connect();
  await createFromTemplate(admin, name);

  const ownerUrl = withDatabase(inject('ownerUrl'), name);
  const varDir = mkdtempSync(join(inject('varDir'), 'world-'));
  const traces = tracesIn(inject('varDir'), `${basename(expect.getState().testPath ?? '')}-${name.slice(-12)}`);
  const config = readConfig({
    DATABASE_URL: ownerUrl,
    TONGBAN_MODE: 'test',
    VAR_DIR: varDir,
    LOG_LEVEL: 'info',
    LOG_FILE: traces.logFile,
  });
  const pool = createPool(withDatabase(inject('appUrl'), name), 8);
  const ownerPool = createPool(ownerUrl, 4);
  afterAll(async () => {
    await Promise.all([pool.end(), ownerPool.end()]);
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  });
  return {
    config,
    keys: loadKeys(varDir),
    log: createLog(config.logLevel, config.logFile),
    db: createDb(pool),
    owner: createDb(ownerPool),
    ownerPool,
    ownerUrl,
    traces,
  };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Two files may copy the template at the same moment, which PostgreSQL refuses: wait a little and ask again. */
async function createFromTemplate(admin: pg.Client, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await admin.query(`create database ${name} template ${TEMPLATE}`);
      return;
    } catch (error) {
      if (attempt === 50 || (error as { code?: string }).code !== '55006') throw error;
      await new Promise((resume) => setTimeout(resume, 40));
    }
  }
}
