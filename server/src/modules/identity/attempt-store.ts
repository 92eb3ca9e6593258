import { sql } from 'kysely';
import { legalNow } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/db.ts';
import { type AttemptKind, type AttemptRule, attemptRules } from './rules.ts';

/**
 * Counts one attempt before it is made, so that any number of guesses at once cannot pass: the row makes them take turns. Undefined
 * when it is allowed, else the seconds to wait. Whoever refuses by throwing takes the count back with the rest.
 */
export async function countAttempt(tx: Tx, kind: AttemptKind, subject: Buffer): Promise<number | undefined> {
  const { max, seconds, lock = false }: AttemptRule = attemptRules[kind];
  const now = await legalNow(tx);
  const { rows } = await sql<{ count: number; wait: number }>`
    insert into identity.attempt as a (kind, subject, since, count) values (${kind}, ${subject}, ${now}, 1)
    on conflict (kind, subject) do update set
      since = case when a.since <= ${now}::timestamptz - make_interval(secs => ${seconds}) or (${lock} and a.count + 1 = ${max}) then excluded.since else a.since end,
      count = case when a.since <= ${now}::timestamptz - make_interval(secs => ${seconds}) then 1 else least(a.count, ${max}) + 1 end
    returning count, ceil(extract(epoch from since + make_interval(secs => ${seconds}) - ${now}::timestamptz))::integer as wait
  `.execute(tx);
  const [row] = rows;
  return row && row.count > max ? Math.max(1, row.wait) : undefined;
}

/** What went well in the end is no failure. */
export async function forgetAttempts(tx: Tx, kind: AttemptKind, subject: Buffer): Promise<void> {
  await tx.deleteFrom('identity.attempt').where('kind', '=', kind).where('subject', '=', subject).execute();
}
