import { type JobHelpers, Logger, type Runner, run, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import { type Db, inTx, type Tx } from './db.ts';
import { newId } from './ids.ts';
import type { Log } from './log.ts';

/** A past fact, `<module>.<fact>`, declared by the module that emits it. */
export interface EventType<P extends EventPayload> {
  readonly name: string;
  /** Only there to carry the payload's type. */
  readonly payload?: P;
}

/** Ids and the facts true at that moment, never whole records: personal data stays where it is governed. */
export interface EventPayload {
  areaCode: number;
}

export const defineEvent = <P extends EventPayload>(name: `${string}.${string}`): EventType<P> => ({ name });

interface Envelope {
  id: string;
  event: string;
  payload: EventPayload;
  subject?: string;
}

/**
 * Written in the caller's transaction: the event exists if and only if the change does. Events with the same `subject` (a case's id)
 * are handled one after the other, in the order in which they were emitted.
 */
export async function emit<P extends EventPayload>(
  tx: Tx,
  event: EventType<P>,
  payload: P,
  subject?: string,
): Promise<void> {
  const envelope: Envelope = {
    id: newId(payload.areaCode),
    event: event.name,
    payload,
    ...(subject !== undefined && { subject }),
  };
  await addJob(tx, 'fan-out', envelope, subject);
}

async function addJob(db: Db, task: string, payload: unknown, queue: string | undefined, key?: string): Promise<void> {
  await sql`select platform.add_job(${task}, ${JSON.stringify(payload)}::json, ${queue ?? null}, clock_timestamp(), ${key ?? null})`.execute(
    db,
  );
}

type Inside = (tx: Tx, payload: EventPayload) => Promise<void>;
type Outside = (payload: EventPayload) => Promise<void>;
type Handler = { event: string } & ({ inside: Inside } | { outside: Outside });

/** Who listens to what. Each listener is a job of its own: it retries alone, and has handled an event when that is on record. */
export class Listeners {
  readonly #handlers = new Map<string, Handler>();

  /**
   * What the database alone shows: done in the transaction that records it, so exactly once. `handler` is a stable name,
   * `<module>.<verb>`: it is what remembers that an event has been handled.
   */
  on<P extends EventPayload>(event: EventType<P>, handler: string, run: (tx: Tx, payload: P) => Promise<void>): void {
    this.#add(handler, { event: event.name, inside: run as Inside });
  }

  /**
   * What leaves the database (a message, a file on the disk): done outside any transaction, recorded afterwards, so at least once.
   * It is tried again, ever later, until it no longer throws.
   */
  effect<P extends EventPayload>(event: EventType<P>, handler: string, run: (payload: P) => Promise<void>): void {
    this.#add(handler, { event: event.name, outside: run as Outside });
  }

  #add(name: string, handler: Handler): void {
    if (this.#handlers.has(name)) throw new Error(`two listeners are called ${name}`);
    this.#handlers.set(name, handler);
  }

  handlersOf(event: string): string[] {
    return [...this.#handlers].flatMap(([name, handler]) => (handler.event === event ? [name] : []));
  }

  async handle(db: Db, name: string, { id, payload }: Envelope): Promise<void> {
    const handler = this.#handlers.get(name);
    if (!handler) return;
    if ('outside' in handler) {
      if (await isHandled(db, name, id)) return;
      await handler.outside(payload);
    }
    await inTx(db, async (tx) => {
      if ((await recordHandled(tx, name, id)) && 'inside' in handler) await handler.inside(tx, payload);
    });
  }
}

async function isHandled(db: Db, handler: string, event: string): Promise<boolean> {
  const query = db.selectFrom('platform.handled').select('handler').where('handler', '=', handler);
  return (await query.where('event_id', '=', event).executeTakeFirst()) !== undefined;
}

/** True for the first to record it; a second waits until the first has committed or rolled back. */
async function recordHandled(tx: Tx, handler: string, event: string): Promise<boolean> {
  const first = await tx
    .insertInto('platform.handled')
    .values({ handler, event_id: event })
    .onConflict((conflict) => conflict.columns(['handler', 'event_id']).doNothing())
    .returning('handler')
    .executeTakeFirst();
  return first !== undefined;
}

/**
 * What the queue's jobs do. A fan-out adds one job for each listener, keyed by event and listener, so that fanning out twice adds
 * nothing.
 */
export const tasksOf = (db: Db, listeners: Listeners): TaskList => ({
  'fan-out': async (job, helpers) => {
    await requireTurn(helpers);
    const envelope = job as Envelope;
    await inTx(db, async (tx) => {
      for (const handler of listeners.handlersOf(envelope.event)) {
        const queue = envelope.subject === undefined ? undefined : `${handler}:${envelope.subject}`;
        await addJob(tx, 'deliver', { handler, envelope }, queue, `${envelope.id}:${handler}`);
      }
    });
  },
  deliver: async (job, helpers) => {
    await requireTurn(helpers);
    const { handler, envelope } = job as { handler: string; envelope: Envelope };
    await listeners.handle(db, handler, envelope);
  },
});

/** A queue runs one job at a time, but lets the next one pass when one has failed. Ours waits: it fails too, and is tried again later. */
async function requireTurn({ job, query }: JobHelpers): Promise<void> {
  if (job.job_queue_id === null) return;
  const { rows } = await query(
    'select from graphile_worker._private_jobs where job_queue_id = $1 and id < $2 and attempts < max_attempts limit 1',
    [job.job_queue_id, job.id],
  );
  if (rows.length > 0) throw new Error('an earlier event about the same subject is not handled yet');
}

/** Works the queue. The queue belongs to the owner (`pool`); listeners run with the rights of the run-time role (`db`). */
export async function startWorker(options: {
  pool: pg.Pool;
  db: Db;
  listeners: Listeners;
  concurrency: number;
  log: Log;
}): Promise<Runner> {
  const { pool, db, listeners, concurrency, log } = options;
  return run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: tasksOf(db, listeners),
    logger: workerLogger(log),
  });
}

/** The worker's own remarks at debug level, its failures as errors; payloads are never logged. */
export const workerLogger = (log: Log): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') log.error({ event: 'jobs.failed' }, message);
    else log.debug(message);
  });
