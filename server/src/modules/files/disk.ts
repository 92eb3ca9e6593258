import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Whose files: every owner (a draft or a case) has a folder, so that nothing is shared between persons. */
export interface Place {
  readonly varDir: string;
  readonly areaCode: number;
  readonly ownerId: string;
}

const UNFINISHED = '.part';

const rootOf = (varDir: string): string => join(varDir, 'files');
const folderOf = ({ varDir, areaCode, ownerId }: Place): string => join(rootOf(varDir), String(areaCode), ownerId);
const pathOf = (place: Place, digest: Buffer): string => join(folderOf(place), digest.toString('hex'));

/**
 * Writes a file so that it is on the disk, whole and under its name, before this returns, even through a power cut: a temporary name,
 * fsync, rename to the digest, fsync of the folder. `digestOf` is asked when all has been written.
 */
export async function writeFile(place: Place, sealed: AsyncIterable<Buffer>, digestOf: () => Buffer): Promise<Buffer> {
  const folder = await makeFolder(folderOf(place));
  const unfinished = join(folder, `${randomUUID()}${UNFINISHED}`);
  try {
    const handle = await open(unfinished, 'wx', 0o600);
    try {
      for await (const piece of sealed) await writeWhole(handle, piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const digest = digestOf();
    await rename(unfinished, pathOf(place, digest));
    await syncFolder(folder);
    return digest;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function writeWhole(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
}

/** A new folder is only there for good when the folder that holds it has been written too. */
async function makeFolder(folder: string): Promise<string> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first !== undefined)
    for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
  return folder;
}

/** Windows keeps its folders in a journal and opens none for writing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Opens the file when the first byte is asked for, so that a stream nobody reads holds nothing open. */
export async function* readFile(place: Place, digest: Buffer): AsyncGenerator<Buffer> {
  yield* createReadStream(pathOf(place, digest));
}

/** The number of bytes on the disk; undefined when the file is not there. */
export async function sizeOnDisk(place: Place, digest: Buffer): Promise<number | undefined> {
  return await stat(pathOf(place, digest)).then(
    ({ size }) => size,
    () => undefined,
  );
}

export const removeFromDisk = (place: Place, digest: Buffer): Promise<void> =>
  rm(pathOf(place, digest), { force: true });

/** The digests that an owner's folder holds and that have lain there for so long; unfinished files of that age are removed. */
export async function listSettled(place: Place, ageMs: number): Promise<Buffer[]> {
  const folder = folderOf(place);
  const before = (await clockOf(folder)) - ageMs;
  const settled: Buffer[] = [];
  for (const name of await readdir(folder)) {
    const { mtimeMs } = await stat(join(folder, name));
    if (mtimeMs > before) continue;
    if (name.endsWith(UNFINISHED)) await rm(join(folder, name), { force: true });
    else if (/^[0-9a-f]{64}$/.test(name)) settled.push(Buffer.from(name, 'hex'));
  }
  return settled;
}

/** What time the disk thinks it is: the only clock that its files' ages can be measured by. */
async function clockOf(folder: string): Promise<number> {
  const probe = join(folder, `${randomUUID()}.clock`);
  try {
    const handle = await open(probe, 'wx', 0o600);
    await handle.close();
    return (await stat(probe)).mtimeMs;
  } finally {
    await rm(probe, { force: true });
  }
}

/** Every owner that has a folder. */
export async function* listPlaces(varDir: string): AsyncGenerator<Place> {
  const root = rootOf(varDir);
  for (const area of await readdir(root).catch(() => []))
    for (const ownerId of await readdir(join(root, area))) yield { varDir, areaCode: Number(area), ownerId };
}

/** Removes an owner's folder when nothing is left in it. */
export const removeEmptyFolder = (place: Place): Promise<void> => rmdir(folderOf(place)).catch(() => {});
