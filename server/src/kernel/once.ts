import type { Tx } from './db.ts';
import { requestProblems } from './problem.ts';

export interface Claim {
  /** Who repeats: a person's, staff member's or system's id. */
  actor: string;
  key: string;
  /** Digest of what was asked, so that a key cannot be reused for something else. */
  request: Buffer;
}

/**
 * Runs `work` at most once per (actor, key). A repeat gets the first reply; a repeat that arrives while the first is still running
 * waits on the unique index until that one commits or rolls back.
 */
export async function once<T>(tx: Tx, claim: Claim, work: () => Promise<T>): Promise<T> {
  const mine = await tx
    .insertInto('platform.idempotency')
    .values({ actor: claim.actor, key: claim.key, request: claim.request })
    .onConflict((conflict) => conflict.columns(['actor', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!mine) {
    const first = await tx
      .selectFrom('platform.idempotency')
      .select(['request', 'reply'])
      .where('actor', '=', claim.actor)
      .where('key', '=', claim.key)
      .executeTakeFirstOrThrow();
    if (!first.request.equals(claim.request)) throw requestProblems.keyReused();
    return first.reply as T;
  }
  const reply = await work();
  await tx
    .updateTable('platform.idempotency')
    .set({ reply: JSON.stringify(reply ?? null) })
    .where('actor', '=', claim.actor)
    .where('key', '=', claim.key)
    .execute();
  return reply;
}
