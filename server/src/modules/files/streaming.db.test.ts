import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { testContext } from '../../../test/database.ts';
import { jpeg } from '../../../test/sample-files.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { receiveUpload } from './receive.ts';
import { listFilesOf } from './service.ts';
import { sweepOrphans } from './sweep.ts';

const ctx = await testContext();
const area = 690102;
const MB = 2 ** 20;
const PIECE = 64 * 1024;

/** A photograph of that size that is never in memory as a whole. */
async function* photograph(size: number): AsyncGenerator<Buffer> {
  const whole = jpeg();
  yield whole.subarray(0, -2);
  for (let left = size - whole.length; left > 0; left -= PIECE) {
    yield Buffer.alloc(Math.min(left, PIECE), 0x41);
    await sleep(0);
  }
  yield whole.subarray(-2);
}

test('twenty uploads of 15 MB at once are never in memory as a whole', async () => {
  const before = process.memoryUsage().rss;
  let highest = before;
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 20);

  const received = await Promise.all(
    Array.from({ length: 20 }, () =>
      receiveUpload(ctx, {
        actor: system('test'),
        areaCode: area,
        ownerId: newId(area),
        stream: photograph(15 * MB),
        name: 'a.jpg',
        accept: ['image/jpeg'],
        maxBytes: 20 * MB,
      }),
    ),
  );

  clearInterval(watch);
  expect(received.map(({ size }) => size)).toEqual(Array(20).fill(15 * MB));
  expect(highest - before).toBeLessThan(200 * MB);
}, 120_000);

test('a server killed in the middle of an upload leaves no row, and what it leaves on the disk is swept', async () => {
  const ownerId = newId(area);
  const folder = join(ctx.config.varDir, 'files', String(area), ownerId);
  const unfinished = () => (existsSync(folder) ? readdirSync(folder) : []);
  const server = spawn(process.execPath, ['--input-type=module', '--eval', endlessUpload(ownerId)], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (!unfinished().some((name) => statSync(join(folder, name)).size > 100_000)) await sleep(20);

  server.kill('SIGKILL');
  await new Promise((resume) => server.once('exit', resume));

  expect(await listFilesOf(ctx.db, area, ownerId)).toEqual([]);
  expect(unfinished()).toEqual([expect.stringMatching(/\.part$/)]);

  await sweepOrphans(ctx);
  expect(unfinished()).toHaveLength(1);

  const yesterday = new Date(Date.now() - 25 * 3600 * 1000);
  for (const name of unfinished()) utimesSync(join(folder, name), yesterday, yesterday);
  await sweepOrphans(ctx);
  expect(unfinished()).toEqual([]);
}, 60_000);

/** A server that receives a photograph without an end. */
const endlessUpload = (ownerId: string): string => `
  import { system } from '../../kernel/actor.ts';
  import { loadKeys } from '../../kernel/crypto.ts';
  import { createDb, createPool } from '../../kernel/db.ts';
  import { jpeg } from '../../../test/sample-files.ts';
  import { receiveUpload } from './receive.ts';

  const config = ${JSON.stringify(ctx.config)};
  const ctx = { config, db: createDb(createPool(config.databaseUrl, 2)), keys: loadKeys(config.varDir) };
  async function* endless() {
    yield jpeg().subarray(0, -2);
    for (let i = 0; i < 5; i += 1) yield Buffer.alloc(100_000, 0x41);
    await new Promise(() => setInterval(() => {}, 1000));
  }
  await receiveUpload(ctx, {
    actor: system('test'), areaCode: ${area}, ownerId: '${ownerId}', stream: endless(),
    name: 'a.jpg', accept: ['image/jpeg'], maxBytes: ${20 * MB},
  });
`;
