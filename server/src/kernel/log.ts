import { pino } from 'pino';

/**
 * One JSON line an event. No bodies, no query strings, no names: what identifies a person never enters a log, so there is
 * nothing to redact.
 */
export const createLog = (level: string, destination?: string) =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination ? pino.destination(destination) : pino.destination(1),
  );

export type Log = ReturnType<typeof createLog>;
