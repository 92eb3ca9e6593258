import assert from 'node:assert/strict';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from '../postgres.mjs';
import { isAlive } from '../turns.mjs';
import { asRoot, makeCheckout, ordinary, runProgram, runScript } from './checkout.mjs';

/** @param {string} data */
const postmasterOf = (data) => Number(fs.readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);

/** @param {ReturnType<typeof runScript>} running */
function stop(running) {
  running.child.kill('SIGTERM');
  return running.ended;
}

/** @param {number} pid */
async function gone(pid) {
  while (isAlive(pid)) await sleep(20);
}

test('an ordinary user starts it, and everything written stays in the checkout', async () => {
  const checkout = makeCheckout({ account: ordinary });
  const running = runScript(checkout, { account: ordinary });

  const { data, listens, fsync, checksums, encoding } = await running.ready();

  assert.equal(data, join(checkout, 'var', 'postgres', 'data'));
  assert.deepEqual([listens, fsync, checksums, encoding], ['127.0.0.1', 'on', 'on', 'UTF8']);
  assert.equal(fs.statSync(join(checkout, 'var', 'postgres', 'connection.json')).mode & 0o777, 0o600);
  assert.equal(await stop(running), 0);
});

test('root starts it in a home closed to everybody else', { skip: !asRoot && 'only root can try this' }, async () => {
  const running = runScript(makeCheckout({ mode: 0o700 }));

  const { data } = await running.ready();

  assert.match(data, /^\/var\/lib\/tongban\/[0-9a-f]{12}\/data$/);
  assert.notEqual(fs.statSync(data).uid, 0);
  assert.equal(await stop(running), 0);
  fs.rmSync(dirname(data), { recursive: true });
});

test('a given DATABASE_URL is used, nothing is started beside it, and it is left running', async () => {
  const given = await startPostgres({ ephemeral: true });
  const checkout = makeCheckout();
  const running = runScript(checkout, { env: { DATABASE_URL: given.url } });

  const { data, port } = await running.ready();

  assert.equal(String(port), new URL(given.url).port);
  assert.ok(!fs.existsSync(join(checkout, 'var', 'postgres')));
  assert.equal(await stop(running), 0);
  assert.ok(isAlive(postmasterOf(data)));
  await given.stop();
});

test('Ctrl-C stops the server first and the database after it, and counts once though npm repeats it', async () => {
  const running = runScript(makeCheckout());
  const { data, pid } = await running.ready();
  const postmaster = postmasterOf(data);

  running.child.kill('SIGINT');
  running.child.kill('SIGINT');

  assert.equal(await running.ended, 0);
  assert.ok(running.output.indexOf('SERVER STOPPED') < running.output.indexOf('已全部停止'), running.output);
  assert.deepEqual([isAlive(pid), isAlive(postmaster)], [false, false]);
});

test('a SIGTERM to npm, whose shell passes nothing on, still stops everything', {
  skip: process.platform === 'win32',
}, async () => {
  const checkout = makeCheckout();
  fs.writeFileSync(
    join(checkout, 'package.json'),
    '{ "type": "module", "scripts": { "start": "node scripts/start.mjs" } }',
  );
  const npm = runProgram('npm', ['start'], checkout);
  const { data, pid } = await npm.ready();

  npm.child.kill('SIGTERM');

  await gone(pid);
  while (fs.existsSync(join(data, 'postmaster.pid'))) await sleep(20);
});

test('a second Ctrl-C ends a server that does not listen to the first, and still stops the database cleanly', async () => {
  const checkout = makeCheckout();
  const running = runScript(checkout, { env: { STAND_IN: 'deaf' } });
  const { data, pid } = await running.ready();

  running.child.kill('SIGINT');
  await sleep(1200);
  assert.ok(isAlive(pid));
  running.child.kill('SIGINT');

  assert.equal(await running.ended, 1);
  assert.equal(isAlive(pid), false);
  assert.ok(!fs.existsSync(join(data, 'postmaster.pid')));
});

test('when the server dies the database is stopped and the exit code passed on', async () => {
  const running = runScript(makeCheckout(), { env: { STAND_IN: 'dies' } });
  const { data } = await running.ready();

  assert.equal(await running.ended, 7);
  assert.ok(!fs.existsSync(join(data, 'postmaster.pid')));
});

test('after kill -9 of everything the next start finds all that was written', {
  skip: process.platform !== 'linux' && 'needs /proc',
}, async () => {
  const checkout = makeCheckout();
  const first = runScript(checkout);
  const { data, pid } = await first.ready();
  const postmaster = postmasterOf(data);
  const children = fs.readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ');

  for (const victim of [first.pid, pid, postmaster, ...children.map(Number)]) process.kill(victim, 'SIGKILL');
  assert.ok(fs.existsSync(join(data, 'postmaster.pid')));
  const second = runScript(checkout);

  assert.equal((await second.ready()).starts, 2);
  assert.equal(await stop(second), 0);
});

test('a kill -9 of the starter alone ends the server, and the next start takes the database over', async () => {
  const checkout = makeCheckout();
  const first = runScript(checkout);
  const { data, pid } = await first.ready();
  const postmaster = postmasterOf(data);

  first.child.kill('SIGKILL');
  await gone(pid);
  const second = runScript(checkout);

  assert.equal((await second.ready()).starts, 2);
  assert.equal(postmasterOf(data), postmaster);
  assert.equal(await stop(second), 0);
  assert.ok(!fs.existsSync(join(data, 'postmaster.pid')));
});
