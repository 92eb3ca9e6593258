/** `node scripts/run.mjs <file.ts> [arguments]`: runs a command of the server on Node 24, with a database. */
import { openDatabase } from './database.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode, runNode, varDir } from './runtime.mjs';
import { main, refusal } from './say.mjs';
import { listenForStop, stop } from './signals.mjs';

await main(async () => {
  requireNode();
  const [file, ...args] = process.argv.slice(2);
  if (!file)
    throw refusal('用法：node scripts/run.mjs <文件.ts> [参数]', 'Usage: node scripts/run.mjs <file.ts> [arguments]');
  await ensureInstalled();
  const interrupted = new AbortController();
  stop.ask = () => interrupted.abort();
  listenForStop();
  const database = await openDatabase();
  try {
    const env = { DATABASE_URL: database.url, VAR_DIR: varDir() };
    const command = runNode([file, ...args], { env, signal: interrupted.signal });
    return (await command).code;
  } finally {
    await database.stop();
  }
});
