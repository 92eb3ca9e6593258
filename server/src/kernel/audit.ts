import type { Actor } from './actor.ts';
import { legalNow } from './clock.ts';
import type { Db, Tx } from './db.ts';
import { newId } from './ids.ts';

export interface AuditEntry {
  areaCode: number;
  /** A past fact, `<module>.<fact>`: `identity.signedIn`, `cases.personalDataRead`. */
  action: string;
  /** The id of the thing that was touched; never its content. */
  subjectId?: string;
  /** Why personal data was looked at. */
  purpose?: string;
  /** Names of fields, counts, results: nothing personal. */
  detail?: Record<string, string | number | boolean | readonly string[]>;
}

/**
 * Logins, reads of personal data with their purpose, unmasking, exports, seals, rights. In the same transaction as the act, so that
 * an act that cannot be recorded does not happen. Business steps go to the modules' own journals.
 */
export async function audit(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('platform.audit')
    .values({
      area_code: entry.areaCode,
      id: newId(entry.areaCode),
      at: await legalNow(tx),
      action: entry.action,
      actor_kind: actor.kind,
      actor_id: actor.kind === 'anonymous' ? null : actor.kind === 'system' ? actor.name : actor.id,
      acting_for_id: actor.kind === 'person' ? (actor.actingFor?.id ?? null) : null,
      subject_id: entry.subjectId ?? null,
      purpose: entry.purpose ?? null,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute();
}

/** A time that an official or the system touched somebody's data. */
export interface Access {
  id: string;
  at: Date;
  action: string;
  /** Undefined when it was the system itself. */
  staffId: string | undefined;
  purpose: string | null;
}

/** Who touched what is about `subjectId`, the newest first, over all areas; what one does with one's own is left out. */
export async function accessesTo(
  db: Db,
  subjectId: string,
  page: { limit: number; after?: string },
): Promise<Access[]> {
  let query = db
    .selectFrom('platform.audit')
    .select(['id', 'at', 'action', 'actor_kind', 'actor_id', 'purpose'])
    .where('subject_id', '=', subjectId)
    .where('actor_kind', 'in', ['staff', 'system'])
    .orderBy('id', 'desc')
    .limit(page.limit);
  if (page.after !== undefined) query = query.where('id', '<', page.after);
  return (await query.execute()).map(({ id, at, action, actor_kind, actor_id, purpose }) => ({
    id,
    at,
    action,
    staffId: actor_kind === 'staff' ? (actor_id ?? undefined) : undefined,
    purpose,
  }));
}
