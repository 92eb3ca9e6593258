import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './db.types.ts';
import { requestProblems } from './problem.ts';

/** Readers take a Db; writers take a Tx, so the compiler refuses a write outside a transaction. */
export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

const DATE = 1082;
/** A date is a civil date, never an instant: it stays the string that the database holds. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === DATE
      ? (text: string) => text
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

export function createPool(url: string, size: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    connectionTimeoutMillis: 5_000,
    options: '-c timezone=UTC -c statement_timeout=10s -c lock_timeout=3s -c idle_in_transaction_session_timeout=15s',
  });
  // A connection that the database ended is replaced by the pool, and its query fails by itself; without listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

export const createDb = (pool: pg.Pool): Db => new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });

const RETRIES = 3;
const codeOf = (error: unknown): string => (error as { code?: unknown } | null)?.code?.toString() ?? '';
/** Serialisation failure and deadlock: the transaction did nothing and may be tried again. */
const mayBeRetried = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));

/**
 * One transaction. Opened by the route or the job and by nothing else; nothing slow happens inside. `work` may run again when the
 * database asks for it, so it must have no effect outside the transaction.
 */
export async function inTx<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (!mayBeRetried(error)) throw error;
      if (attempt > RETRIES) throw requestProblems.unavailable();
      await sleep(attempt * 10 + (Math.floor(performance.now() * 1000) % 20));
    }
  }
}

/** True when a write broke that constraint; whoever knows what was unique turns it into the module's own 409. */
export const breaks = (error: unknown, constraint: string): boolean =>
  (error as { constraint?: unknown } | null)?.constraint === constraint;
