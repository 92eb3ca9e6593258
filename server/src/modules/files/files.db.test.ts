import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../../test/database.ts';
import { startClamd } from '../../../test/fakes/clamd.ts';
import { eicar, exifSegment, inPieces, jpeg, pdf, png } from '../../../test/sample-files.ts';
import { anonymous, type PersonActor, system } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { inTx } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { limits } from '../../kernel/limits.ts';
import { type ReceivedUpload, receiveUpload, type Upload } from './receive.ts';
import { rescan } from './rescan.ts';
import { forgetFiles, listFilesOf, openFile, recordUpload, removeFile } from './service.ts';
import { discardBytes, sweepOrphans } from './sweep.ts';

const ctx = await testContext();
const clamd = await startClamd();
afterAll(() => clamd.close());

const area = 690102;
const MB = 2 ** 20;
const DAY_MS = 24 * 3600 * 1000;
const job = system('test');
const aPerson = (): PersonActor => ({
  kind: 'person',
  id: newId(),
  sessionId: newId(),
  name: '示例甲',
  realNameLevel: 'L2',
});

const receive = (bytes: Buffer, over: Partial<Upload> = {}, context: Context = ctx): Promise<ReceivedUpload> =>
  receiveUpload(context, {
    actor: job,
    areaCode: area,
    ownerId: newId(area),
    stream: inPieces(bytes, 64 * 1024),
    name: 'a.jpg',
    accept: ['image/jpeg', 'image/png', 'application/pdf'],
    maxBytes: 20 * MB,
    ...over,
  });
const record = (received: ReceivedUpload): Promise<string> => inTx(ctx.db, (tx) => recordUpload(tx, received, job));
const keep = async (bytes: Buffer, over: Partial<Upload> = {}, context: Context = ctx) => {
  const received = await receive(bytes, over, context);
  return { received, ownerId: received.place.ownerId, id: await record(received) };
};
async function contentOf(id: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of (await openFile(ctx, area, id)).stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
const folderOf = (ownerId: string): string => join(ctx.config.varDir, 'files', String(area), ownerId);
const onDisk = (ownerId: string): string[] => readdirSync(folderOf(ownerId));
const ageBy = (ownerId: string, ms: number): void => {
  const then = new Date(Date.now() - ms);
  for (const name of onDisk(ownerId)) utimesSync(join(folderOf(ownerId), name), then, then);
};

test.each([
  ['门头.jpg', jpeg(), 'image/jpeg', null],
  ['a large photograph.jpg', jpeg({ padding: 5 * MB }), 'image/jpeg', null],
  ['平面图.png', png({ width: 900, height: 700 }), 'image/png', null],
  ['章程.pdf', pdf({ pages: 12 }), 'application/pdf', 12],
  ['packed.pdf', pdf({ pages: 30, packed: true }), 'application/pdf', 30],
  ['just 64 KiB.pdf', pdf({ padding: 65_536 - pdf({ padding: 10_000 }).length + 10_000 }), 'application/pdf', 1],
  ['exactly 20 MB.jpg', jpeg({ padding: 20 * MB - jpeg().length }), 'image/jpeg', null],
])('%s comes back as it was handed in', async (name, bytes, mediaType, pages) => {
  const { received, ownerId, id } = await keep(bytes, { name });

  const opened = await openFile(ctx, area, id);

  expect(opened).toMatchObject({ name, mediaType, size: bytes.length });
  expect((await contentOf(id)).equals(bytes)).toBe(true);
  expect(received.digest).toEqual(createHash('sha256').update(bytes).digest());
  expect(await listFilesOf(ctx.db, area, ownerId)).toMatchObject([{ id, name, mediaType, pages, state: 'clean' }]);
});

test('on the disk a file lies under its digest, for the server’s eyes only, and tells nothing', async () => {
  const { received, ownerId } = await keep(pdf({ padding: 100_000 }));

  const [name = ''] = onDisk(ownerId);
  const path = join(folderOf(ownerId), name);

  expect(name).toBe(received.digest.toString('hex'));
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(folderOf(ownerId)).mode & 0o777).toBe(0o700);
  expect(readFileSync(path).includes('/Page')).toBe(false);
});

test('where a photograph was taken is neither kept nor counted in its digest', async () => {
  const { received, id } = await keep(jpeg({ extra: [exifSegment(6)] }));

  const content = await contentOf(id);

  expect(content.includes('GPS')).toBe(false);
  expect(received.digest).toEqual(createHash('sha256').update(content).digest());
});

test('the same photograph of two owners is two files with nothing in common on the disk', async () => {
  const [one, other] = [await keep(jpeg()), await keep(jpeg())];

  const bytes = [one, other].map(({ ownerId, received }) =>
    readFileSync(join(folderOf(ownerId), received.digest.toString('hex'))),
  );

  expect(one.received.digest).toEqual(other.received.digest);
  expect(bytes[0]?.equals(bytes[1]!)).toBe(false);
});

test('a byte changed on the disk is refused when the file is read', async () => {
  const { received, ownerId, id } = await keep(jpeg({ padding: 200_000 }));
  const path = join(folderOf(ownerId), received.digest.toString('hex'));
  const bytes = readFileSync(path);
  bytes[150_000] = bytes[150_000]! ^ 1;
  writeFileSync(path, bytes);

  await expect(contentOf(id)).rejects.toThrow();
});

test('a file that was lost, shortened or exchanged for another of the same owner is refused', async () => {
  const ownerId = newId(area);
  const first = await keep(jpeg({ padding: 11 }), { ownerId });
  const second = await keep(jpeg({ padding: 11, width: 17 }), { ownerId });
  const paths = [first, second].map(({ received }) => join(folderOf(ownerId), received.digest.toString('hex')));

  writeFileSync(paths[0]!, readFileSync(paths[1]!));
  await expect(contentOf(first.id)).rejects.toThrow(/not what was recorded/);

  writeFileSync(paths[0]!, readFileSync(paths[1]!).subarray(0, -1));
  await expect(openFile(ctx, area, first.id)).rejects.toThrow();
});

test('a sender who breaks off leaves nothing behind', async () => {
  const ownerId = newId(area);
  async function* broken() {
    yield jpeg({ padding: 300_000 }).subarray(0, 200_000);
    throw new Error('the connection was lost');
  }

  await expect(receive(Buffer.alloc(0), { ownerId, stream: broken() })).rejects.toThrow('the connection was lost');

  expect(onDisk(ownerId)).toEqual([]);
});

test('a received file that nobody recorded is swept when it is a day old, not before', async () => {
  const { place } = await receive(jpeg());
  const { ownerId } = await keep(jpeg());

  await sweepOrphans(ctx);
  expect(onDisk(place.ownerId)).toHaveLength(1);

  for (const id of [place.ownerId, ownerId]) ageBy(id, DAY_MS + 60_000);
  await sweepOrphans(ctx);
  expect(onDisk(place.ownerId)).toEqual([]);
  expect(onDisk(ownerId)).toHaveLength(1);
});

test('bytes swept between receiving and recording are asked for again', async () => {
  const received = await receive(jpeg());
  ageBy(received.place.ownerId, 2 * DAY_MS);
  await sweepOrphans(ctx);

  await expect(record(received)).rejects.toMatchObject({ type: 'files/not-kept' });
});

test('a removed file is gone at once; its bytes go when no other row refers to them', async () => {
  const ownerId = newId(area);
  const [one, other] = [await keep(jpeg(), { ownerId }), await keep(jpeg(), { ownerId })];
  const discard = () => discardBytes(ctx, one.received.place, one.received.digest);

  await inTx(ctx.db, (tx) => removeFile(tx, area, one.id));
  await discard();
  await expect(openFile(ctx, area, one.id)).rejects.toMatchObject({ status: 404 });
  expect((await contentOf(other.id)).equals(jpeg())).toBe(true);

  await inTx(ctx.db, (tx) => removeFile(tx, area, other.id));
  await discard();
  expect(onDisk(ownerId)).toEqual([]);
  expect(await listFilesOf(ctx.db, area, ownerId)).toEqual([]);
});

test('when an owner is forgotten its files cannot be read, though the bytes are still there', async () => {
  const { id, ownerId } = await keep(jpeg(), { name: '示例甲的身份证.jpg' });

  await inTx(ctx.db, (tx) => forgetFiles(tx, area, ownerId));

  await expect(openFile(ctx, area, id)).rejects.toMatchObject({ status: 404 });
  expect(onDisk(ownerId)).toHaveLength(1);
  const rows = await ctx.owner.selectFrom('files.file').select('name').where('owner_id', '=', ownerId).execute();
  expect(rows).toEqual([{ name: '已清除' }]);

  ageBy(ownerId, 2 * DAY_MS);
  await sweepOrphans(ctx);
  expect(() => onDisk(ownerId)).toThrow();
});

test('a file of another area, or none, is not found', async () => {
  const { id } = await keep(jpeg());

  await expect(openFile(ctx, 690103, id)).rejects.toMatchObject({ status: 404 });
  await expect(openFile(ctx, area, newId(area))).rejects.toMatchObject({ status: 404 });
});

test('a case holds 100 MB and no more', async () => {
  const ownerId = newId(area);
  const { id } = await keep(jpeg(), { ownerId });
  await ctx.owner
    .updateTable('files.file')
    .set({ size: limits.uploads.bytesPerOwner - jpeg().length })
    .where('id', '=', id)
    .execute();

  await keep(jpeg(), { ownerId });
  await expect(keep(jpeg(), { ownerId })).rejects.toMatchObject({ type: 'files/too-much', status: 413 });
});

test('two first files of an owner at once get one key', async () => {
  const ownerId = newId(area);

  const kept = await Promise.all([1, 2, 3, 4, 5].map((padding) => keep(jpeg({ padding }), { ownerId })));

  for (const [i, { id }] of kept.entries()) expect((await contentOf(id)).equals(jpeg({ padding: i + 1 }))).toBe(true);
});

test('a person uploads four files at once, not five', async () => {
  const actor = aPerson();
  let release = () => {};
  const gate = new Promise<void>((resume) => {
    release = resume;
  });
  async function* slow() {
    yield jpeg();
    await gate;
  }

  const four = [1, 2, 3, 4].map(() => receive(Buffer.alloc(0), { actor, stream: slow() }));
  await expect(receive(jpeg(), { actor })).rejects.toMatchObject({ type: 'files/too-many-at-once', status: 429 });
  await receive(jpeg(), { actor: aPerson() });

  release();
  await Promise.all(four);
  await receive(jpeg(), { actor });
});

test('a person uploads a hundred files a day, refused ones counted, and is told to come back tomorrow', async () => {
  const actor = aPerson();
  for (let i = 0; i < 25; i += 1)
    await Promise.all([0, 1, 2, 3].map((n) => receive(n === 0 ? Buffer.from('x') : jpeg(), { actor }).catch(() => {})));

  const refused = await receive(jpeg(), { actor }).catch((error: unknown) => error);

  expect(refused).toMatchObject({ type: 'files/allowance-used', status: 429 });
  expect(refused).toMatchObject({ words: { zh: expect.stringContaining('100 个或 500 MB') } });
  const { retryAfterSeconds } = (refused as { extra: { retryAfterSeconds: number } }).extra;
  expect(retryAfterSeconds).toBeGreaterThan(0);
  expect(retryAfterSeconds).toBeLessThanOrEqual(86_400);

  await ctx.ownerPool.query(`update platform.clock set shift = shift + interval '1 day'`);
  await receive(jpeg(), { actor });
  await ctx.ownerPool.query(`update platform.clock set shift = interval '0'`);
});

test('a person uploads 500 MB a day', async () => {
  const actor = aPerson();
  await receive(jpeg({ padding: MB }), { actor });
  const { rows } = await ctx.ownerPool.query('select bytes from files.allowance where account = $1', [actor.id]);
  expect(Number(rows[0]?.bytes)).toBe(jpeg({ padding: MB }).length);
  await ctx.ownerPool.query('update files.allowance set bytes = $1 where account = $2', [500 * MB, actor.id]);

  await expect(receive(jpeg(), { actor })).rejects.toMatchObject({ type: 'files/allowance-used' });
});

test('nobody uploads without signing in', async () => {
  await expect(receive(jpeg(), { actor: anonymous })).rejects.toMatchObject({ status: 401 });
});

const scanned: Context = { ...ctx, config: { ...ctx.config, scannerUrl: clamd.url } };
const unscanned: Context = { ...ctx, config: { ...ctx.config, scannerUrl: 'tcp://127.0.0.1:1' } };

test('a file in which the scanner finds something is refused and not kept', async () => {
  const ownerId = newId(area);

  const refused = await keep(pdf({ extra: [`% ${eicar}`] }), { ownerId }, scanned).catch((error: unknown) => error);

  expect(refused).toMatchObject({ type: 'files/infected', status: 422 });
  expect(onDisk(ownerId)).toEqual([]);
  await keep(pdf({ padding: 3 * MB }), {}, scanned);
});

test('while the scanner is away a file is held: listed, never opened, and checked when the scanner is back', async () => {
  const { id, ownerId } = await keep(jpeg({ padding: 300_000 }), {}, unscanned);

  expect(await listFilesOf(ctx.db, area, ownerId)).toMatchObject([{ state: 'held' }]);
  await expect(openFile(ctx, area, id)).rejects.toMatchObject({ type: 'files/held' });
  await expect(rescan(unscanned, area, id)).rejects.toThrow();

  await rescan(scanned, area, id);
  expect(await listFilesOf(ctx.db, area, ownerId)).toMatchObject([{ state: 'clean' }]);
  expect((await contentOf(id)).length).toBe(jpeg({ padding: 300_000 }).length);
});

test('a held file in which a virus is found later is never opened', async () => {
  const { id } = await keep(pdf({ extra: [`% ${eicar}`] }), {}, unscanned);

  await rescan(scanned, area, id);

  await expect(openFile(ctx, area, id)).rejects.toMatchObject({ type: 'files/refused' });
});

test('a scanner that gives up on a file has not found it clean', async () => {
  clamd.says = 'INSTREAM size limit exceeded. ERROR\0';

  const { state } = await receive(jpeg(), {}, scanned);

  delete clamd.says;
  expect(state).toBe('held');
});
