import type { Actor } from '../../kernel/actor.ts';
import { audit } from '../../kernel/audit.ts';
import { valueAt } from '../../kernel/condition.ts';
import type { Context } from '../../kernel/context.ts';
import { inTx, type Tx } from '../../kernel/db.ts';
import { areaOf } from '../../kernel/ids.ts';
import { Problem, requestProblems } from '../../kernel/problem.ts';
import { countReveal, revealPerson } from '../identity/public.ts';
import { caseErrors } from './errors.ts';
import { openCase } from './item.ts';
import { factsOf } from './move.ts';
import { partsOf } from './policy.ts';
import { findCase } from './store.ts';

export interface Reveal {
  caseId: string;
  field: 'name' | 'idNumber' | 'mobile' | 'answer';
  /** Of an answer: where it stands in the form. */
  pointer?: string | undefined;
  purpose: string;
}

/**
 * One masked value in full, to an official who has a part in the case, for a stated purpose. One look too many is refused and recorded
 * all the same: that is how somebody who browses people is noticed.
 */
export async function reveal(ctx: Context, actor: Actor, asked: Reveal): Promise<string> {
  try {
    return await inTx(ctx.db, (tx) => look(tx, ctx, actor, asked));
  } catch (error) {
    if (error instanceof Problem && error.status === 429) await inTx(ctx.db, (tx) => recordRefusal(tx, actor, asked));
    throw error;
  }
}

/** Each look is counted and recorded in the same transaction, and the person can read it. Of a firm it is the agent who is reached. */
async function look(tx: Tx, ctx: Context, actor: Actor, { caseId, field, pointer, purpose }: Reveal): Promise<string> {
  const row = await findCase(tx, caseId);
  if (!row || actor.kind !== 'staff' || partsOf(actor, factsOf(row)).length === 0) throw caseErrors.notFound();
  if (row.state === 'CLOSED') throw requestProblems.forbidden();
  const personId = row.applicant_kind === 'person' ? row.applicant_id : row.agent_id;
  if (field !== 'answer') {
    const person = personId && (await revealPerson(tx, ctx.keys, actor, personId, purpose));
    return (person ? person[field] : null) ?? nothing();
  }
  await countReveal(tx, actor);
  await audit(tx, actor, {
    areaCode: row.area_code,
    action: 'cases.answerRevealed',
    subjectId: personId ?? row.applicant_id,
    purpose,
    detail: { caseId: row.id, pointer: pointer ?? '' },
  });
  const value = valueAt((await openCase(ctx, tx, row)).answers, pointer ?? '');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : nothing();
}

const recordRefusal = (tx: Tx, actor: Actor, { caseId, purpose }: Reveal): Promise<void> =>
  audit(tx, actor, { areaCode: areaOf(caseId), action: 'cases.revealRefused', subjectId: caseId, purpose });

function nothing(): never {
  throw requestProblems.notFound();
}
