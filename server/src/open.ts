import { runOnce } from 'graphile-worker';
import type pg from 'pg';
import { createListeners } from './app.ts';
import type { Config } from './kernel/config.ts';
import type { Context } from './kernel/context.ts';
import { loadKeys } from './kernel/crypto.ts';
import { appUrl, migrate } from './kernel/db/migrate.ts';
import { createDb, createPool, inTx } from './kernel/db.ts';
import { createLog } from './kernel/log.ts';
import { tasksOf, workerLogger } from './kernel/worker.ts';
import { loadCalendar } from './modules/calendar/public.ts';

/** A process's hold on the installation: what a server and every command begin with. */
export interface Installation {
  readonly ctx: Context;
  /** Connected as the owner: for the queue, and for what only an owner may do. */
  readonly owner: pg.Pool;
  /** Handles every event that waits, and those that follow from them. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Migrates, knows the published holidays, and connects: the owner for the queue, the run-time role for everything else. */
export async function open(config: Config): Promise<Installation> {
  const log = createLog(config.logLevel, config.logFile);
  const keys = loadKeys(config.varDir);
  await migrate(config.databaseUrl);
  const owner = createPool(config.databaseUrl, config.jobConcurrency + 2);
  const pool = createPool(config.databaseAppUrl || (await appUrl(config.databaseUrl, config.varDir)), config.poolSize);
  const ctx: Context = { config, keys, log, db: createDb(pool) };
  if (config.mode === 'production') await requireTrueClock(owner);
  await inTx(ctx.db, (tx) => loadCalendar(tx));
  return {
    ctx,
    owner,
    settle: () =>
      runOnce({
        pgPool: owner,
        taskList: tasksOf(ctx.db, createListeners(ctx)),
        logger: workerLogger(log),
        noHandleSignals: true,
      }),
    close: async () => {
      await Promise.all([pool.end(), owner.end()]);
    },
  };
}

/** Legal time may be moved to show and to test, never where it counts. */
async function requireTrueClock(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ moved: boolean }>(`select shift <> interval '0' as moved from platform.clock`);
  if (rows[0]?.moved)
    throw new Error('法定时间被调整过，正式环境不能启动 (platform.clock was moved: production refuses to start)');
}
