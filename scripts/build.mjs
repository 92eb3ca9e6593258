/** Builds the web applications whose sources, or the server contracts they import, have changed since their last build. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { commandOf, root, runNode } from './runtime.mjs';
import { failed, say } from './say.mjs';

/**
 * In development the desk is served from its sources, so only the portal is built.
 * @typedef {{ name: string, zh: string, output: string, inDev: boolean, build: () => string[] }} App
 */

/** @type {App[]} */
const apps = [
  {
    name: 'web/portal',
    zh: '门户',
    output: 'build',
    inDev: true,
    build: () => [commandOf('@react-router/dev', 'react-router'), 'build'],
  },
  { name: 'web/desk', zh: '工作台', output: 'dist', inDev: false, build: () => [commandOf('vite'), 'build'] },
];

export async function buildStaleApps({ dev = false } = {}) {
  const present = apps.filter(({ name }) => existsSync(join(root, name, 'vite.config.ts')));
  for (const app of present.filter(({ inDev }) => inDev || !dev)) {
    const stamp = join(root, app.name, app.output, '.stamp');
    const sources = digestOf(app);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) continue;
    rmSync(stamp, { force: true });
    await build(app);
    writeFileSync(stamp, sources);
  }
}

/** @param {App} app */
async function build({ name, zh, build }) {
  const started = Date.now();
  say(`正在构建${zh}……`, `Building ${name}...`);
  const result = await runNode(build(), { cwd: join(root, name), env: { NODE_ENV: 'production' }, quiet: true });
  if (result.code !== 0) throw failed(`${zh}没有构建成功`, `${name} could not be built`, result.output);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  say(`${zh}已构建，用时 ${seconds} 秒。`, `${name} is built, ${seconds} s.`);
}

/** Content, not dates: a fresh clone, a copy and a switched branch then build exactly when they must. @param {App} app */
function digestOf({ name }) {
  const own = [name, 'web/ui'].flatMap((folder) => filesIn(join(root, folder)));
  const contracts = filesIn(join(root, 'server', 'src')).filter((file) => /contract\.ts$|[\\/]kernel[\\/]/.test(file));
  const digest = createHash('sha256');
  for (const file of [...own, ...contracts, join(root, 'package-lock.json')].sort()) {
    digest.update(relative(root, file)).update(readFileSync(file));
  }
  return digest.digest('hex');
}

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^(node_modules|build|dist|\..*)$|\.test\.tsx?$/.test(name))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));
}
