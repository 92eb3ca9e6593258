import type { Updateable } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { DB } from '../../kernel/db.types.ts';
import { emit } from '../../kernel/events.ts';
import { getDepartment } from '../org/public.ts';
import { type Today, timesOf } from './clock.ts';
import { caseErrors } from './errors.ts';
import { caseMoved } from './events.ts';
import { allowedActions, type CaseAction, type Part, transitionOf } from './machine.ts';
import { type CaseFacts, canSee, partFor, partsOf, postOf } from './policy.ts';
import { dueOnOf } from './rules.ts';
import { type CaseRecord, findCase, insertJournal, updateCase } from './store.ts';

export const factsOf = (row: CaseRecord): CaseFacts => ({
  areaCode: row.area_code,
  departmentId: row.department_id,
  itemKey: row.item_key,
  applicantId: row.applicant_id,
  reviewerId: row.reviewer_id,
  draft: row.state === 'DRAFT',
  windowStaffId: row.window_staff_id,
});

/** The case with its row locked, if this actor may know of it and, where a version is given, it is still as the actor saw it. */
export async function lockCase(tx: Tx, actor: Actor, id: string, version?: number): Promise<CaseRecord> {
  const row = await findCase(tx, id, true);
  if (!row || !(actor.kind === 'system' || canSee(actor, factsOf(row)))) throw caseErrors.notFound();
  if (version !== undefined && row.version !== version) throw caseErrors.stale(row.version);
  return row;
}

/** In which part the actor does this, or the refusal that says what is possible instead. */
export function requirePart(actor: Actor, row: CaseRecord, action: CaseAction): Part {
  const facts = factsOf(row);
  const part = partFor(actor, action, facts);
  if (!part || !transitionOf(action).from.includes(row.state))
    throw caseErrors.notAllowed(action, row.state, allowedActions(row.state, partsOf(actor, facts)));
  return part;
}

export interface Step {
  readonly action: CaseAction;
  readonly part: Part;
  readonly note?: string | undefined;
  /** What else the journal keeps of the step: nothing personal. */
  readonly detail?: Record<string, unknown>;
  /** Columns that the step fills besides state, version and due date. */
  readonly set?: Updateable<DB['cases.case']>;
}

/** Moves a case one step: the only code that changes `cases.case.state`. Row, journal and event are written together or not at all. */
export async function moveCase(
  tx: Tx,
  actor: Actor,
  before: CaseRecord,
  today: Today,
  step: Step,
): Promise<CaseRecord> {
  const after: CaseRecord = {
    ...before,
    ...(step.set as Partial<CaseRecord>),
    state: transitionOf(step.action).to,
    version: before.version + 1,
    updated_at: today.now,
  };
  const dueOn = dueOnOf(timesOf(after), today.calendar, today.on) ?? 'infinity';
  await updateCase(tx, before.id, {
    ...step.set,
    state: after.state,
    version: after.version,
    updated_at: today.now,
    due_on: dueOn,
    calendar_version: today.calendar.version,
  });
  await writeJournal(tx, actor, before, after, today, step);
  await emit(
    tx,
    caseMoved,
    {
      areaCode: after.area_code,
      caseId: after.id,
      version: after.version,
      action: step.action,
      state: after.state,
      itemKey: after.item_key,
      departmentId: after.department_id,
    },
    after.id,
  );
  return { ...after, due_on: dueOn };
}

async function writeJournal(
  tx: Tx,
  actor: Actor,
  before: CaseRecord,
  after: CaseRecord,
  { now }: Today,
  step: Step,
): Promise<void> {
  if (actor.kind === 'anonymous') throw caseErrors.notFound();
  const post = postOf(actor, step.part, factsOf(before));
  await insertJournal(tx, {
    area_code: after.area_code,
    case_id: after.id,
    version: after.version,
    at: now,
    action: step.action,
    from_state: before.state,
    to_state: after.state,
    part: step.part,
    actor_kind: actor.kind,
    actor_id: actor.kind === 'system' ? actor.name : actor.id,
    actor_name: actor.name,
    acting_for_id: actor.kind === 'person' ? (actor.actingFor?.id ?? null) : null,
    unit_name: post ? (await getDepartment(tx, post.departmentId)).name : null,
    note: step.note ?? null,
    detail: JSON.stringify(step.detail ?? {}),
  });
}
