import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Context } from '../../kernel/context.ts';
import { readFile, sizeOnDisk } from './disk.ts';
import { fileErrors } from './errors.ts';
import { openKey } from './keys.ts';
import { openSealed, sealedSize } from './sealing.ts';
import { type FileRecord, findKey } from './store.ts';

/** The content behind a row, as it was handed in; fails before the first byte when the store has lost or shortened it. */
export async function contentOf(ctx: Context, file: FileRecord): Promise<Readable> {
  const place = { varDir: ctx.config.varDir, areaCode: file.area_code, ownerId: file.owner_id };
  const wrapped = await findKey(ctx.db, place.areaCode, place.ownerId);
  if (wrapped === undefined) throw fileErrors.notFound();
  const onDisk = await sizeOnDisk(place, file.digest);
  if (onDisk !== sealedSize(file.size)) throw new Error(`the store holds ${onDisk ?? 'no'} bytes of file ${file.id}`);
  const content = openSealed(openKey(ctx.keys, wrapped), readFile(place, file.digest));
  return Readable.from(asRecorded(content, file.digest), { objectMode: false });
}

/** Keeps back the last piece until the digest of the whole agrees, so that one file cannot stand in for another of the same owner. */
async function* asRecorded(content: AsyncIterable<Buffer>, digest: Buffer): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let last: Buffer | undefined;
  for await (const piece of content) {
    hash.update(piece);
    if (last !== undefined) yield last;
    last = piece;
  }
  if (!hash.digest().equals(digest)) throw new Error('the content of a file is not what was recorded');
  if (last !== undefined) yield last;
}
