/** Where things are in the checkout, and how to run programs on the Node that the project pins. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Everything the running system writes. @returns {string} */
export const varDir = () => process.env.VAR_DIR ?? join(root, 'var');

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

/** The environment of our programs: tools that call `node` by name must find Node 24 too. */
export function environment(extra = {}) {
  const path = [dirname(findNode24() ?? process.execPath), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

/**
 * Runs a script on Node 24 to its end. `quiet` keeps its output for the caller instead of showing it.
 * @param {string[]} args @param {{ cwd?: string, env?: Record<string, string>, quiet?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNode(args, { cwd = root, env = {}, quiet = false } = {}) {
  return run(findNode24() ?? process.execPath, args, { cwd, env: environment(env), quiet });
}

/**
 * @param {string} program @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, shell?: boolean, uid?: number, gid?: number, input?: string }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { quiet = false, input = '', ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, ...options, stdio: ['pipe', ...(quiet ? piped : shown)] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.stdin?.on('error', () => {}).end(input);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const shown = /** @type {const} */ (['inherit', 'inherit']);
const piped = /** @type {const} */ (['pipe', 'pipe']);
