import type { RealNameLevel, StaffActor } from '../../kernel/actor.ts';
import { audit } from '../../kernel/audit.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { legalNow } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import type { Keys } from '../../kernel/crypto.ts';
import { breaks, type Db, type Tx } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { requestProblems } from '../../kernel/problem.ts';
import { countAttempt } from './attempt-store.ts';
import { identityErrors } from './errors.ts';
import { findFirm } from './mandate-store.ts';
import {
  findByIdNumber,
  findPersonRow,
  insertPerson,
  openIdNumber,
  openMobile,
  type PersonRow,
  type RealName,
} from './person-store.ts';
import { canIntake, canReveal } from './policy.ts';
import { idNumberFault, mobileFault, nameFault, readCode, readMobile, readName } from './written.ts';

type Ground = Pick<Context, 'keys' | 'config'>;

export interface Registration {
  mobile?: string;
  realName?: RealName;
  /** What has been checked of the real name; L2 unless said otherwise. */
  level?: RealNameLevel;
  registeredBy: PersonRow['registeredBy'];
}

/** A new account. A mobile or ID number has at most one. */
export async function registerPerson(tx: Tx, { keys, config }: Ground, input: Registration): Promise<PersonRow> {
  const demo = config.mode !== 'production';
  const now = await legalNow(tx);
  const mobile = input.mobile === undefined ? null : checkedMobile(input.mobile, demo);
  const realName = input.realName === undefined ? null : checkedRealName(input.realName, civilDate(now), demo);
  const id = newId();
  await keepingUnique(() =>
    insertPerson(tx, keys, {
      id,
      mobile,
      realName: realName && { ...realName, level: input.level ?? 'L2' },
      registeredBy: input.registeredBy,
      createdAt: now,
    }),
  );
  return await getPersonRow(tx, id);
}

/** As people write it, made as it is stored; a 400 at its field when it cannot be one. */
export function checkedMobile(typed: string, demo: boolean): string {
  const mobile = readMobile(typed);
  const fault = mobileFault(mobile, { demo });
  if (fault !== undefined) throw requestProblems.invalid([{ pointer: '/mobile', detail: fault }]);
  return mobile;
}

export function checkedRealName(typed: RealName, today: string, demo: boolean): RealName {
  const realName = { name: readName(typed.name), idNumber: readCode(typed.idNumber) };
  const faults = [
    { pointer: '/name', detail: nameFault(realName.name) },
    { pointer: '/idNumber', detail: idNumberFault(realName.idNumber, { today, demo }) },
  ].flatMap(({ pointer, detail }) => (detail === undefined ? [] : [{ pointer, detail }]));
  if (faults.length > 0) throw requestProblems.invalid(faults);
  return realName;
}

/** Two accounts that want the same number at once: the index lets one through, the other is told. */
export async function keepingUnique<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (breaks(error, 'person_id_number_once')) throw identityErrors.idNumberTaken();
    if (breaks(error, 'person_mobile_once')) throw identityErrors.mobileTaken();
    throw error;
  }
}

export async function getPersonRow(db: Db, id: string, lock = false): Promise<PersonRow> {
  const person = await findPersonRow(db, id, lock);
  if (!person) throw identityErrors.notFound();
  return person;
}

export async function findPersonByIdNumber(
  db: Db,
  keys: Keys,
  idNumber: string,
): Promise<{ id: string; name: string } | undefined> {
  const person = await findByIdNumber(db, keys, readCode(idNumber));
  return person?.name ? { id: person.id, name: person.name } : undefined;
}

/** The account of whoever stands at the window with an ID card; that it was looked for is written down. */
export async function findAtWindow(tx: Tx, keys: Keys, actor: StaffActor, idNumber: string) {
  if (!canIntake(actor)) throw requestProblems.forbidden();
  const person = await findPersonByIdNumber(tx, keys, idNumber);
  const subject = person && { subjectId: person.id };
  await audit(tx, actor, { areaCode: 0, action: 'identity.personFound', purpose: '窗口办理', ...subject });
  return person;
}

/** An account for somebody who came in person: the clerk has compared face and ID card, so the name counts as checked. */
export async function registerAtWindow(
  tx: Tx,
  ground: Ground,
  actor: StaffActor,
  input: RealName & { mobile?: string },
): Promise<{ id: string; name: string }> {
  if (!canIntake(actor)) throw requestProblems.forbidden();
  const { mobile, ...realName } = input;
  const person = await registerPerson(tx, ground, {
    realName,
    registeredBy: 'window',
    ...(mobile !== undefined && { mobile }),
  });
  await audit(tx, actor, { areaCode: 0, action: 'identity.registeredAtWindow', subjectId: person.id });
  return { id: person.id, name: person.name ?? '' };
}

/** What is known of somebody, in full: for their own form, or for whoever has the right and has written it down. */
export interface Facts {
  name: string | null;
  idNumber: string | null;
  mobile: string | null;
}

/**
 * Unmasks a person for an official who has a task with them; the caller knows the task. Counted, so that nobody browses people, and
 * written down with the purpose, so that the person sees it.
 */
export async function revealPerson(
  tx: Tx,
  keys: Keys,
  actor: StaffActor,
  personId: string,
  purpose: string,
): Promise<Facts> {
  if (!canReveal(actor)) throw requestProblems.forbidden();
  if (purpose.trim() === '') throw identityErrors.purposeRequired();
  await countReveal(tx, actor);
  const person = await getPersonRow(tx, personId);
  await audit(tx, actor, {
    areaCode: 0,
    action: 'identity.personRevealed',
    subjectId: personId,
    purpose: purpose.trim(),
  });
  return factsOf(keys, person);
}

/** One more look of an official at something masked; refused beyond what an hour and a day may hold, however many ask at once. */
export async function countReveal(tx: Tx, actor: StaffActor): Promise<void> {
  for (const kind of ['revealHourly', 'revealDaily'] as const) {
    const wait = await countAttempt(tx, kind, Buffer.from(actor.id));
    if (wait !== undefined) throw requestProblems.tooMany(wait);
  }
}

export const factsOf = (keys: Keys, person: PersonRow): Facts => ({
  name: person.name,
  idNumber: openIdNumber(keys, person),
  mobile: openMobile(keys, person),
});

/** How to identify and reach an applicant: a person, or a firm through the agent who acts for it. The caller answers for the reading. */
export async function contactOf(
  db: Db,
  keys: Keys,
  applicant: { kind: 'person' | 'firm'; id: string; agentId: string | null },
): Promise<Facts & { uscc: string | null }> {
  if (applicant.kind === 'person') return { ...factsOf(keys, await getPersonRow(db, applicant.id)), uscc: null };
  const firm = await findFirm(db, applicant.id);
  const agent = applicant.agentId === null ? undefined : await findPersonRow(db, applicant.agentId);
  return {
    name: firm?.name ?? null,
    uscc: firm?.uscc ?? null,
    idNumber: null,
    mobile: agent ? openMobile(keys, agent) : null,
  };
}
