import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStaleApps } from '../scripts/build.mjs';
import { startPostgres } from '../scripts/postgres.mjs';
import { seedDemo } from '../server/src/demo.ts';
import { readConfig } from '../server/src/kernel/config.ts';
import { open } from '../server/src/open.ts';
import { start } from '../server/src/start.ts';

export interface World {
  /** Portal and desk, as people reach them. */
  readonly url: string;
  /** The owner's address of the database, for commands that an operator runs beside the server. */
  readonly databaseUrl: string;
  readonly varDir: string;
  stop(): Promise<void>;
}

/** The real server with the demo city in a database of its own; both are gone after `stop`. Rates are not limited: all journeys come from one address. */
export async function startWorld(): Promise<World> {
  await buildStaleApps();
  const postgres = await startPostgres({ ephemeral: true });
  const varDir = mkdtempSync(join(tmpdir(), 'tongban-journeys-'));
  const config = readConfig({
    TONGBAN_MODE: 'test',
    DATABASE_URL: postgres.url,
    VAR_DIR: varDir,
    PORT: '0',
    LOG_FILE: join(varDir, 'server.log'),
  });
  const leave = async () => {
    await postgres.stop();
    rmSync(varDir, { recursive: true, force: true });
  };
  try {
    const installation = await open(config);
    await seedDemo(installation.ctx, installation.owner, () => {});
    await installation.settle();
    await installation.close();
    const running = await start(config);
    return {
      url: running.url,
      databaseUrl: postgres.url,
      varDir,
      stop: async () => {
        await running.stop();
        await leave();
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
}
