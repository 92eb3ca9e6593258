import type { Actor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { inTx, type Tx } from '../../kernel/db.ts';
import { areaOf, newId } from '../../kernel/ids.ts';
import { requestProblems } from '../../kernel/problem.ts';
import { settingOf } from '../../kernel/settings.ts';
import { addDays } from '../calendar/public.ts';
import { findLiveVersion } from '../catalogue/public.ts';
import { forgetFiles } from '../files/public.ts';
import type { Answers, FieldError } from '../forms/contract.ts';
import { validateAnswers } from '../forms/public.ts';
import { personalList } from '../guidance/public.ts';
import { type Today, today } from './clock.ts';
import type { Channel, SituationAnswers } from './contract.ts';
import { caseErrors } from './errors.ts';
import { applicantOf, groundOf, openCase, requireAskedFor, sealAnswers } from './item.ts';
import { lockCase, requirePart } from './move.ts';
import { canStart } from './policy.ts';
import { type CaseRecord, deleteDraft, expiredDrafts, findDraftOf, insertCase, updateCase } from './store.ts';

/** How long a draft is kept after the last change; the date is shown to its owner (ux R1). */
const draftDays = {
  key: 'cases.draft-days',
  fallback: 90,
  accepts: (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 30,
};

export interface Start {
  itemKey: string;
  regionCode: string;
  situation: SituationAnswers;
  channel: Channel;
}

export interface Applicant {
  kind: 'person' | 'firm';
  id: string;
  name: string;
}

/**
 * A draft of the item as it is in force at that place, or the one the applicant left: nothing typed is asked for twice. `applicant` is
 * given when an official files for somebody who stands at the window.
 */
export async function startCase(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  start: Start,
  applicant = applicantOf(actor),
): Promise<{ id: string; version: number; resumed: boolean }> {
  if (!applicant) throw caseErrors.notFound();
  const live = await findLiveVersion(tx, start.itemKey, start.regionCode);
  if (!live) throw caseErrors.notFound();
  if (!canStart(actor, { areaCode: live.areaCode, itemKey: start.itemKey })) throw requestProblems.forbidden();
  if (!live.definition.form && actor.kind !== 'staff') throw caseErrors.noForm();
  if (actor.kind === 'person' && actor.actingFor?.itemKeys && !actor.actingFor.itemKeys.includes(start.itemKey))
    throw caseErrors.outsideMandate();
  requireAskedFor(live.definition, start.situation);
  const { stop } = personalList(live.definition, start.situation, {});
  if (stop) throw caseErrors.unsuitable(stop.message);

  const left = await findDraftOf(tx, live.areaCode, applicant.id, start.itemKey);
  const day = await today(tx);
  if (left) {
    const situation = { ...(left.situation as SituationAnswers), ...start.situation };
    await updateCase(tx, left.id, {
      situation: JSON.stringify(situation),
      item_version_id: live.id,
      version: left.version + 1,
      updated_at: day.now,
      ...(actor.kind === 'staff' && { window_staff_id: actor.id, channel: 'WINDOW' }),
    });
    return { id: left.id, version: left.version + 1, resumed: true };
  }

  const id = newId(live.areaCode);
  await insertCase(tx, {
    area_code: live.areaCode,
    id,
    version: 1,
    state: 'DRAFT',
    item_version_id: live.id,
    item_key: start.itemKey,
    item_name: live.definition.name,
    region_code: start.regionCode,
    department_id: live.departmentId,
    channel: start.channel,
    applicant_kind: applicant.kind,
    applicant_id: applicant.id,
    applicant_name: applicant.name,
    ...(actor.kind === 'person' &&
      actor.actingFor && { agent_id: actor.id, agent_name: actor.name, mandate_id: actor.actingFor.mandateId }),
    window_staff_id: actor.kind === 'staff' ? actor.id : null,
    situation: JSON.stringify(start.situation),
    answers: sealAnswers(ctx, {}),
    calendar_version: day.calendar.version,
    created_at: day.now,
    updated_at: day.now,
    expires_on: await expiryOf(tx, live.areaCode, day),
  });
  return { id, version: 1, resumed: false };
}

const expiryOf = async (tx: Tx, areaCode: number, { on }: Today): Promise<string> =>
  addDays(on, await settingOf(tx, draftDays, areaCode, on));

export interface Save {
  caseId: string;
  version: number;
  situation?: SituationAnswers | undefined;
  answers: Answers;
}

/**
 * Keeps what was typed, right or wrong; what is wrong comes back as `errors` and stands in the way only of submitting. Fields that the
 * form does not have are refused. Top-level groups that are given replace those saved before, the others stay.
 */
export async function saveDraft(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  save: Save,
): Promise<{ version: number; savedAt: Date; errors: FieldError[] }> {
  const row = await lockDraft(tx, actor, save.caseId, save.version);
  const open = await openCase(ctx, tx, row);
  const day = await today(tx);
  if (save.situation) requireAskedFor(open.item, save.situation);
  const situation = save.situation ?? open.situation;
  const answers = { ...open.answers, ...save.answers };
  const {
    answers: tidy,
    errors,
    unknown,
  } = validateAnswers(open.form, situation, answers, 'all', groundOf(ctx, day.on));
  if (unknown.length > 0) throw caseErrors.answersRefused(errors.filter(({ pointer }) => unknown.includes(pointer)));

  const version = row.version + 1;
  await updateCase(tx, row.id, {
    situation: JSON.stringify(situation),
    answers: sealAnswers(ctx, tidy),
    ...(actor.kind === 'person' && { window_staff_id: null }),
    version,
    updated_at: day.now,
    expires_on: await expiryOf(tx, row.area_code, day),
  });
  return { version, savedAt: day.now, errors };
}

/** A draft is the applicant's, or at the window the acceptance officer's who fills it in with her. */
export async function lockDraft(tx: Tx, actor: Actor, caseId: string, version?: number): Promise<CaseRecord> {
  const row = await lockCase(tx, actor, caseId, version);
  if (row.state !== 'DRAFT') throw caseErrors.notADraft(row.state);
  requirePart(actor, row, 'submit');
  return row;
}

export async function discardDraft(tx: Tx, actor: Actor, caseId: string, version: number): Promise<void> {
  await lockDraft(tx, actor, caseId, version);
  await forgetDraft(tx, caseId);
}

/** Drafts that nobody came back to, with their files: nothing of them has legal effect. Returns how many. */
export async function forgetExpiredDrafts(ctx: Context): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const drafts = await expiredDrafts(ctx.db, (await today(ctx.db)).on);
    for (const { id } of drafts) await inTx(ctx.db, (tx) => forgetDraft(tx, id));
    forgotten += drafts.length;
    if (drafts.length === 0) return forgotten;
  }
}

async function forgetDraft(tx: Tx, caseId: string): Promise<void> {
  await forgetFiles(tx, areaOf(caseId), caseId);
  await deleteDraft(tx, caseId);
}
