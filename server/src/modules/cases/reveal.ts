import type { Actor } from '../../kernel/actor.ts';
import { audit, auditedSince } from '../../kernel/audit.ts';
import { valueAt } from '../../kernel/condition.ts';
import type { Context } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db.ts';
import { requestProblems } from '../../kernel/problem.ts';
import { settingOf } from '../../kernel/settings.ts';
import { contactOf } from '../identity/public.ts';
import { today } from './clock.ts';
import { caseErrors } from './errors.ts';
import { openCase } from './item.ts';
import { factsOf } from './move.ts';
import { canSee } from './policy.ts';
import { findCase } from './store.ts';

/** How many masked values an official may open in an hour. */
export const revealsAnHour = {
  key: 'cases.reveals-an-hour',
  fallback: 30,
  accepts: (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0,
};

export interface Reveal {
  caseId: string;
  field: 'name' | 'idNumber' | 'mobile' | 'answer';
  pointer?: string | undefined;
  purpose: string;
}

/** One masked value in full, for a stated purpose. The look is recorded in the same transaction, and the person can see it. */
export async function reveal(tx: Tx, ctx: Context, actor: Actor, asked: Reveal): Promise<string> {
  const row = await findCase(tx, asked.caseId);
  if (!row || actor.kind !== 'staff' || !canSee(actor, factsOf(row))) throw caseErrors.notFound();
  const { now, on } = await today(tx);
  const hourAgo = new Date(now.getTime() - 3_600_000);
  const done = await auditedSince(tx, actor.id, row.area_code, 'cases.revealed', hourAgo);
  if (done >= (await settingOf(tx, revealsAnHour, row.area_code, on))) throw requestProblems.tooMany(3600);
  await audit(tx, actor, {
    areaCode: row.area_code,
    action: 'cases.revealed',
    subjectId: row.applicant_id,
    purpose: asked.purpose,
    detail: { caseId: row.id, field: asked.field, ...(asked.pointer !== undefined && { pointer: asked.pointer }) },
  });
  const value =
    asked.field === 'answer'
      ? valueAt((await openCase(ctx, tx, row)).answers, asked.pointer ?? '')
      : await contactValue(tx, ctx, row, asked.field);
  if (typeof value !== 'string' && typeof value !== 'number') throw requestProblems.notFound();
  return String(value);
}

async function contactValue(
  tx: Tx,
  ctx: Context,
  row: NonNullable<Awaited<ReturnType<typeof findCase>>>,
  field: 'name' | 'idNumber' | 'mobile',
) {
  if (field === 'name') return row.applicant_name;
  const contact = await contactOf(tx, ctx.keys, {
    kind: row.applicant_kind as 'person' | 'firm',
    id: row.applicant_id,
    agentId: row.agent_id,
  });
  return contact[field];
}
