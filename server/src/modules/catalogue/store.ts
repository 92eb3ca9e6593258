import type { Updateable } from 'kysely';
import type { Db, Tx } from '../../kernel/db.ts';
import type { DB } from '../../kernel/db.types.ts';
import { cardOf, sortKeyOf } from './card.ts';
import type { ItemDefinition, ItemVersionSummary } from './contract.ts';

/** One version of an item in one region, as the row has it. */
export interface ItemVersion {
  id: string;
  key: string;
  regionCode: string;
  areaCode: number;
  /** The deciding body in `org`; known once published. */
  departmentId: string | null;
  version: number;
  state: ItemVersionSummary['state'];
  revision: number;
  name: string;
  definition: ItemDefinition;
  digest: Buffer;
  validFrom: string | null;
  validTo: string | null;
  updatedAt: Date;
  publishedAt: Date | null;
  withdrawnReason: string | null;
}

const columns = [
  'id',
  'item_key as key',
  'region_code as regionCode',
  'area_code as areaCode',
  'department_id as departmentId',
  'version',
  'state',
  'revision',
  'name',
  'definition',
  'digest',
  'valid_from as validFrom',
  'valid_to as validTo',
  'updated_at as updatedAt',
  'published_at as publishedAt',
  'withdrawn_reason as withdrawnReason',
] as const;

const versions = (db: Db) => db.selectFrom('catalogue.item_version').select(columns);

/** Whoever changes the versions of an item does it alone. The row comes into being with the item's first draft. */
export async function lockItem(tx: Tx, key: string, name: string, at: Date): Promise<void> {
  await tx
    .insertInto('catalogue.item')
    .values({ key, name, created_at: at })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  await tx.selectFrom('catalogue.item').select('key').where('key', '=', key).forUpdate().execute();
}

export async function renameItem(tx: Tx, key: string, name: string): Promise<void> {
  await tx.updateTable('catalogue.item').set({ name }).where('key', '=', key).where('name', '<>', name).execute();
}

export async function findVersion(db: Db, id: string): Promise<ItemVersion | undefined> {
  return (await versions(db).where('id', '=', id).executeTakeFirst()) as ItemVersion | undefined;
}

/** The versions of an item in a region that matter for a change: the draft, and what is or will be in force. */
export async function currentVersions(tx: Tx, key: string, regionCode: string): Promise<ItemVersion[]> {
  return (await versions(tx)
    .where('item_key', '=', key)
    .where('region_code', '=', regionCode)
    .where((eb) =>
      eb.or([eb('state', '=', 'draft'), eb.and([eb('state', '=', 'published'), eb('valid_to', 'is', null)])]),
    )
    .execute()) as ItemVersion[];
}

export async function lastVersionNumber(tx: Tx, key: string, regionCode: string): Promise<number> {
  const row = await tx
    .selectFrom('catalogue.item_version')
    .select('version')
    .where('item_key', '=', key)
    .where('region_code', '=', regionCode)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.version ?? 0;
}

type Written = Pick<ItemVersion, 'id' | 'regionCode' | 'areaCode' | 'definition' | 'digest'> & { at: Date; by: string };

export async function insertDraft(tx: Tx, draft: Written & { version: number }): Promise<void> {
  await tx
    .insertInto('catalogue.item_version')
    .values({
      id: draft.id,
      item_key: draft.definition.key,
      region_code: draft.regionCode,
      version: draft.version,
      state: 'draft',
      revision: 1,
      ...contentOf(draft),
    })
    .execute();
}

export async function replaceDraft(tx: Tx, draft: Written & { revision: number }): Promise<void> {
  await updateVersion(tx, draft.id, { revision: draft.revision, ...contentOf(draft) });
}

export async function updateVersion(
  tx: Tx,
  id: string,
  change: Updateable<DB['catalogue.item_version']>,
): Promise<void> {
  await tx.updateTable('catalogue.item_version').set(change).where('id', '=', id).execute();
}

/** The document and what is read of it in lists and filters. */
function contentOf({ id, regionCode, areaCode, definition, digest, at, by }: Written) {
  const card = cardOf(definition, { versionId: id, regionCode, areaCode });
  return {
    area_code: areaCode,
    definition: JSON.stringify(definition),
    digest,
    name: card.name,
    plain_name: card.plainName ?? null,
    department: card.department,
    case_type: card.caseType,
    targets: card.serviceTargets,
    themes: definition.themes ?? [],
    life_events: definition.lifeEvents ?? [],
    apply_online: card.applyOnline,
    pinyin: sortKeyOf(card.name),
    card: JSON.stringify(card),
    updated_at: at,
    updated_by: by,
  };
}
