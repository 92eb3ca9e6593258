import { sql } from 'kysely';
import { type Db, inTx, type Tx } from './db.ts';
import { newId } from './ids.ts';

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

/** An event on its way through the queue. */
export interface Envelope {
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

/** A job in the caller's transaction; `queue` runs its jobs one by one, `key` puts a job in the place of the one that has it already. */
export async function addJob(
  db: Db,
  task: string,
  payload: unknown,
  queue: string | undefined,
  key?: string,
): Promise<void> {
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
  /** What is done every night, by its name. */
  readonly nights = new Map<string, () => Promise<void>>();

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

  /** What no event brings about: sweeping, recomputing. Once a night, by one process; a night that was missed is made up for. */
  nightly(name: string, run: () => Promise<void>): void {
    if (this.nights.has(name)) throw new Error(`two nightly jobs are called ${name}`);
    this.nights.set(name, run);
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
