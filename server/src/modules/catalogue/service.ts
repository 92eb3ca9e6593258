import type { Actor } from '../../kernel/actor.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { legalNow } from '../../kernel/clock.ts';
import { breaks, type Tx } from '../../kernel/db.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { requestProblems } from '../../kernel/problem.ts';
import { findDepartmentByName } from '../org/public.ts';
import { checkItem, checkShape } from './check.ts';
import type { ItemDefinition } from './contract.ts';
import { definitionDigest } from './digest.ts';
import { catalogueErrors } from './errors.ts';
import { itemPublished, itemWithdrawn } from './events.ts';
import { canAdminister, type ItemPlace, liesWithin } from './policy.ts';
import {
  currentVersions,
  findVersion,
  type ItemVersion,
  insertDraft,
  lastVersionNumber,
  lockItem,
  renameItem,
  replaceDraft,
  updateVersion,
} from './store.ts';

interface DraftInput {
  regionCode: string;
  areaCode: number;
  definition: ItemDefinition;
  /** The revision of the draft that was read, 0 when there was none; a command or a seed replaces what there is. */
  revision?: number;
}

/**
 * Writes the one draft of an item in a region. A document that is already in force there is not written again: the version in force
 * is returned, so that an import may be repeated.
 */
export async function saveDraft(tx: Tx, actor: Actor, input: DraftInput): Promise<ItemVersion> {
  const { regionCode, areaCode, definition } = input;
  const place = { itemKey: definition.key, areaCode, regionCode };
  authorise(actor, place);
  if (!liesWithin(place)) throw catalogueErrors.outsideArea();
  const faults = checkShape(definition);
  if (faults.length > 0) throw catalogueErrors.wrongShape(faults);

  const at = await legalNow(tx);
  await lockItem(tx, definition.key, definition.name, at);
  const current = await currentVersions(tx, definition.key, regionCode);
  const draft = current.find(({ state }) => state === 'draft');
  const inForce = current.find(({ state }) => state === 'published');
  const digest = definitionDigest(definition);
  if (!draft && inForce?.digest.equals(digest)) return inForce;
  if (draft && input.revision === 0) throw requestProblems.ifMatchRequired();
  if (input.revision !== undefined && (draft?.revision ?? 0) !== input.revision)
    throw requestProblems.stale(draft?.revision ?? 0);
  if (draft && draft.areaCode !== areaCode) authorise(actor, draft);

  const written = { id: draft?.id ?? newId(areaCode), regionCode, areaCode, definition, digest, at, by: nameOf(actor) };
  if (draft) await replaceDraft(tx, { ...written, revision: draft.revision + 1 });
  else await insertFirst(tx, { ...written, version: (await lastVersionNumber(tx, definition.key, regionCode)) + 1 });
  return await getItemVersion(tx, written.id);
}

/** Puts a draft into force on a day, today if none is named; the version before it ends on that day. */
export async function publish(
  tx: Tx,
  actor: Actor,
  input: { versionId: string; validFrom?: string; revision?: number },
): Promise<ItemVersion> {
  const version = await loadForChange(tx, actor, input);
  if (version.state !== 'draft') throw catalogueErrors.notAllowed('publish', version.state);
  const department = await findDepartmentByName(tx, version.areaCode, version.definition.implementingBody.name);
  const { faults } = checkItem(version.definition);
  if (!department) faults.push({ pointer: '/implementingBody/name', detail: '决定机关的地区没有这个部门，请先建立' });
  if (!department || faults.length > 0) throw catalogueErrors.notPublishable(faults);

  const at = await legalNow(tx);
  const today = civilDate(at);
  const validFrom = input.validFrom ?? today;
  if (validFrom < today) throw catalogueErrors.tooEarly(today);
  const before = (await currentVersions(tx, version.key, version.regionCode)).find(
    ({ state }) => state === 'published',
  );
  if (before?.validFrom && before.validFrom > validFrom) throw catalogueErrors.alreadyPlanned(before.validFrom);
  if (before) await updateVersion(tx, before.id, { valid_to: validFrom, revision: before.revision + 1 });

  const by = nameOf(actor);
  await updateVersion(tx, version.id, {
    state: 'published',
    department_id: department.id,
    revision: version.revision + 1,
    valid_from: validFrom,
    published_at: at,
    published_by: by,
    updated_at: at,
    updated_by: by,
  });
  await renameItem(tx, version.key, version.name);
  await emit(tx, itemPublished, factOf(version), version.key);
  return await getItemVersion(tx, version.id);
}

/** Takes a version out of force at once. Cases filed under it keep it. */
export async function withdraw(
  tx: Tx,
  actor: Actor,
  input: { versionId: string; reason: string; revision?: number },
): Promise<ItemVersion> {
  const version = await loadForChange(tx, actor, input);
  if (version.state !== 'published' || version.validTo !== null)
    throw catalogueErrors.notAllowed('withdraw', version.state);

  const at = await legalNow(tx);
  const today = civilDate(at);
  await updateVersion(tx, version.id, {
    state: 'withdrawn',
    revision: version.revision + 1,
    valid_to: version.validFrom !== null && version.validFrom > today ? version.validFrom : today,
    withdrawn_reason: input.reason,
    updated_at: at,
    updated_by: nameOf(actor),
  });
  await emit(tx, itemWithdrawn, factOf(version), version.key);
  return await getItemVersion(tx, version.id);
}

/** A version by its id, whatever has become of it since: a case keeps the one it was filed under. */
export async function getItemVersion(tx: Parameters<typeof findVersion>[0], id: string): Promise<ItemVersion> {
  const version = await findVersion(tx, id);
  if (!version) throw catalogueErrors.versionNotFound(id);
  return version;
}

async function loadForChange(
  tx: Tx,
  actor: Actor,
  input: { versionId: string; revision?: number },
): Promise<ItemVersion> {
  const seen = await getItemVersion(tx, input.versionId);
  authorise(actor, seen);
  await lockItem(tx, seen.key, seen.name, await legalNow(tx));
  const version = await getItemVersion(tx, input.versionId);
  if (input.revision !== undefined && version.revision !== input.revision)
    throw requestProblems.stale(version.revision);
  return version;
}

function authorise(actor: Actor, place: Omit<ItemPlace, 'itemKey'> & ({ itemKey: string } | { key: string })): void {
  const itemKey = 'itemKey' in place ? place.itemKey : place.key;
  if (!canAdminister(actor, { ...place, itemKey })) throw requestProblems.forbidden();
}

async function insertFirst(tx: Tx, draft: Parameters<typeof insertDraft>[1]): Promise<void> {
  try {
    await insertDraft(tx, draft);
  } catch (error) {
    throw breaks(error, 'item_version_region') ? catalogueErrors.unknownRegion(draft.regionCode) : error;
  }
}

const nameOf = (actor: Actor): string =>
  actor.kind === 'system' ? `system:${actor.name}` : actor.kind === 'anonymous' ? actor.kind : actor.id;

const factOf = ({ areaCode, regionCode, key, id }: ItemVersion) => ({
  areaCode,
  regionCode,
  itemKey: key,
  versionId: id,
});
