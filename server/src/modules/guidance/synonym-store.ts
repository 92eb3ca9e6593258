import { sql } from 'kysely';
import type { Db, Tx } from '../../kernel/db.ts';
import { cursor, keysOf, type Page, pageOf } from '../../kernel/paging.ts';
import { lettersOf, spell } from './words.ts';

export interface SynonymRow {
  word: string;
  shown: string;
  means: string[];
  version: number;
  updatedAt: Date;
}

const synonyms = (db: Db) =>
  db
    .selectFrom('guidance.synonym')
    .select(['word', 'shown', 'means', 'version', 'updated_at as updatedAt'])
    .where('ended_at', 'is', null);

export const findSynonym = (db: Db, word: string): Promise<SynonymRow | undefined> =>
  synonyms(db).where('word', '=', lettersOf(word)).executeTakeFirst();

export async function listSynonyms(
  db: Db,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<Page<SynonymRow>> {
  const [last = ''] = keysOf(after, 1) ?? [];
  const rows = await synonyms(db)
    .where('word', '>', last)
    .orderBy('word')
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, ({ word }) => cursor(word));
}

/** Words that occur in a text; a word inside a longer one that occurs too is left out (社保 in 社保卡). */
export async function synonymsIn(db: Db, letters: string): Promise<SynonymRow[]> {
  const found = await synonyms(db).where(sql<boolean>`position(word in ${letters}) > 0`).execute();
  return found.filter(({ word }) => !found.some((other) => other.word !== word && other.word.includes(word)));
}

/** Words spelt like that from their beginning, by first letters or in full. */
export const synonymsSpelt = (db: Db, letters: string): Promise<SynonymRow[]> =>
  synonyms(db)
    .where((eb) => eb.or([eb('initials', '=', letters), eb('pinyin', 'like', `${letters}%`)]))
    .orderBy('word')
    .limit(10)
    .execute();

interface Writing {
  shown: string;
  means: readonly string[];
  at: Date;
  by: string;
}

/** What is written already stays as it is when it says the same; a word that was taken out comes back. */
export async function putSynonyms(tx: Tx, writings: readonly Writing[]): Promise<void> {
  await tx
    .insertInto('guidance.synonym')
    .values(
      writings.map(({ shown, means, at, by }) => ({
        word: lettersOf(shown),
        version: 1,
        shown,
        means: [...means],
        ...spell(shown),
        updated_at: at,
        updated_by: by,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .column('word')
        .doUpdateSet((eb) => ({
          version: eb('guidance.synonym.version', '+', 1),
          shown: eb.ref('excluded.shown'),
          means: eb.ref('excluded.means'),
          updated_at: eb.ref('excluded.updated_at'),
          updated_by: eb.ref('excluded.updated_by'),
          ended_at: null,
        }))
        .where(sql<boolean>`synonym.means <> excluded.means or synonym.ended_at is not null`),
    )
    .execute();
}

export async function endSynonym(tx: Tx, word: string, { at, by }: Pick<Writing, 'at' | 'by'>): Promise<void> {
  await tx
    .updateTable('guidance.synonym')
    .set((eb) => ({ ended_at: at, updated_at: at, updated_by: by, version: eb('version', '+', 1) }))
    .where('word', '=', lettersOf(word))
    .execute();
}
