/** Installs what package-lock.json names and node_modules lacks. Runs on any Node ≥ 18, before anything is installed. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { hydrateLinks } from './postgres-files.mjs';
import { findNode24, root, run } from './runtime.mjs';
import { failed, refusal, say } from './say.mjs';

/** @typedef {{ version?: string, optional?: boolean, [key: string]: unknown }} LockEntry */

export async function ensureInstalled() {
  requireAgreement();
  if (!isInstalled()) await install();
  if (!findNode24()) {
    throw refusal(
      `没有适用于 ${process.platform}-${process.arch} 的 Node 24。请安装 Node 24 或更新版本后重试：https://nodejs.org/`,
      `There is no packaged Node 24 for ${process.platform}-${process.arch}. Install Node 24 or newer, then try again.`,
    );
  }
  hydrateLinks();
}

/** npm keeps its own record of what it installed; a package may be missing only if it is optional (another platform's). */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  return Object.entries(readPackages(join(root, 'package-lock.json')))
    .filter(([path]) => path.includes('node_modules/'))
    .every(([path, wanted]) => (installed[path] ? installed[path].version === wanted.version : wanted.optional));
}

async function install() {
  const count = Object.keys(readPackages(join(root, 'package-lock.json'))).length;
  say(
    `正在安装依赖（约 ${count} 个包，第一次约需一分钟）……`,
    `Installing dependencies (about ${count} packages, a minute the first time)...`,
  );
  const started = Date.now();
  const progress = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    say(`  仍在安装，已用 ${seconds} 秒`, `  still installing, ${seconds} s so far`);
  }, 10_000);
  const before = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const { code, output } = await npm(['install', ...flags]).finally(() => clearInterval(progress));
  if (code !== 0) throw failed('依赖没有装上', 'The dependencies could not be installed', output);
  if (readFileSync(join(root, 'package-lock.json'), 'utf8') !== before) {
    throw refusal(
      '安装改动了 package-lock.json。请用 git diff package-lock.json 查看，确认后提交，或用 git checkout 还原，再重试。',
      'Installing changed package-lock.json. Look at it with git diff, commit or restore it, then try again.',
    );
  }
  say('依赖已装好。', 'Dependencies are installed.');
}

/**
 * `install --no-save` and never `ci`: npm 11 refuses a lockfile in which a registry lacks another platform's optional
 * binary. No package's install script is run; the only one that matters (links of PostgreSQL's libraries) we do ourselves.
 */
const flags = ['--no-save', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];

/** Runs npm: the one that started us if any, else the one on the path. @param {string[]} args */
export function npm(args) {
  const self = process.env.npm_execpath;
  const quiet = { quiet: true };
  if (self && basename(self) === 'npm-cli.js') return run(process.execPath, [self, ...args], quiet);
  return run('npm', args, { ...quiet, shell: process.platform === 'win32' });
}

/** package.json files that ask for something else than the lockfile would install a mixture nobody has tested. */
function requireAgreement() {
  const lock = readPackages(join(root, 'package-lock.json'));
  for (const [folder, locked] of Object.entries(lock)) {
    if (folder.includes('node_modules/') || !existsSync(join(root, folder, 'package.json'))) continue;
    const asked = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    for (const kind of ['workspaces', 'dependencies', 'devDependencies', 'optionalDependencies']) {
      if (sorted(asked[kind]) === sorted(locked[kind])) continue;
      throw refusal(
        `${join(folder, 'package.json')} 与 package-lock.json 不一致。请运行 npm install，并把两个文件一起提交。`,
        `${join(folder, 'package.json')} and package-lock.json disagree. Run npm install and commit both.`,
      );
    }
  }
}

/** @param {unknown} dependencies */
const sorted = (dependencies) => JSON.stringify(Object.entries(dependencies ?? {}).sort());

/** @param {string} lockfile @returns {Record<string, LockEntry>} */
const readPackages = (lockfile) => JSON.parse(readFileSync(lockfile, 'utf8')).packages;
