import { type Selectable, sql } from 'kysely';
import type { Db, Tx } from '../../kernel/db.ts';
import type { DB } from '../../kernel/db.types.ts';
import { areaOf } from '../../kernel/ids.ts';

export type NoticeRecord = Selectable<DB['notices.notice']>;
export type MessageRecord = Selectable<DB['notices.message']>;

export async function insertNotice(tx: Tx, row: NoticeRecord): Promise<void> {
  await tx.insertInto('notices.notice').values(row).execute();
}

/** Newest first, over all areas: ids sort by time. */
export async function listNoticesOf(
  db: Db,
  personId: string,
  page: { limit: number; after?: string },
): Promise<NoticeRecord[]> {
  let query = db
    .selectFrom('notices.notice')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(page.limit + 1);
  if (page.after !== undefined) query = query.where('id', '<', page.after);
  return await query.execute();
}

/** How many are unread, counted no further than `most`. */
export async function countUnread(db: Db, personId: string, most: number): Promise<number> {
  const unread = db
    .selectFrom('notices.notice')
    .select('id')
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .limit(most)
    .as('unread');
  const { n } = await db
    .selectFrom(unread)
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** False when there is no such notice of that person. */
export async function markRead(tx: Tx, personId: string, id: string, at: Date): Promise<boolean> {
  const row = await tx
    .updateTable('notices.notice')
    .set({ read_at: sql`coalesce(read_at, ${at})` })
    .where('area_code', '=', areaOf(id))
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export type NewMessage = Pick<
  MessageRecord,
  'area_code' | 'id' | 'person_id' | 'kind' | 'text' | 'sealed' | 'created_at'
>;

export async function insertMessage(tx: Tx, message: NewMessage): Promise<void> {
  await tx
    .insertInto('notices.message')
    .values({ ...message, channel: 'sms', state: 'queued' })
    .execute();
}

export async function findMessage(db: Db, id: string): Promise<MessageRecord | undefined> {
  return await db
    .selectFrom('notices.message')
    .selectAll()
    .where('area_code', '=', areaOf(id))
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function updateMessage(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<
      MessageRecord,
      'state' | 'attempts' | 'sealed' | 'failure' | 'provider_ref' | 'sent_at' | 'receipt' | 'received_at'
    >
  >,
): Promise<void> {
  await tx
    .updateTable('notices.message')
    .set(change)
    .where('area_code', '=', areaOf(id))
    .where('id', '=', id)
    .execute();
}
