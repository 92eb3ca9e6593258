import type { Db } from './db.ts';

const DAY_MS = 24 * 3600 * 1000;
/** A keyed request may be repeated for a day; the queue retries an event for four days, so what was handled is known for longer. */
const KEPT = { idempotency: DAY_MS, handled: 14 * DAY_MS } as const;

/** Forgets what is kept only to tell repeats. `now` is the wall clock: these rows have no legal meaning. */
export async function forgetRepeats(db: Db, now: Date): Promise<void> {
  const before = (age: number) => new Date(now.getTime() - age);
  await db.deleteFrom('platform.idempotency').where('created_at', '<', before(KEPT.idempotency)).execute();
  await db.deleteFrom('platform.handled').where('handled_at', '<', before(KEPT.handled)).execute();
}
