import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../app.ts';
import { readConfig } from '../kernel/config.ts';
import { loadKeys } from '../kernel/crypto.ts';
import { createDb, createPool } from '../kernel/db.ts';
import { createLog } from '../kernel/log.ts';

/** Writes `server/openapi.json` from the routes; `--check` only says whether it is current. Needs no database: nothing is asked. */
const file = join(import.meta.dirname, '../../openapi.json');
const config = readConfig({
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  TONGBAN_MODE: 'test',
  LOG_LEVEL: 'silent',
});
const pool = createPool(config.databaseUrl, 2);
const app = await createApp({ config, db: createDb(pool), keys: loadKeys(config.varDir), log: createLog('silent') });
await app.ready();
const text = `${JSON.stringify(app.swagger(), null, 2)}\n`;
await app.close();
await pool.end();

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('server/openapi.json is not current: run npm run openapi');
  process.exitCode = 1;
}
