import type { Actor, RealNameLevel } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db.ts';
import { findLiveVersion } from '../catalogue/public.ts';
import { today } from './clock.ts';
import { lockDraft } from './draft.ts';
import { caseErrors } from './errors.ts';
import { applicantOf, missingOf, openCase } from './item.ts';
import { moveCase, requirePart } from './move.ts';
import { caseNumber } from './number.ts';
import { type CaseRecord, nextSerial, submissionsOf } from './store.ts';

const levels: readonly RealNameLevel[] = ['L1', 'L2', 'L3', 'L4'];

/**
 * The application becomes a case: number given, receipt clock started, and the versions of item, limits and calendar pinned, so that a
 * later change never makes it worse for the applicant.
 */
export async function submitCase(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  input: { caseId: string; version: number },
): Promise<CaseRecord> {
  const row = await lockDraft(tx, actor, input.caseId, input.version);
  const open = await openCase(ctx, tx, row);
  const { item } = open;
  requireRealName(actor, item.realNameLevel ?? 'L1');
  const live = await findLiveVersion(tx, row.item_key, row.region_code);
  if (live?.id !== row.item_version_id) throw caseErrors.itemChanged();
  const day = await today(tx);
  const missing = missingOf(ctx, open, await submissionsOf(tx, row.id), day.on);
  if (missing.length > 0) throw caseErrors.incomplete(missing);

  const serial = await nextSerial(tx, row.area_code, day.on);
  if (serial === undefined) throw caseErrors.numbersUsedUp();
  return await moveCase(tx, actor, row, day, {
    action: 'submit',
    part: requirePart(actor, row, 'submit'),
    detail: { itemVersionId: row.item_version_id, calendarVersion: day.calendar.version, channel: row.channel },
    set: {
      number: caseNumber(row.area_code, day.on, serial),
      submitted_at: day.now,
      expires_on: null,
      applicant_name: applicantOf(actor)?.name ?? row.applicant_name,
      ...(item.promisedTimeLimit && {
        promised_length: item.promisedTimeLimit.length,
        promised_unit: item.promisedTimeLimit.unit,
      }),
      ...(item.statutoryTimeLimit && {
        statutory_length: item.statutoryTimeLimit.length,
        statutory_unit: item.statutoryTimeLimit.unit,
      }),
    },
  });
}

/** At the window the officer has seen the person's document, which is more than any online level. */
function requireRealName(actor: Actor, needed: RealNameLevel): void {
  if (actor.kind === 'person' && levels.indexOf(actor.realNameLevel) < levels.indexOf(needed))
    throw caseErrors.realNameNeeded(needed);
}
