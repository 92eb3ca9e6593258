import type { Config } from './config.ts';
import type { Keys } from './crypto.ts';
import type { Db } from './db.ts';
import type { Log } from './log.ts';

/** What a process is made of; built once in `main.ts` or by a test, handed down, never imported. */
export interface Context {
  readonly config: Config;
  /** Connected as the run-time role. */
  readonly db: Db;
  readonly keys: Keys;
  readonly log: Log;
}
