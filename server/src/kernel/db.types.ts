// Written by `npm run db:gen` from the system catalogue; do not edit.
import type { ColumnType } from 'kysely';

/** A column that the database fills when nothing is given. */
type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
type Json = ColumnType<unknown, string, string>;
type Timestamp = ColumnType<Date, Date | string, Date | string>;
type Wide = ColumnType<string, string | number | bigint, string | number | bigint>;

export interface DB {
  'platform.audit': {
    area_code: number;
    id: string;
    at: Timestamp;
    action: string;
    actor_kind: string;
    actor_id: string | null;
    acting_for_id: string | null;
    subject_id: string | null;
    purpose: string | null;
    detail: Json;
  };
  'platform.clock': {
    only_row: Generated<boolean>;
    shift: Generated<string>;
  };
  'platform.handled': {
    handler: string;
    event_id: string;
    handled_at: Generated<Timestamp>;
  };
  'platform.idempotency': {
    actor: string;
    key: string;
    request: Buffer;
    reply: Json | null;
    created_at: Generated<Timestamp>;
  };
  'platform.setting': {
    key: string;
    area_code: number;
    value: Json;
    valid_from: string;
  };
}
