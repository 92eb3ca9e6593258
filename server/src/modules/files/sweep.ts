import type { Context } from '../../kernel/context.ts';
import { inTx } from '../../kernel/db.ts';
import { listPlaces, listSettled, type Place, removeEmptyFolder, removeFromDisk } from './disk.ts';
import { filesOf, lockKey } from './store.ts';

const DAY_MS = 24 * 3600 * 1000;

/** Removes these bytes of an owner unless a row refers to them. */
export const discardBytes = async (ctx: Context, place: Place, digest: Buffer): Promise<void> => {
  await discard(ctx, place, async () => [digest]);
};

/**
 * Removes what uploads that were killed halfway, never recorded, or forgotten have left on the disk, once it is a day old. Returns how
 * many files there were.
 */
export async function sweepOrphans(ctx: Context, ageMs = DAY_MS): Promise<number> {
  let removed = 0;
  for await (const place of listPlaces(ctx.config.varDir))
    removed += await discard(ctx, place, () => listSettled(place, ageMs));
  return removed;
}

/**
 * The owner's key is locked meanwhile: a `recordUpload` of the same bytes either comes first, and they stay, or comes after, sees that
 * they are gone, and asks for the file again.
 */
async function discard(ctx: Context, place: Place, candidates: () => Promise<Buffer[]>): Promise<number> {
  return await inTx(ctx.db, async (tx) => {
    const key = await lockKey(tx, place.areaCode, place.ownerId);
    const rows = key === undefined ? [] : await filesOf(tx, place.areaCode, place.ownerId);
    const referred = new Set(rows.map(({ digest }) => digest.toString('hex')));
    const orphans = (await candidates()).filter((digest) => !referred.has(digest.toString('hex')));
    for (const digest of orphans) await removeFromDisk(place, digest);
    if (key === undefined) await removeEmptyFolder(place);
    return orphans.length;
  });
}
