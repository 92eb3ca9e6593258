import { sql } from 'kysely';
import type { Db } from './db.ts';

/**
 * The only legal time: the database's now plus an offset that is zero and locked in production. The same value throughout one
 * transaction, and passed to every write.
 */
export async function legalNow(db: Db): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select platform.legal_now() as now`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('the database did not tell the time');
  return row.now;
}
