/** Several commands may use one database at once: they come in one by one, and the last one out turns off the light. */
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refusal } from './say.mjs';

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Runs `work` while no other process does so for this folder. The lock of a process that died is taken over.
 * @template T @param {string} folder @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function inTurn(folder, work) {
  const lock = join(folder, 'lock');
  const deadline = Date.now() + 120_000;
  while (!claim(lock)) {
    const holder = readHolder(lock);
    if (holder && !isAlive(holder)) rmSync(lock, { force: true });
    else if (Date.now() > deadline) {
      throw refusal(
        `进程 ${holder} 一直占用着数据库目录 ${folder}。请先结束它，然后重试。`,
        `Process ${holder} keeps the database folder ${folder} busy. End it first, then try again.`,
      );
    } else await sleep(100);
  }
  return work().finally(() => rmSync(lock, { force: true }));
}

/** The lock appears together with its content, or not at all: a full disk leaves no empty one behind. @param {string} lock */
function claim(lock) {
  const mine = `${lock}.${process.pid}`;
  try {
    writeFileSync(mine, String(process.pid));
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** @param {string} lock */
function readHolder(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

/** Notes that this process uses the folder's database. @param {string} folder */
export function comeIn(folder) {
  mkdirSync(join(folder, 'users'), { recursive: true });
  writeFileSync(join(folder, 'users', String(process.pid)), '');
}

/** Notes that this process is done; true if nobody alive is left. @param {string} folder */
export function goOut(folder) {
  const users = join(folder, 'users');
  rmSync(join(users, String(process.pid)), { force: true });
  const others = existsSync(users) ? readdirSync(users) : [];
  const gone = others.filter((pid) => !isAlive(Number(pid)));
  for (const pid of gone) rmSync(join(users, pid), { force: true });
  return gone.length === others.length;
}
