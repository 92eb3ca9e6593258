import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { startPostgres } from '../postgres.mjs';
import { asRoot, makeCheckout, ordinary, runScript } from './checkout.mjs';
import { listenAsPostgres } from './fake-postgres.mjs';

/** @param {string} checkout @param {Parameters<typeof runScript>[1]} options */
async function refused(checkout, options) {
  const running = runScript(checkout, options);
  const code = await running.ended;
  assert.ok(!/^\s+at /m.test(running.output), `a refusal shows no stack:\n${running.output}`);
  return { code, output: running.output };
}

test('a taken port is refused before any long work, and PORT= is named', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  const { port } = /** @type {import('node:net').AddressInfo} */ (holder.address());
  const checkout = makeCheckout();

  const { code, output } = await refused(checkout, { env: { PORT: String(port) } });

  assert.equal(code, 98);
  assert.match(output, new RegExp(`端口 ${port} 已被占用.*PORT=3001`));
  assert.ok(!fs.existsSync(join(checkout, 'var')));
  holder.close();
});

test('a PORT that is no number is refused', async () => {
  const { code, output } = await refused(makeCheckout(), { env: { PORT: 'abc' } });

  assert.equal(code, 1);
  assert.match(output, /PORT=abc 不是端口号/);
});

test('a DATABASE_URL where nobody listens is refused without showing its password', async () => {
  const env = { DATABASE_URL: 'postgres://tongban:s3cret@127.0.0.1:1/tongban' };

  const { code, output } = await refused(makeCheckout(), { env });

  assert.equal(code, 1);
  assert.match(output, /连不上数据库 127\.0\.0\.1:1\/tongban。请确认 PostgreSQL 已启动/);
  assert.doesNotMatch(output, /s3cret/);
});

test('a malformed DATABASE_URL is answered with how to write one', async () => {
  const { code, output } = await refused(makeCheckout(), { env: { DATABASE_URL: 'mysql:/oops' } });

  assert.equal(code, 1);
  assert.match(output, /DATABASE_URL 写法不对。格式：/);
});

test('a server older than 15 is refused with its version', async () => {
  const old = await listenAsPostgres([['14', 'UTF8']]);

  const { code, output } = await refused(makeCheckout(), { env: { DATABASE_URL: old.url } });

  assert.equal(code, 1);
  assert.match(output, /是 PostgreSQL 14，太旧了，至少需要 15/);
  old.close();
});

test('a database that cannot hold Chinese is refused', async () => {
  const ascii = await listenAsPostgres([['16', 'SQL_ASCII']]);

  const { output } = await refused(makeCheckout(), { env: { DATABASE_URL: ascii.url } });

  assert.match(output, /编码是 SQL_ASCII，存不下中文/);
  ascii.close();
});

test('a wrong password and a missing database are told from a server that is not there', async () => {
  const postgres = await startPostgres({ ephemeral: true });
  const wrongPassword = Object.assign(new URL(postgres.url), { password: 'wrong' }).href;
  const noDatabase = Object.assign(new URL(postgres.url), { pathname: '/nowhere' }).href;

  const first = await refused(makeCheckout(), { env: { DATABASE_URL: wrongPassword } });
  const second = await refused(makeCheckout(), { env: { DATABASE_URL: noDatabase } });

  assert.match(first.output, /用户名或密码不对，请改正 DATABASE_URL/);
  assert.match(second.output, /没有这个库，请先建库或改正库名/);
  await postgres.stop();
});

test('a read-only folder is refused with where else to go', async () => {
  const checkout = makeCheckout({ account: ordinary });
  fs.chmodSync(checkout, 0o555);

  const { code, output } = await refused(checkout, { account: ordinary });

  assert.equal(code, 1);
  assert.match(output, /没有写入权限。.*VAR_DIR=/);
  fs.chmodSync(checkout, 0o755);
});

const needsMount = { skip: !asRoot && 'only root can mount a small disk' };

/** @param {number} megabytes @param {(folder: string) => Promise<void>} trial */
async function onSmallDisk(megabytes, trial) {
  const folder = join(makeCheckout(), 'disk');
  fs.mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  try {
    await trial(folder);
  } finally {
    execFileSync('umount', [folder]);
  }
}

test('a disk too small for a new database is refused with what to do', needsMount, () =>
  onSmallDisk(16, async (disk) => {
    const { code, output } = await refused(makeCheckout(), { env: { VAR_DIR: disk } });

    assert.equal(code, 1);
    assert.match(output, /数据库没有建成：磁盘已满。.*VAR_DIR=/);
    assert.deepEqual(fs.readdirSync(join(disk, 'postgres')).includes('data'), false);
  }),
);

test(
  'a disk that has filled up since the last start is refused with what to do, and starts once there is room',
  needsMount,
  () =>
    onSmallDisk(100, async (disk) => {
      const checkout = makeCheckout();
      const env = { VAR_DIR: disk };
      const first = runScript(checkout, { env });
      await first.ready();
      first.child.kill('SIGTERM');
      await first.ended;

      fs.writeFileSync(join(disk, 'ballast'), '');
      assert.throws(() => {
        for (;;) fs.appendFileSync(join(disk, 'ballast'), Buffer.alloc(4096));
      }, /ENOSPC/);
      const { code, output } = await refused(checkout, { env });

      assert.equal(code, 1);
      assert.match(output, /磁盘已满。.*VAR_DIR=/);

      fs.rmSync(join(disk, 'ballast'));
      const again = runScript(checkout, { env });
      assert.equal((await again.ready()).starts, 2);
      again.child.kill('SIGTERM');
      assert.equal(await again.ended, 0);
    }),
);
