import type { Actor } from '../../kernel/actor.ts';
import { evaluate, holds } from '../../kernel/condition.ts';
import type { Context } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db.ts';
import type { ReviewPoint } from '../catalogue/contract.ts';
import type { FieldError } from '../forms/contract.ts';
import { today } from './clock.ts';
import type { PointView } from './contract.ts';
import { caseErrors } from './errors.ts';
import { neededMaterials, type OpenCase, openCase } from './item.ts';
import { lockCase, requirePart } from './move.ts';
import { type CaseRecord, saveVerdict, updateCase, type VerdictRecord } from './store.ts';

/** The points that concern this case: those of materials it needs, of its form, and of the item as a whole. */
function pointsOf(open: OpenCase): ReviewPoint[] {
  const facts = { situation: open.situation, form: open.answers };
  const needed = new Set(
    neededMaterials(open).flatMap((material) => (material.status === 'maybe' ? [] : [material.key])),
  );
  return (open.item.reviewPoints ?? []).filter(
    ({ scope, when }) => holds(when, facts) && !('material' in scope && !needed.has(scope.material)),
  );
}

/** Each point with what was found: a person's verdict, else the system's where the answers decide it, else nothing yet. */
export function judgedPoints(open: OpenCase, verdicts: readonly VerdictRecord[]): PointView[] {
  const facts = { situation: open.situation, form: open.answers };
  return pointsOf(open).map((point) => {
    const found = verdicts.find((verdict) => verdict.point_key === point.key);
    const automatic = point.autoRule === undefined ? undefined : evaluate(point.autoRule, facts);
    return {
      ...point,
      verdict:
        (found?.verdict as PointView['verdict'] | undefined) ??
        (automatic === undefined ? null : automatic ? 'PASS' : 'FAIL'),
      automatic: !found && automatic !== undefined,
      note: found?.note ?? null,
      judgedBy: found?.judged_by_name ?? null,
    };
  });
}

/** Points that keep a case from being accepted: not judged, or not passed. */
export const openPoints = (points: readonly PointView[]): FieldError[] =>
  points
    .filter(({ verdict }) => verdict === null || verdict === 'FAIL')
    .map(({ key, question, verdict, defectTemplate }) => ({
      pointer: `/points/${key}`,
      detail: verdict === null ? `尚未判断：${question}` : defectTemplate,
    }));

export interface Judgement {
  caseId: string;
  version: number;
  pointKey: string;
  verdict: 'PASS' | 'FAIL' | 'NOT_APPLICABLE';
  note?: string | undefined;
}

/** Records an official's finding on one point, before acceptance by the window, after it by the reviewer. */
export async function judgePoint(tx: Tx, ctx: Context, actor: Actor, judgement: Judgement): Promise<CaseRecord> {
  const row = await lockCase(tx, actor, judgement.caseId, judgement.version);
  requirePart(actor, row, row.state === 'RECEIVED' ? 'accept' : 'recommend');
  if (actor.kind !== 'staff') throw caseErrors.notFound();
  if (row.state === 'UNDER_REVIEW' && actor.id !== row.reviewer_id) throw caseErrors.claimedByAnother();
  const open = await openCase(ctx, tx, row);
  if (!pointsOf(open).some((point) => point.key === judgement.pointKey)) throw caseErrors.noSuchPoint();
  const { now } = await today(tx);
  await saveVerdict(tx, {
    area_code: row.area_code,
    case_id: row.id,
    point_key: judgement.pointKey,
    verdict: judgement.verdict,
    note: judgement.note ?? null,
    judged_by: actor.id,
    judged_by_name: actor.name,
    judged_at: now,
  });
  await updateCase(tx, row.id, { updated_at: now });
  return row;
}
