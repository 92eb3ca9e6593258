/** One embedded cluster on disk: where its parts are, how it is made, and the file that says how to connect. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { findAccount, hydrateLinks, makePrivateFolder, placeFor, programsFor } from './postgres-files.mjs';
import { run } from './runtime.mjs';
import { failed, say } from './say.mjs';

/** @typedef {ReturnType<typeof openCluster>} Cluster */
/** @typedef {{ url: string, pid: number }} Connection */

/** @param {string} home the folder of connection.json, the log and, where the account can get there, the data */
export function openCluster(home) {
  fs.mkdirSync(home, { recursive: true });
  hydrateLinks();
  const account = findAccount();
  const place = placeFor(home, account);
  return {
    home,
    place,
    account,
    programs: programsFor(account),
    data: join(place, 'data'),
    connection: join(home, 'connection.json'),
    log: join(home, 'postgres.log'),
  };
}

/** The cluster's password, after making the cluster if there is none yet. @param {Cluster} cluster */
export async function findOrCreate(cluster) {
  if (!fs.existsSync(cluster.data)) return create(cluster);
  const connection = readConnection(cluster);
  if (!connection) {
    setAside(cluster);
    return create(cluster);
  }
  return passwordOf(connection);
}

/** Makes it beside its final name, so that one cut short is never taken for whole. @param {Cluster} cluster */
async function create(cluster) {
  const password = randomBytes(24).toString('base64url');
  const unfinished = `${cluster.data}.new`;
  const passwordFile = join(cluster.place, 'password');
  try {
    makePrivateFolder(unfinished, cluster.account);
    fs.writeFileSync(passwordFile, password, { mode: 0o600 });
    if (cluster.account) fs.chownSync(passwordFile, cluster.account.uid, cluster.account.gid);
    const owner = ['--username=tongban', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    await runProgram(cluster, 'initdb', ['-D', unfinished, ...owner, '--encoding=UTF8', ...locale, '--data-checksums']);
    await runProgram(cluster, 'postgres', ['--single', '-D', unfinished, 'postgres'], 'create database tongban\n');
    writeConnection(cluster, { url: urlFor(password, 0), pid: 0 });
    fs.renameSync(unfinished, cluster.data);
    return password;
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    throw failed('数据库没有建成', 'The database could not be created', error);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

/** Trigram search sees Chinese only under a UTF-8 ctype; C.UTF-8 is at hand on every Linux, but not elsewhere. */
const locale =
  process.platform === 'linux'
    ? ['--locale=C.UTF-8']
    : ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];

/**
 * Without the password the data cannot be opened: most likely var/ was deleted to begin anew while root's data lie
 * outside the checkout. They are kept, under another name. @param {Cluster} cluster
 */
function setAside(cluster) {
  const aside = `${cluster.data}-${Date.now()}`;
  fs.renameSync(cluster.data, aside);
  say(
    `没有找到 ${cluster.connection}，原有数据库无法打开，已移到 ${aside}（不需要可以删除），现新建一个空库。`,
    `${cluster.connection} is missing, so the old database cannot be opened. It was moved to ${aside} (delete it if you do not need it); a new one is made.`,
  );
}

/** Runs one of PostgreSQL's programs to its end. @param {Cluster} cluster @param {string} name @param {string[]} args */
export async function runProgram(cluster, name, args, input = '') {
  const { code, output } = await run(join(cluster.programs, 'bin', name), args, {
    ...asAccount(cluster),
    quiet: true,
    input,
  });
  if (code !== 0) throw new Error(output);
}

/** As the account, from a folder it can be in, and deaf to variables meant for other clusters. @param {Cluster} cluster */
export const asAccount = ({ account }) => ({
  ...account,
  cwd: '/',
  env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))),
});

/** @param {Cluster} cluster @returns {Connection | undefined} */
export function readConnection({ connection }) {
  return fs.existsSync(connection) ? JSON.parse(fs.readFileSync(connection, 'utf8')) : undefined;
}

/** Written whole or not at all: it holds the only copy of the password. @param {Cluster} cluster @param {Connection} value */
export function writeConnection({ connection }, value) {
  const file = fs.openSync(`${connection}.new`, 'w', 0o600);
  fs.writeSync(file, `${JSON.stringify(value, null, 2)}\n`);
  fs.fsyncSync(file);
  fs.closeSync(file);
  fs.renameSync(`${connection}.new`, connection);
}

/** @param {string} password @param {number} port */
export const urlFor = (password, port) => `postgres://tongban:${password}@127.0.0.1:${port}/tongban`;

/** @param {Connection} connection */
export const passwordOf = ({ url }) => new URL(url).password;
