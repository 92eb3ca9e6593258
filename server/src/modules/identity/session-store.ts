import type { RealNameLevel } from '../../kernel/actor.ts';
import type { Db, Tx } from '../../kernel/db.ts';
import type { SessionState } from './rules.ts';

/** A session with what a request must know of its subject and of the mandate it acts under, in one query. */
export interface SessionRow extends SessionState {
  id: string;
  provedAt: Date;
  personId: string | null;
  personName: string | null;
  realNameLevel: RealNameLevel | null;
  personEndedAt: Date | null;
  staffId: string | null;
  temporary: boolean | null;
  mandateId: string | null;
  itemKeys: string[] | null;
  validFrom: string | null;
  validTo: string | null;
  revokedAt: Date | null;
  firmId: string | null;
  firmName: string | null;
  principalId: string | null;
  principalName: string | null;
}

const sessions = (db: Db) =>
  db
    .selectFrom('identity.session as s')
    .leftJoin('identity.person as p', 'p.id', 's.person_id')
    .leftJoin('identity.staff_credential as c', 'c.staff_id', 's.staff_id')
    .leftJoin('identity.mandate as m', 'm.id', 's.mandate_id')
    .leftJoin('identity.firm as f', 'f.id', 'm.principal_firm_id')
    .leftJoin('identity.person as q', 'q.id', 'm.principal_person_id')
    .select([
      's.id',
      's.idle_seconds as idleSeconds',
      's.seen_at as seenAt',
      's.expires_at as expiresAt',
      's.ended_by as endedBy',
      's.proved_at as provedAt',
      's.person_id as personId',
      'p.name as personName',
      'p.real_name_level as realNameLevel',
      'p.ended_at as personEndedAt',
      's.staff_id as staffId',
      'c.temporary',
      's.mandate_id as mandateId',
      'm.item_keys as itemKeys',
      'm.valid_from as validFrom',
      'm.valid_to as validTo',
      'm.revoked_at as revokedAt',
      'f.id as firmId',
      'f.name as firmName',
      'q.id as principalId',
      'q.name as principalName',
    ]);

export async function findSession(db: Db, tokenDigest: Buffer): Promise<SessionRow | undefined> {
  return (await sessions(db).where('s.token_digest', '=', tokenDigest).executeTakeFirst()) as SessionRow | undefined;
}

export async function findSessionById(db: Db, id: string): Promise<SessionRow | undefined> {
  return (await sessions(db).where('s.id', '=', id).executeTakeFirst()) as SessionRow | undefined;
}

export interface NewSession {
  id: string;
  tokenDigest: Buffer;
  personId: string | null;
  staffId: string | null;
  idleSeconds: number;
  createdAt: Date;
  expiresAt: Date;
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('identity.session')
    .values({
      id: session.id,
      token_digest: session.tokenDigest,
      person_id: session.personId,
      staff_id: session.staffId,
      idle_seconds: session.idleSeconds,
      created_at: session.createdAt,
      proved_at: session.createdAt,
      seen_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

export interface SessionChange {
  tokenDigest?: Buffer;
  mandateId?: string | null;
  provedAt?: Date;
  seenAt?: Date;
}

export async function updateSession(tx: Tx, id: string, change: SessionChange): Promise<void> {
  await tx
    .updateTable('identity.session')
    .set({
      ...(change.tokenDigest !== undefined && { token_digest: change.tokenDigest }),
      ...(change.mandateId !== undefined && { mandate_id: change.mandateId }),
      ...(change.provedAt !== undefined && { proved_at: change.provedAt }),
      ...(change.seenAt !== undefined && { seen_at: change.seenAt }),
    })
    .where('id', '=', id)
    .execute();
}

export type EndedBy = 'sign-out' | 'newer' | 'credential' | 'suspension';

export async function endSessionRow(tx: Tx, id: string, by: EndedBy, at: Date): Promise<void> {
  await tx
    .updateTable('identity.session')
    .set({ ended_at: at, ended_by: by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends the sessions of one subject: all but the newest `keep`, or all but one (`except`). */
export async function endSessions(
  tx: Tx,
  of: { personId: string } | { staffId: string },
  by: EndedBy,
  at: Date,
  { keep = 0, except }: { keep?: number; except?: string } = {},
): Promise<void> {
  const subject = 'personId' in of ? (['person_id', of.personId] as const) : (['staff_id', of.staffId] as const);
  const live = await tx
    .selectFrom('identity.session')
    .select('id')
    .where(subject[0], '=', subject[1])
    .where('ended_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .forUpdate()
    .execute();
  const over = live.filter(({ id }) => id !== except).slice(keep);
  for (const { id } of over) await endSessionRow(tx, id, by, at);
}
