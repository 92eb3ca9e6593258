import type { Actor } from '../../kernel/actor.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { legalNow } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { inTx } from '../../kernel/db.ts';
import { limits } from '../../kernel/limits.ts';
import { requestProblems } from '../../kernel/problem.ts';
import { fileErrors } from './errors.ts';
import { addUploadedBytes, claimUpload } from './store.ts';

const { atOnce, perDay } = limits.uploads;
/** Uploads under way on this node, by account. */
const underWay = new Map<string, number>();

/**
 * Runs one upload within what its account may send: so many at once, so many files and bytes a day. Bytes count when they are in, so
 * the last upload of a day may go over. `upload` returns how many there were.
 */
export async function withinAllowance<T extends { size: number }>(
  ctx: Context,
  actor: Actor,
  upload: () => Promise<T>,
): Promise<T> {
  if (actor.kind === 'anonymous') throw requestProblems.signInRequired();
  if (actor.kind === 'system') return await upload();
  const running = underWay.get(actor.id) ?? 0;
  if (running >= atOnce) throw fileErrors.tooManyAtOnce(atOnce);
  underWay.set(actor.id, running + 1);
  try {
    const on = await claimOne(ctx, actor.id, perDay[actor.kind]);
    const received = await upload();
    await inTx(ctx.db, (tx) => addUploadedBytes(tx, actor.id, on, received.size));
    return received;
  } finally {
    const left = (underWay.get(actor.id) ?? 1) - 1;
    if (left === 0) underWay.delete(actor.id);
    else underWay.set(actor.id, left);
  }
}

/** Counts the file before its first byte is read; returns the day it counts for. */
async function claimOne(ctx: Context, account: string, allowance: { files: number; bytes: number }): Promise<string> {
  return await inTx(ctx.db, async (tx) => {
    const now = await legalNow(tx);
    const on = civilDate(now);
    if (await claimUpload(tx, account, on, allowance)) return on;
    throw fileErrors.allowanceUsed(allowance.files, allowance.bytes, secondsLeft(now));
  });
}

const DAY_SECONDS = 86_400;
const CHINA_AHEAD_SECONDS = 8 * 3600;

/** Until midnight in China. */
const secondsLeft = (now: Date): number =>
  DAY_SECONDS - ((Math.floor(now.getTime() / 1000) + CHINA_AHEAD_SECONDS) % DAY_SECONDS);
