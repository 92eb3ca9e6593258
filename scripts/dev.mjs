/**
 * What `npm run dev` adds to the server's own watch mode, on Node 24: the desk with hot reload, and the portal rebuilt
 * when it changes (the server imports the portal's build, so its watch mode then restarts it).
 */
import { existsSync, watch } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStaleApps } from './build.mjs';
import { root } from './runtime.mjs';
import { say } from './say.mjs';

const { HOST = '127.0.0.1', PORT = '3000' } = process.env;
const server = `http://${HOST}:${PORT}`;
const desk = join(root, 'web', 'desk');

if (existsSync(join(desk, 'vite.config.ts'))) await serveDesk();
for (const folder of ['portal', 'ui']) watch(join(root, 'web', folder), { recursive: true }, rebuildSoon);

/** The desk's calls go to the server as if they came from its own pages. */
async function serveDesk() {
  const vitePath = createRequire(join(desk, 'package.json')).resolve('vite');
  /** @type {typeof import('vite')} */
  const { createServer } = await import(pathToFileURL(vitePath).href);
  const vite = await createServer({
    root: desk,
    server: { host: HOST, proxy: { '/api': { target: server, headers: { origin: server } } } },
  });
  await vite.listen();
  const [address] = vite.resolvedUrls?.local ?? [];
  say(`工作台（即改即现）：${address}`, `The desk with hot reload: ${address}`);
}

/** @type {NodeJS.Timeout | undefined} */
let soon;

/** Editors save in bursts. @param {string} _event @param {string | null} file */
function rebuildSoon(_event, file) {
  if (/(^|[\\/])(build|node_modules|\.react-router)([\\/]|$)/.test(file ?? '')) return;
  clearTimeout(soon);
  soon = setTimeout(() => buildStaleApps({ dev: true }).catch((error) => console.error(error.message)), 300);
}
