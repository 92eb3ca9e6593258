import { Logger, type Runner, run } from 'graphile-worker';
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
  await sql`select platform.add_job(${task}, ${JSON.stringify(payload)}::json, ${queue ?? null}, null, ${key ?? null})`.execute(
    db,
  );
}

type Handler = (tx: Tx, payload: EventPayload) => Promise<void>;

/** Who listens to what. Each listener is a job of its own: it retries alone, and handles an event once. */
export class Listeners {
  readonly #handlers = new Map<string, { event: string; run: Handler }>();

  /** `handler` is a stable name, `<module>.<verb>`: it is what remembers that an event has been handled. */
  on<P extends EventPayload>(event: EventType<P>, handler: string, run: (tx: Tx, payload: P) => Promise<void>): void {
    if (this.#handlers.has(handler)) throw new Error(`two listeners are called ${handler}`);
    this.#handlers.set(handler, { event: event.name, run: run as Handler });
  }

  handlersOf(event: string): string[] {
    return [...this.#handlers].flatMap(([name, handler]) => (handler.event === event ? [name] : []));
  }

  async handle(db: Db, handler: string, envelope: Envelope): Promise<void> {
    const { run } = this.#handlers.get(handler) ?? {};
    if (!run) return;
    await inTx(db, async (tx) => {
      const first = await tx
        .insertInto('platform.handled')
        .values({ handler, event_id: envelope.id })
        .onConflict((conflict) => conflict.columns(['handler', 'event_id']).doNothing())
        .returning('handler')
        .executeTakeFirst();
      if (first) await run(tx, envelope.payload);
    });
  }
}

/**
 * Works the queue. The queue belongs to the owner (`pool`); listeners run with the rights of the run-time role (`db`). A fan-out
 * adds one job for each listener, keyed by event and listener, so that fanning out twice adds nothing.
 */
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
    taskList: {
      'fan-out': async (job) => {
        const envelope = job as Envelope;
        await inTx(db, async (tx) => {
          for (const handler of listeners.handlersOf(envelope.event)) {
            const queue = envelope.subject === undefined ? undefined : `${handler}:${envelope.subject}`;
            await addJob(tx, 'deliver', { handler, envelope }, queue, `${envelope.id}:${handler}`);
          }
        });
      },
      deliver: async (job) => {
        const { handler, envelope } = job as { handler: string; envelope: Envelope };
        await listeners.handle(db, handler, envelope);
      },
    },
    logger: workerLogger(log),
  });
}

/** The worker's own remarks at debug level, its failures as errors; payloads are never logged. */
const workerLogger = (log: Log): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') log.error({ event: 'jobs.failed' }, message);
    else log.debug(message);
  });
