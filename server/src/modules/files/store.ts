import { type Selectable, sql } from 'kysely';
import type { Db, Tx } from '../../kernel/db.ts';
import type { DB } from '../../kernel/db.types.ts';

export type FileRecord = Selectable<DB['files.file']>;

/** The owner's wrapped data key, locked: whoever adds or removes bytes of an owner waits for the other. */
export async function lockKey(tx: Tx, areaCode: number, ownerId: string): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('files.key')
    .select('wrapped_key')
    .where('area_code', '=', areaCode)
    .where('owner_id', '=', ownerId)
    .forUpdate()
    .executeTakeFirst();
  return row?.wrapped_key;
}

export async function findKey(db: Db, areaCode: number, ownerId: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('files.key')
    .select('wrapped_key')
    .where('area_code', '=', areaCode)
    .where('owner_id', '=', ownerId)
    .executeTakeFirst();
  return row?.wrapped_key;
}

/** The first to bring a key for an owner wins; everybody gets the winner's. */
export async function insertKey(
  tx: Tx,
  key: { areaCode: number; ownerId: string; wrapped: Buffer; at: Date },
): Promise<Buffer> {
  await tx
    .insertInto('files.key')
    .values({ area_code: key.areaCode, owner_id: key.ownerId, wrapped_key: key.wrapped, created_at: key.at })
    .onConflict((conflict) => conflict.columns(['area_code', 'owner_id']).doNothing())
    .execute();
  return (await findKey(tx, key.areaCode, key.ownerId)) ?? key.wrapped;
}

export async function deleteKey(tx: Tx, areaCode: number, ownerId: string): Promise<void> {
  await tx.deleteFrom('files.key').where('area_code', '=', areaCode).where('owner_id', '=', ownerId).execute();
}

export async function insertFile(tx: Tx, row: FileRecord): Promise<void> {
  await tx.insertInto('files.file').values(row).execute();
}

export async function findFile(db: Db, areaCode: number, id: string): Promise<FileRecord | undefined> {
  return await db
    .selectFrom('files.file')
    .selectAll()
    .where('area_code', '=', areaCode)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
}

/** In the order in which they were handed in. */
export async function filesOf(db: Db, areaCode: number, ownerId: string): Promise<FileRecord[]> {
  return await db
    .selectFrom('files.file')
    .selectAll()
    .where('area_code', '=', areaCode)
    .where('owner_id', '=', ownerId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
}

export async function setFileState(tx: Tx, areaCode: number, id: string, state: 'clean' | 'refused'): Promise<void> {
  await tx.updateTable('files.file').set({ state }).where('area_code', '=', areaCode).where('id', '=', id).execute();
}

export async function markRemoved(tx: Tx, areaCode: number, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('files.file')
    .set({ removed_at: at })
    .where('area_code', '=', areaCode)
    .where('id', '=', id)
    .execute();
}

/** What is left of forgotten files: that there were some, not what they were called. */
export async function eraseFilesOf(tx: Tx, areaCode: number, ownerId: string, at: Date): Promise<void> {
  await tx
    .updateTable('files.file')
    .set({ name: '已清除', removed_at: sql`coalesce(removed_at, ${at})` })
    .where('area_code', '=', areaCode)
    .where('owner_id', '=', ownerId)
    .execute();
}

/** One more file for an account on a day; false when its allowance is used. */
export async function claimUpload(
  tx: Tx,
  account: string,
  on: string,
  allowance: { files: number; bytes: number },
): Promise<boolean> {
  const claimed = await tx
    .insertInto('files.allowance')
    .values({ account, day_on: on, files: 1, bytes: 0 })
    .onConflict((conflict) =>
      conflict
        .columns(['account', 'day_on'])
        .doUpdateSet({ files: sql`allowance.files + 1` })
        .where('files.allowance.files', '<', allowance.files)
        .where('files.allowance.bytes', '<', String(allowance.bytes)),
    )
    .returning('files')
    .executeTakeFirst();
  return claimed !== undefined;
}

export async function addUploadedBytes(tx: Tx, account: string, on: string, bytes: number): Promise<void> {
  await tx
    .updateTable('files.allowance')
    .set({ bytes: sql`bytes + ${bytes}` })
    .where('account', '=', account)
    .where('day_on', '=', on)
    .execute();
}
