/** The server process of one embedded cluster: started, found again after a crash of its starter, shut down. */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asAccount, passwordOf, readConnection, runProgram, urlFor, writeConnection } from './postgres-cluster.mjs';
import { failed } from './say.mjs';
import { isAlive } from './turns.mjs';

/** @typedef {import('./postgres-cluster.mjs').Cluster} Cluster */

/**
 * Stated on the command line, so that no file in the data folder can take durability or the closed door away.
 * The log gets neither statements nor details: both may hold people's data.
 */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** After a kill -9 the dead postmaster's lock and last children stay a moment; a port may be taken under our feet. */
const passing = /lock file .* already exists|pre-existing shared memory block|could not bind|could not create any TCP/;

/** @param {Cluster} cluster @param {string} password @returns {Promise<string>} the address */
export async function launch(cluster, password) {
  removeForeignLock(cluster);
  const deadline = Date.now() + 30_000;
  for (;;) {
    const port = await findFreePort();
    const { pid, output } = await tryLaunch(cluster, port);
    if (pid) {
      writeConnection(cluster, { url: urlFor(password, port), pid });
      return urlFor(password, port);
    }
    if (!passing.test(output) || Date.now() > deadline) {
      const full = isDiskFull(cluster) ? '\nNo space left on device' : '';
      throw failed('数据库没有启动', 'The database did not start', output + full);
    }
    await sleep(200);
  }
}

/** @param {Cluster} cluster @param {number} port @returns {Promise<{ pid?: number, output: string }>} */
async function tryLaunch(cluster, port) {
  const options = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openLog(cluster);
  const child = spawn(join(cluster.programs, 'bin', 'postgres'), ['-D', cluster.data, ...options], {
    ...asAccount(cluster),
    detached: process.platform !== 'win32',
    stdio: ['ignore', log.file, log.file],
  });
  fs.closeSync(log.file);
  let ended = '';
  child.on('error', (error) => (ended = error.message)).on('exit', (code) => (ended = `exit ${code}`));
  while (!ended) {
    const { pid, ready } = readLock(cluster);
    if (ready && pid === child.pid) {
      child.unref();
      return { pid, output: '' };
    }
    await sleep(20);
  }
  return { output: `${fs.readFileSync(cluster.log, 'utf8').slice(log.start)}${ended}` };
}

/** PostgreSQL says little; past ten megabytes the log begins anew. @param {Cluster} cluster */
function openLog({ log }) {
  const size = fs.existsSync(log) ? fs.statSync(log).size : 0;
  const start = size < 10_000_000 ? size : 0;
  return { start, file: fs.openSync(log, start ? 'a' : 'w', 0o600) };
}

/**
 * The address of the postmaster that serves these data already: another command's, or one whose starter was killed.
 * @param {Cluster} cluster @returns {Promise<string | undefined>}
 */
export async function findRunning(cluster) {
  const connection = readConnection(cluster);
  for (let waited = 0; connection && waited < 60_000; waited += 50) {
    const { pid, port, ready } = readLock(cluster);
    if (!isPostmaster(cluster, pid)) return undefined;
    if (ready && (await answers(port))) {
      const url = urlFor(passwordOf(connection), port);
      if (url !== connection.url) writeConnection(cluster, { url, pid });
      return url;
    }
    await sleep(50);
  }
  return undefined;
}

/**
 * Whether a server behind this port takes requests: one just killed still looks alive for a moment. The question is
 * PostgreSQL's "do you speak TLS?", which it answers with one byte before any login.
 * @param {number} port @returns {Promise<boolean>}
 */
function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 2000 });
    const resolveWith = (/** @type {boolean} */ answered) => () => {
      socket.destroy();
      resolve(answered);
    };
    socket.on('connect', () => socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])));
    socket.on('data', resolveWith(true));
    for (const event of /** @type {const} */ (['error', 'timeout', 'close'])) socket.on(event, resolveWith(false));
  });
}

/** Fast: open sessions are rolled back and everything is written. @param {Cluster} cluster */
export async function shutDown(cluster) {
  const { pid } = readLock(cluster);
  if (!isPostmaster(cluster, pid)) return;
  try {
    await runProgram(cluster, 'pg_ctl', ['stop', '-D', cluster.data, '-m', 'fast', '-w', '-t', '60']);
  } catch (error) {
    if (isPostmaster(cluster, pid)) throw failed('数据库没有停下', 'The database did not stop', error);
  }
}

/** PostgreSQL's own lock file: process id, data, start, port, socket, address, memory, state. @param {Cluster} cluster */
function readLock({ data }) {
  const file = join(data, 'postmaster.pid');
  const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** A lock whose number now belongs to some other program would keep PostgreSQL from starting for ever. @param {Cluster} cluster */
function removeForeignLock(cluster) {
  const { pid } = readLock(cluster);
  if (pid && isAlive(pid) && !isPostmaster(cluster, pid)) fs.rmSync(join(cluster.data, 'postmaster.pid'));
}

/** Whether this process is alive and the one serving these data. @param {Cluster} cluster @param {number} pid */
function isPostmaster({ data }, pid) {
  if (!pid || !isAlive(pid)) return false;
  const command = commandLineOf(pid);
  return command === undefined || command.includes(data);
}

/** Empty for a process that is dead and not yet reaped, undefined where the system does not tell. @param {number} pid */
function commandLineOf(pid) {
  try {
    if (process.platform === 'linux') return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? undefined;
  } catch {
    return undefined;
  }
}

/** On a full disk PostgreSQL cannot even write why it stopped. @param {Cluster} cluster */
function isDiskFull({ place }) {
  const { bavail, bsize } = fs.statfsSync(place);
  return bavail * bsize < 16_000_000;
}

/** @returns {Promise<number>} */
function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
