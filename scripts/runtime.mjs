/** Where things are in the checkout, and how to run programs on the Node that the project pins. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refusal } from './say.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Everything the running system writes. @returns {string} */
export const varDir = () => resolve(root, process.env.VAR_DIR || 'var');

export function requireNode() {
  if (Number(process.versions.node.split('.')[0]) >= 18) return;
  throw refusal(
    `当前 Node 是 ${process.version}，至少需要 18。请安装新版本：https://nodejs.org/`,
    `This is Node ${process.version}; 18 or newer is needed. Install it from https://nodejs.org/`,
  );
}

/** Node 24 as npm delivers it for this platform, else the running Node if that is new enough. */
export function findNode24() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file);
  if (existsSync(pinned)) return pinned;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined;
}

/** The script behind a package's command: shims in .bin would pick whatever Node is first on the path. */
export function commandOf(/** @type {string} */ name, command = name) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** The environment of our programs: tools that call `node` by name must find Node 24 too. @param {NodeJS.ProcessEnv} [extra] */
export function environment(extra) {
  const path = [dirname(findNode24() ?? process.execPath), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] @property {NodeJS.ProcessEnv} [env] @property {number} [uid] @property {number} [gid]
 * @property {boolean} [shell] @property {AbortSignal} [signal] ends it when aborted
 * @property {boolean} [quiet] keeps the output for the caller instead of showing it
 * @property {boolean} [echo] keeps the output for the caller and shows it
 * @property {string} [input] what a quiet one reads
 */

/** Runs a script on Node 24 to its end. @param {string[]} args @param {RunOptions} [options] */
export function runNode(args, { env, ...options } = {}) {
  return run(findNode24() ?? process.execPath, args, { ...options, env: environment(env) });
}

/**
 * Runs a program to its end.
 * @param {string} program @param {string[]} args @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { quiet = false, echo = false, input = '', ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, ...options, stdio: quiet || echo ? 'pipe' : 'inherit' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (words) => {
        output += words;
        if (echo) process.stdout.write(words);
      });
    }
    child.stdin?.on('error', () => {}).end(input);
    child.on('error', (error) => child.pid ?? resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
