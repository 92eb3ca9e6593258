import {
  type JobHelpers,
  Logger,
  type ParsedCronItem,
  parseCronItems,
  type Runner,
  run,
  type TaskList,
} from 'graphile-worker';
import type pg from 'pg';
import { type Db, inTx } from './db.ts';
import { addJob, type Envelope, type Listeners } from './events.ts';
import type { Log } from './log.ts';

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
  ...Object.fromEntries(listeners.nights),
});

/** At two in the morning in China; the queue counts in UTC. */
const NIGHT = '0 18 * * *';

export const nightsOf = (listeners: Listeners): ParsedCronItem[] =>
  parseCronItems(
    [...listeners.nights.keys()].map((task) => ({ task, match: NIGHT, options: { backfillPeriod: 24 * 3600 * 1000 } })),
  );

/** A queue runs one job at a time, but lets the next one pass when one has failed. Ours waits: it fails too, and is tried again later. */
async function requireTurn({ job, query, getQueueName }: JobHelpers): Promise<void> {
  if (job.job_queue_id === null) return;
  const { rows } = await query(
    'select from graphile_worker.jobs where queue_name = $1 and id < $2 and attempts < max_attempts limit 1',
    [await getQueueName(), job.id],
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
    parsedCronItems: nightsOf(listeners),
    logger: workerLogger(log),
  });
}

/** The worker's own remarks at debug level, its failures as errors; payloads are never logged. */
export const workerLogger = (log: Log): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') log.error({ event: 'jobs.failed' }, message);
    else log.debug(message);
  });
