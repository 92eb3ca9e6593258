import { type ActingFor, type Actor, anonymous, type PersonActor, type StaffActor } from '../../kernel/actor.ts';
import { audit } from '../../kernel/audit.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { legalNow } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { digestOf, newToken } from '../../kernel/crypto.ts';
import { inTx, type Tx } from '../../kernel/db.ts';
import { areaOf, newId } from '../../kernel/ids.ts';
import { requestProblems } from '../../kernel/problem.ts';
import { findStaff, postsOf } from '../org/public.ts';
import { signInErrors } from './errors.ts';
import type { PersonRow } from './person-store.ts';
import { mandateHolds, PROOF_SECONDS, personSession, type SessionLimits, sessionEnd, staffSession } from './rules.ts';
import {
  endSessionRow,
  endSessions,
  findSession,
  findSessionById,
  insertSession,
  type SessionRow,
  updateSession,
} from './session-store.ts';

/** What goes into the cookie; of which only the digest is stored. */
export interface SignedIn {
  token: string;
  actor: PersonActor | StaffActor;
}

const MINUTE_MS = 60_000;
const seconds = (count: number): number => count * 1000;

/** A new session after somebody was recognised: always a new token, so one planted before sign-in is worth nothing. */
export async function openPersonSession(tx: Tx, person: PersonRow): Promise<SignedIn> {
  const { id, token } = await openSession(tx, { personId: person.id }, personSession);
  const { name, realNameLevel } = person;
  const actor: PersonActor = { kind: 'person', id: person.id, sessionId: id, name: name ?? UNNAMED, realNameLevel };
  await audit(tx, actor, { areaCode: 0, action: 'identity.signedIn', subjectId: person.id });
  return { token, actor };
}

/** One session a member of staff: the newest wins, and the older is told. The credential's row makes two sign-ins at once take turns. */
export async function openStaffSession(
  tx: Tx,
  staff: { id: string; areaCode: number; displayName: string },
  { temporary = false } = {},
): Promise<SignedIn> {
  const posts = temporary ? [] : await postsOf(tx, staff.id, civilDate(await legalNow(tx)));
  const { id, token } = await openSession(tx, { staffId: staff.id }, staffSession(posts.map(({ role }) => role)));
  const actor: StaffActor = { kind: 'staff', id: staff.id, sessionId: id, name: staff.displayName, posts };
  await audit(tx, actor, { areaCode: staff.areaCode, action: 'identity.signedIn', subjectId: staff.id });
  return { token, actor };
}

async function openSession(
  tx: Tx,
  subject: { personId: string } | { staffId: string },
  limits: SessionLimits,
): Promise<{ id: string; token: string }> {
  const now = await legalNow(tx);
  await endSessions(tx, subject, 'newer', now, { keep: limits.concurrent - 1 });
  const [id, token] = [newId(), newToken()];
  await insertSession(tx, {
    id,
    tokenDigest: digestOf(token),
    personId: null,
    staffId: null,
    ...subject,
    idleSeconds: limits.idleSeconds,
    createdAt: now,
    expiresAt: new Date(now.getTime() + seconds(limits.absoluteSeconds)),
  });
  return { id, token };
}

/** The same session under a new token, at every step that gives it more than it had; the old token is dead at once. */
export async function rotateSession(
  tx: Tx,
  sessionId: string,
  change: { mandateId?: string | null; proved?: true } = {},
): Promise<string> {
  const token = newToken();
  await updateSession(tx, sessionId, {
    tokenDigest: digestOf(token),
    ...(change.mandateId !== undefined && { mandateId: change.mandateId }),
    ...(change.proved && { provedAt: await legalNow(tx) }),
  });
  return token;
}

export async function signOut(tx: Tx, actor: PersonActor | StaffActor): Promise<void> {
  await endSessionRow(tx, actor.sessionId, 'sign-out', await legalNow(tx));
  await audit(tx, actor, { areaCode: areaOf(actor.id), action: 'identity.signedOut', subjectId: actor.id });
}

/** Refuses what changes the account unless the person was recognised a few minutes ago, so that a borrowed device is not enough. */
export async function requireProof(tx: Tx, actor: PersonActor): Promise<void> {
  const session = await findSessionById(tx, actor.sessionId);
  const now = await legalNow(tx);
  if (!session || now.getTime() - session.provedAt.getTime() > seconds(PROOF_SECONDS))
    throw signInErrors.proofRequired();
}

/**
 * Who a request comes from: read from the database every time, so that signing out, a suspension, the end of a post or of a mandate
 * counts at the very next request. On pages for anyone a session that no longer counts is nobody; elsewhere the reason is told.
 */
export async function actorOf(
  { db }: Pick<Context, 'db'>,
  token: string | undefined,
  who: 'anyone' | 'person' | 'staff',
): Promise<Actor> {
  if (token === undefined) return anonymous;
  const session = await findSession(db, digestOf(token));
  if (!session || (session.staffId !== null) !== (who === 'staff')) return anonymous;
  const staff = session.staffId === null ? undefined : await findStaff(db, session.staffId);
  if (staff && staff.suspendedAt !== null) throw signInErrors.suspended();
  const now = await legalNow(db);
  const end = sessionEnd(session, now);
  if (end !== undefined) {
    if (who === 'anyone') return anonymous;
    throw end === 'newer' ? signInErrors.signedInElsewhere() : signInErrors.sessionEnded();
  }
  const actor = staff ? await staffOf(db, session, staff, now) : personOf(session, who, now);
  if (actor.kind !== 'anonymous' && now.getTime() - session.seenAt.getTime() >= MINUTE_MS)
    await inTx(db, (tx) => updateSession(tx, session.id, { seenAt: now }));
  return actor;
}

function personOf(session: SessionRow, who: 'anyone' | 'person' | 'staff', now: Date): Actor {
  const { id, personId, personName, personEndedAt, realNameLevel } = session;
  if (personId === null || realNameLevel === null || personEndedAt !== null) return anonymous;
  const person: PersonActor = {
    kind: 'person',
    id: personId,
    sessionId: id,
    name: personName ?? UNNAMED,
    realNameLevel,
  };
  if (session.mandateId === null) return person;
  const actingFor = actingForOf(session, civilDate(now));
  if (!actingFor && who !== 'anyone') throw signInErrors.mandateEnded();
  return actingFor ? { ...person, actingFor } : person;
}

/** Whom the session acts for, or undefined when its mandate does not hold (any more). */
function actingForOf(session: SessionRow, on: string): ActingFor | undefined {
  const { mandateId, itemKeys, validFrom, validTo, revokedAt, firmId, firmName, principalId, principalName } = session;
  if (mandateId === null || validFrom === null || !mandateHolds({ validFrom, validTo, revokedAt }, on))
    return undefined;
  if (firmId !== null) return { mandateId, kind: 'firm', id: firmId, name: firmName ?? '', itemKeys };
  return principalId === null
    ? undefined
    : { mandateId, kind: 'person', id: principalId, name: principalName ?? '', itemKeys };
}

/** A password given by an administrator opens nothing but its own change. */
async function staffOf(
  db: Context['db'],
  session: SessionRow,
  { id, displayName }: { id: string; displayName: string },
  now: Date,
): Promise<StaffActor> {
  const posts = session.temporary ? [] : await postsOf(db, id, civilDate(now));
  return { kind: 'staff', id, sessionId: session.id, name: displayName, posts };
}

/** The one who asks, where only a person can ask. */
export function personIn(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw requestProblems.signInRequired();
  return actor;
}

export function staffIn(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw requestProblems.signInRequired();
  return actor;
}

/** What somebody is called before their real name is known. */
const UNNAMED = '未实名用户';
