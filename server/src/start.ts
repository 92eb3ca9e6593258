import type { AddressInfo } from 'node:net';
import { createApp, createListeners } from './app.ts';
import type { Config } from './kernel/config.ts';
import { loadKeys } from './kernel/crypto.ts';
import { appUrl, migrate } from './kernel/db/migrate.ts';
import { createDb, createPool, inTx } from './kernel/db.ts';
import { startWorker } from './kernel/events.ts';
import { stopBeingReady } from './kernel/http-health.ts';
import { createLog } from './kernel/log.ts';
import { loadCalendar } from './modules/calendar/public.ts';

export interface Running {
  /** Where it listens, e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Migrates, loads the work calendar, starts the worker and listens. Everything it opened is closed by `stop`, in the opposite order.
 */
export async function start(config: Config): Promise<Running> {
  const log = createLog(config.logLevel, config.logFile);
  const keys = loadKeys(config.varDir);
  await migrate(config.databaseUrl);

  const ownerPool = createPool(config.databaseUrl, config.jobConcurrency + 2);
  const pool = createPool(config.databaseAppUrl || (await appUrl(config.databaseUrl, config.varDir)), config.poolSize);
  const ctx = { config, keys, log, db: createDb(pool) };
  await inTx(ctx.db, (tx) => loadCalendar(tx));

  const worker =
    config.jobs === 'inline'
      ? await startWorker({
          pool: ownerPool,
          db: ctx.db,
          listeners: createListeners(),
          concurrency: config.jobConcurrency,
          log,
        })
      : undefined;
  const app = await createApp(ctx);
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await worker?.stop();
    await Promise.all([pool.end(), ownerPool.end()]);
    throw error;
  }

  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://${config.host}:${port}`,
    stop: async () => {
      stopBeingReady();
      await app.close();
      await worker?.stop();
      await Promise.all([pool.end(), ownerPool.end()]);
    },
  };
}
