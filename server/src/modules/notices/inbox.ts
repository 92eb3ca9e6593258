import type { Actor } from '../../kernel/actor.ts';
import { legalNow } from '../../kernel/clock.ts';
import type { Db, Tx } from '../../kernel/db.ts';
import { pageOf } from '../../kernel/paging.ts';
import { requestProblems } from '../../kernel/problem.ts';
import type { NoticePage, NoticeView } from './contract.ts';
import { countUnread, listNoticesOf, markRead, type NoticeRecord } from './store.ts';

const COUNTED = 100;

/** What a person was told, newest first, wherever it was. An agent reads what was told to them, whoever they act for. */
export async function listNotices(
  db: Db,
  actor: Actor,
  { limit = 20, after }: { limit?: number; after?: string },
): Promise<NoticePage> {
  const person = personIn(actor);
  const rows = await listNoticesOf(db, person, { limit, ...(after !== undefined && { after }) });
  const { items, next } = pageOf(rows, limit, ({ id }) => id);
  return { items: items.map(present), next, unread: await countUnread(db, person, COUNTED) };
}

/** Somebody else's notice is as little there as none. Reading twice changes nothing. */
export async function readNotice(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (!(await markRead(tx, personIn(actor), id, await legalNow(tx)))) throw requestProblems.notFound();
}

function personIn(actor: Actor): string {
  if (actor.kind !== 'person') throw requestProblems.signInRequired();
  return actor.id;
}

const present = (row: NoticeRecord): NoticeView => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  body: row.body,
  subjectId: row.subject_id,
  createdAt: row.created_at.toISOString(),
  readAt: row.read_at?.toISOString() ?? null,
});
