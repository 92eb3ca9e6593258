import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startPostgres } from '../postgres.mjs';
import { root } from '../runtime.mjs';
import { makeCheckout, ordinary, runScript } from './checkout.mjs';

const base = fs.mkdtempSync(join(tmpdir(), 'tongban-clusters-'));
fs.chmodSync(base, 0o755);
after(() => fs.rmSync(base, { recursive: true, force: true }));

const needsProc = { skip: process.platform !== 'linux' && 'needs /proc' };

/** @param {string} home */
const isUp = (home) => fs.existsSync(join(home, 'data', 'postmaster.pid'));

/** Ephemeral clusters of this process. */
const mine = () => fs.readdirSync(tmpdir()).filter((name) => name.startsWith(`tongban-postgres-${process.pid}-`));

test('an ephemeral cluster is gone after its stop', async () => {
  const { url, stop } = await startPostgres({ ephemeral: true });

  assert.match(url, /^postgres:\/\/tongban:[\w-]+@127\.0\.0\.1:\d+\/tongban$/);
  assert.equal(mine().length, 1);
  await stop();
  assert.deepEqual(mine(), []);
});

test('an ephemeral cluster whose owner was killed is removed by the next one', async () => {
  const owner = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { startPostgres } from '${join(root, 'scripts', 'postgres.mjs')}';
     await startPostgres({ ephemeral: true });
     process.kill(process.pid, 'SIGKILL');`,
  ]);
  await new Promise((resolve) => owner.on('close', resolve));
  const left = fs.readdirSync(tmpdir()).find((name) => name.startsWith(`tongban-postgres-${owner.pid}-`)) ?? '';
  assert.ok(isUp(join(tmpdir(), left)));

  const next = await startPostgres({ ephemeral: true });

  assert.ok(!fs.existsSync(join(tmpdir(), left)));
  await next.stop();
});

test('a lock file whose number now belongs to another program does not keep the database from starting', async () => {
  const dir = join(base, 'foreign-lock');
  await (await startPostgres({ dir })).stop();
  const other = spawn('sleep', ['60'], ordinary);
  const lock = join(dir, 'data', 'postmaster.pid');
  fs.writeFileSync(lock, `${other.pid}\n${join(dir, 'data')}\n0\n1\n\n127.0.0.1\n\nready\n`, { mode: 0o600 });
  if (ordinary.uid) fs.chownSync(lock, ordinary.uid, ordinary.gid);

  const { stop } = await startPostgres({ dir });

  assert.ok(isUp(dir));
  await stop();
  other.kill();
});

test('after a kill -9 the start waits until the last child of the dead server is gone', needsProc, async () => {
  const dir = join(base, 'orphans');
  const killed = await startPostgres({ dir });
  const postmaster = Number.parseInt(fs.readFileSync(join(dir, 'data', 'postmaster.pid'), 'utf8'), 10);
  const children = fs
    .readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  for (const child of children) process.kill(child, 'SIGSTOP');
  process.kill(postmaster, 'SIGKILL');

  const starting = startPostgres({ dir });
  await new Promise((resolve) => setTimeout(resolve, 800));
  assert.match(fs.readFileSync(join(dir, 'postgres.log'), 'utf8'), /pre-existing shared memory block/);
  for (const child of children) process.kill(child, 'SIGCONT');

  assert.notEqual((await starting).url, killed.url);
  await (await starting).stop();
});

test('a database whose password was deleted is kept under another name and a new one made', async () => {
  const dir = join(base, 'no-password');
  await (await startPostgres({ dir })).stop();
  fs.rmSync(join(dir, 'connection.json'));

  const { stop } = await startPostgres({ dir });

  assert.equal(fs.readdirSync(dir).filter((name) => /^data-\d+$/.test(name)).length, 1);
  await stop();
});

test('a command joins the database of a running start, and the last one out stops it', async () => {
  const checkout = makeCheckout();
  const home = join(checkout, 'var', 'postgres');
  fs.writeFileSync(join(checkout, 'command.ts'), `console.log(process.env.DATABASE_URL); setTimeout(() => {}, 1500);`);
  const start = runScript(checkout);
  const { port } = await start.ready();

  const command = runScript(checkout, { script: ['run.mjs', 'command.ts'] });
  while (!command.output) await new Promise((resolve) => setTimeout(resolve, 20));
  start.child.kill('SIGTERM');
  await start.ended;
  const upWithoutStart = isUp(home);
  const code = await command.ended;

  assert.match(command.output, new RegExp(`@127\\.0\\.0\\.1:${port}/tongban`));
  assert.deepEqual([upWithoutStart, code, isUp(home)], [true, 0, false]);
});

test('a command without a running start has a database for its time, and its exit code is passed on', async () => {
  const checkout = makeCheckout();
  const source = `import pg from 'pg';
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.end();
    process.exit(process.argv[2] === 'argument' ? 5 : 0);`;
  fs.writeFileSync(join(checkout, 'command.ts'), source);

  const command = runScript(checkout, { script: ['run.mjs', 'command.ts', 'argument'] });

  assert.equal(await command.ended, 5, command.output);
  assert.ok(!isUp(join(checkout, 'var', 'postgres')));
});
