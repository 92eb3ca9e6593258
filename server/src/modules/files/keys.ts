import { randomBytes } from 'node:crypto';
import { legalNow } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { type Keys, seal, unseal } from '../../kernel/crypto.ts';
import { inTx } from '../../kernel/db.ts';
import type { Place } from './disk.ts';
import { findKey, insertKey } from './store.ts';

const USE = 'file-key';

/** The data key of an owner, by which its files are sealed; the first file makes it. */
export async function keyFor(ctx: Context, { areaCode, ownerId }: Place): Promise<Buffer> {
  const found = await findKey(ctx.db, areaCode, ownerId);
  if (found !== undefined) return openKey(ctx.keys, found);
  const wrapped = seal(ctx.keys, USE, randomBytes(32));
  const winner = await inTx(ctx.db, async (tx) =>
    insertKey(tx, { areaCode, ownerId, wrapped, at: await legalNow(tx) }),
  );
  return openKey(ctx.keys, winner);
}

export const openKey = (keys: Keys, wrapped: Buffer): Buffer => unseal(keys, USE, wrapped);
