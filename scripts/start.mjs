/** `npm start` and `npm run dev`: from a fresh clone to a running system, and everything down again on Ctrl-C. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { buildStaleApps } from './build.mjs';
import { openDatabase } from './database.mjs';
import { ensureInstalled } from './install.mjs';
import { environment, findNode24, requireNode, root, varDir } from './runtime.mjs';
import { main, refusal, say } from './say.mjs';
import { listenForStop, stop } from './signals.mjs';

const dev = process.argv.includes('--dev');
const host = process.env.HOST || '127.0.0.1';
const port = process.env.PORT || '3000';

await main(async () => {
  requireNode();
  listenForStop();
  await requireFreePort();
  try {
    return await startAll();
  } catch (error) {
    if (stop.requested) return 0;
    throw error;
  }
});

async function startAll() {
  await ensureInstalled();
  const database = await openDatabase();
  try {
    if (!stop.requested) await buildStaleApps({ dev });
    return stop.requested ? 0 : await serve(database.url);
  } finally {
    await database.stop();
    if (stop.requested) say('已全部停止。', 'Everything is stopped.');
  }
}

/**
 * Runs the server to its end. It has a process group of its own, so that a Ctrl-C in the terminal reaches only us and
 * the order is ours: server first, database after it. Should we be killed, it learns so by the channel closing.
 * @param {string} url @returns {Promise<number>} its exit code
 */
async function serve(url) {
  const detached = process.platform !== 'win32';
  const watch = dev ? ['--watch', '--watch-preserve-output'] : [];
  const node = findNode24() ?? process.execPath;
  const env = environment({ DATABASE_URL: url, HOST: host, PORT: port, VAR_DIR: varDir() });
  const child = spawn(node, [...watch, join('server', 'src', 'main.ts')], {
    ...{ cwd: root, env, detached },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  stop.ask = () => child.kill('SIGTERM');
  stop.force = () => {
    if (detached && child.pid) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
    stop.force = () => process.exit(1);
  };
  const tools = dev ? spawn(node, [join('scripts', 'dev.mjs')], { cwd: root, env, stdio: 'inherit' }) : undefined;
  const code = await new Promise((resolve) => child.on('exit', resolve).on('error', () => resolve(1)));
  tools?.kill();
  stop.ask = () => {};
  return code ?? 1;
}

/** Asked before the long work; the server finds out for itself if someone takes the port meanwhile. */
async function requireFreePort() {
  if (!/^\d+$/.test(port) || Number(port) > 65535) {
    throw refusal(
      `PORT=${port} 不是端口号。请用 1 到 65535 之间的数字，例如 PORT=3001 npm start。`,
      `PORT=${port} is no port. Use a number from 1 to 65535, for example PORT=3001 npm start.`,
    );
  }
  const code = await new Promise((resolve) => {
    const probe = createServer().on('error', (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code));
    probe.listen(Number(port), host, () => probe.close(() => resolve(undefined)));
  });
  if (!code) return;
  if (code === 'EADDRINUSE') {
    throw refusal(
      `端口 ${port} 已被占用。请关闭占用它的程序，或换一个端口：PORT=3001 npm start`,
      `Port ${port} is taken. Close the program that holds it, or choose another: PORT=3001 npm start`,
      98,
    );
  }
  throw refusal(
    `不能在 ${host}:${port} 上监听（${code}）。请检查 HOST 和 PORT；小于 1024 的端口需要管理员权限。`,
    `Cannot listen on ${host}:${port} (${code}). Check HOST and PORT; ports below 1024 need an administrator.`,
  );
}
