import type { Actor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db.ts';
import { settingOf } from '../../kernel/settings.ts';
import { type Today, today } from './clock.ts';
import { caseErrors } from './errors.ts';
import { openCase } from './item.ts';
import { type CaseAction, transitionOf } from './machine.ts';
import { factsOf, lockCase, moveCase, requirePart, type Step } from './move.ts';
import { judgedPoints, openPoints } from './points.ts';
import { isSecondPerson } from './policy.ts';
import { type CaseRecord, findDecision, insertDecision, verdictsOf } from './store.ts';

/** What a refusal tells of remedies (行政许可法 38); where a special law says otherwise, the city changes the sentence. */
export const remedies = {
  key: 'cases.remedies',
  fallback:
    '如不服本决定，可以自知道本决定之日起六十日内申请行政复议，或者自知道本决定之日起六个月内向人民法院提起行政诉讼。',
  accepts: (value: unknown): value is string => typeof value === 'string' && value.length > 10,
};

export interface Act {
  caseId: string;
  version: number;
  action: Exclude<CaseAction, 'submit'>;
  note?: string | undefined;
  basis?: string[] | undefined;
}

/** One step of a case by somebody who may take it. The law of each step stands in `beforeStep`. */
export async function actOnCase(tx: Tx, ctx: Context, actor: Actor, act: Act): Promise<CaseRecord> {
  const row = await lockCase(tx, actor, act.caseId, act.version);
  const part = requirePart(actor, row, act.action);
  if (transitionOf(act.action).needsNote && !act.note?.trim()) throw caseErrors.noteNeeded();
  const day = await today(tx);
  const before = await beforeStep(tx, ctx, actor, row, act, day);
  return await moveCase(tx, actor, row, day, { action: act.action, part, note: act.note?.trim(), ...before });
}

type Extra = Pick<Step, 'set' | 'detail'>;

async function beforeStep(tx: Tx, ctx: Context, actor: Actor, row: CaseRecord, act: Act, day: Today): Promise<Extra> {
  switch (act.action) {
    case 'receive':
      return { set: { received_at: day.now } };
    case 'accept':
      await requirePointsPassed(ctx, tx, row);
      return { set: { accepted_at: day.now } };
    case 'startReview':
      return { set: { reviewer_id: actor.kind === 'staff' ? actor.id : null } };
    case 'recommend':
      if (actor.kind !== 'staff' || actor.id !== row.reviewer_id) throw caseErrors.claimedByAnother();
      return {};
    case 'returnToReview':
      return {};
    case 'grant':
      await requirePointsPassed(ctx, tx, row);
      return await decide(tx, actor, row, act, day);
    case 'refuse':
      return await decide(tx, actor, row, act, day);
    case 'dispatch':
      return { detail: { channel: 'electronic' } };
    case 'confirmDelivery':
      return { set: { closed_at: day.now, close_result: (await findDecision(tx, row.id))?.result ?? null } };
  }
}

/** Nothing is accepted, and nothing granted, over a point that was not judged or did not pass. */
async function requirePointsPassed(ctx: Context, tx: Tx, row: CaseRecord): Promise<void> {
  const open = openPoints(judgedPoints(await openCase(ctx, tx, row), await verdictsOf(tx, row.id)));
  if (open.length > 0) throw caseErrors.pointsOpen(open);
}

/** The decision with reason, basis and remedies; by another person than the reviewer. */
async function decide(tx: Tx, actor: Actor, row: CaseRecord, act: Act, day: Today): Promise<Extra> {
  if (actor.kind !== 'staff' || !isSecondPerson(actor, factsOf(row))) throw caseErrors.samePerson();
  const refused = act.action === 'refuse';
  const basis = act.basis ?? [];
  if (refused && basis.length === 0) throw caseErrors.basisNeeded();
  await insertDecision(tx, {
    area_code: row.area_code,
    case_id: row.id,
    result: refused ? 'REFUSED' : 'GRANTED',
    reason: act.note?.trim() ?? null,
    basis: JSON.stringify(basis),
    remedies: refused ? await settingOf(tx, remedies, row.area_code, day.on) : null,
    decided_by: actor.id,
    decided_at: day.now,
  });
  return { set: { decided_at: day.now }, detail: { basis } };
}
