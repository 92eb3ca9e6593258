import type { Actor } from '../../kernel/actor.ts';
import { audit } from '../../kernel/audit.ts';
import type { Context } from '../../kernel/context.ts';
import { inTx, type Tx } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import {
  type OpenFile,
  openFile,
  type ReceivedUpload,
  receiveUpload,
  recordUpload,
  removeFile,
} from '../files/public.ts';
import { today } from './clock.ts';
import { lockDraft } from './draft.ts';
import { caseErrors } from './errors.ts';
import { neededMaterials, openCase } from './item.ts';
import { factsOf, lockCase, requirePart } from './move.ts';
import { partsOf } from './policy.ts';
import {
  attachFile,
  type CaseRecord,
  detachFile,
  emptySlot,
  fillSlot,
  findCase,
  submissionsOf,
  updateCase,
} from './store.ts';

/** What may be uploaded when the item does not say. */
const DEFAULT_ACCEPT = ['image/jpeg', 'image/png', 'application/pdf'] as const;
const DEFAULT_MAX_FILES = 5;
const MAX_BYTES = 20 * 1024 * 1024;

/** Files come and go beside the form, so they carry no version: an upload never makes the page that is being filled in stale. */
export interface Slot {
  caseId: string;
  materialKey: string;
}

async function slotOf(ctx: Context, tx: Tx, row: CaseRecord, materialKey: string) {
  const material = neededMaterials(await openCase(ctx, tx, row)).find(({ key }) => key === materialKey);
  if (!material) throw caseErrors.noSuchSlot();
  const submission = (await submissionsOf(tx, row.id)).find((filled) => filled.material_key === materialKey);
  return { material, submission };
}

/**
 * Takes one file into a slot of a draft. The bytes are checked, sealed and on disk before the transaction that makes them part of the
 * case, so nothing slow happens inside it and what is acknowledged is durable.
 */
export async function addUpload(
  ctx: Context,
  actor: Actor,
  slot: Slot,
  upload: { name: string; stream: AsyncIterable<Uint8Array> },
): Promise<{ fileId: string }> {
  const { row, material } = await inTx(ctx.db, async (tx) => {
    const row = await lockDraft(tx, actor, slot.caseId);
    const { material, submission } = await slotOf(ctx, tx, row, slot.materialKey);
    const max = material.maxFiles ?? DEFAULT_MAX_FILES;
    if ((submission?.file_ids.length ?? 0) >= max) throw caseErrors.slotFull(max);
    return { row, material };
  });
  const received: ReceivedUpload = await receiveUpload(ctx, {
    areaCode: row.area_code,
    ownerId: row.id,
    stream: upload.stream,
    name: upload.name,
    accept: material.accept ?? DEFAULT_ACCEPT,
    maxBytes: MAX_BYTES,
    actor,
  });
  return await inTx(ctx.db, async (tx) => {
    const current = await lockDraft(tx, actor, slot.caseId);
    const { now } = await today(tx);
    const fileId = await recordUpload(tx, received, actor);
    const submissionId = await fillSlot(tx, {
      area_code: current.area_code,
      id: newId(current.area_code),
      case_id: current.id,
      material_key: slot.materialKey,
      source: 'UPLOAD',
      trust: 'D',
      created_at: now,
    });
    await attachFile(tx, submissionId, fileId, now);
    await updateCase(tx, current.id, { updated_at: now });
    return { fileId };
  });
}

export async function removeUpload(tx: Tx, actor: Actor, input: { caseId: string; fileId: string }): Promise<void> {
  const row = await lockDraft(tx, actor, input.caseId);
  const submission = (await submissionsOf(tx, row.id)).find(({ file_ids }) => file_ids.includes(input.fileId));
  if (!submission) throw caseErrors.noSuchSlot();
  await detachFile(tx, submission.id, input.fileId);
  if (submission.file_ids.length === 1 && submission.source === 'UPLOAD')
    await emptySlot(tx, row.id, submission.material_key);
  await removeFile(tx, row.area_code, input.fileId);
  await updateCase(tx, row.id, { updated_at: (await today(tx)).now });
}

/** At the window: the paper was handed over, or its original was shown and compared (trust B instead of C). */
export async function recordPaper(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  input: Slot & { originalSeen: boolean; pages: number },
): Promise<void> {
  const row = await lockCase(tx, actor, input.caseId);
  requirePart(actor, row, row.state === 'DRAFT' ? 'submit' : 'accept');
  if (actor.kind !== 'staff') throw caseErrors.notFound();
  const { submission } = await slotOf(ctx, tx, row, input.materialKey);
  const { now } = await today(tx);
  await fillSlot(tx, {
    area_code: row.area_code,
    id: submission?.id ?? newId(row.area_code),
    case_id: row.id,
    material_key: input.materialKey,
    source: (submission?.file_ids.length ?? 0) > 0 ? 'UPLOAD' : 'PAPER',
    trust: input.originalSeen ? 'B' : 'C',
    original_seen: input.originalSeen,
    pages: input.pages,
    verified_by: actor.id,
    verified_at: now,
    created_at: now,
  });
  await updateCase(tx, row.id, { updated_at: now });
}

/** A file of a case, for whoever may see the case. A photograph or an ID card is personal data, so an official's look is written down. */
export async function readFileOf(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  caseId: string,
  fileId: string,
): Promise<OpenFile> {
  const row = await findCase(tx, caseId);
  if (!row || partsOf(actor, factsOf(row)).length === 0) throw caseErrors.notFound();
  const belongs = (await submissionsOf(tx, caseId)).some(({ file_ids }) => file_ids.includes(fileId));
  if (!belongs) throw caseErrors.notFound();
  if (actor.kind === 'staff')
    await audit(tx, actor, {
      areaCode: row.area_code,
      action: 'cases.fileRead',
      subjectId: row.applicant_id,
      purpose: '办理办件',
      detail: { caseId, fileId },
    });
  return await openFile(ctx, row.area_code, fileId);
}
