import type { Tx } from '../../kernel/db.ts';
import { CODE_TRIES } from './rules.ts';

export type CodePurpose = 'sign-in' | 'proof' | 'new-mobile';

export interface NewCode {
  id: string;
  mobileIndex: Buffer;
  purpose: CodePurpose;
  digest: Buffer;
  messageSealed: Buffer;
  sentAt: Date;
  expiresAt: Date;
}

/** The newest code for a number takes the place of the one before. */
export async function putCode(tx: Tx, code: NewCode): Promise<void> {
  const fresh = {
    id: code.id,
    digest: code.digest,
    message_sealed: code.messageSealed,
    tries: 0,
    sent_at: code.sentAt,
    expires_at: code.expiresAt,
    used_at: null,
  };
  await tx
    .insertInto('identity.sign_in_code')
    .values({ mobile_index: code.mobileIndex, purpose: code.purpose, ...fresh })
    .onConflict((conflict) => conflict.columns(['mobile_index', 'purpose']).doUpdateSet(fresh))
    .execute();
}

/** Takes one of the tries that a live code allows. The row makes guesses take turns, so a sixth finds none left. */
export async function takeTry(
  tx: Tx,
  mobileIndex: Buffer,
  purpose: CodePurpose,
  now: Date,
): Promise<{ id: string; digest: Buffer } | undefined> {
  return await tx
    .updateTable('identity.sign_in_code')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('mobile_index', '=', mobileIndex)
    .where('purpose', '=', purpose)
    .where('tries', '<', CODE_TRIES)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['id', 'digest'])
    .executeTakeFirst();
}

export async function markUsed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('identity.sign_in_code')
    .set({ used_at: at, message_sealed: null })
    .where('id', '=', id)
    .execute();
}

/** The sealed message, gone from here once it was taken; nothing when it was taken before, is used or too old. */
export async function takeMessage(tx: Tx, id: string, now: Date): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('identity.sign_in_code')
    .select('message_sealed')
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
  if (!row?.message_sealed) return undefined;
  await tx.updateTable('identity.sign_in_code').set({ message_sealed: null }).where('id', '=', id).execute();
  return row.message_sealed;
}
