import { sql } from 'kysely';
import type { Db, Tx } from '../../kernel/db.ts';
import type { Phrase } from './phrases.ts';
import type { Candidate, Frequencies, Spelt } from './ranking.ts';
import { gramsOf, lettersOf, spell } from './words.ts';

export async function replacePhrases(tx: Tx, itemKey: string, phrases: readonly Phrase[]): Promise<void> {
  await tx.deleteFrom('guidance.phrase').where('item_key', '=', itemKey).execute();
  await tx
    .insertInto('guidance.phrase')
    .values(
      phrases.map(({ kind, text }, ordinal) => ({
        item_key: itemKey,
        ordinal,
        kind,
        text,
        letters: lettersOf(text),
        ...spell(text),
        words: sql<string>`array_to_tsvector(${gramsOf(text)}::text[])`,
      })),
    )
    .execute();
}

const candidates = (db: Db) =>
  db
    .selectFrom('guidance.phrase as phrase')
    .innerJoin('guidance.phrase as named', (join) =>
      join.onRef('named.item_key', '=', 'phrase.item_key').on('named.ordinal', '=', 0),
    )
    .select(['phrase.item_key as itemKey', 'named.text as itemName', 'phrase.kind', 'phrase.text']);

/** Phrases that share a gram with what is looked for. Grams are Chinese characters, letters and digits, so quoting them is enough. */
export async function phrasesSharing(db: Db, grams: readonly string[]): Promise<Candidate[]> {
  if (grams.length === 0) return [];
  const any = grams.map((gram) => `'${gram}'`).join('|');
  return (await candidates(db).where(sql<boolean>`phrase.words @@ ${any}::tsquery`).execute()) as Candidate[];
}

/** Phrases spelt like that, by first letters or in full. `letters` holds letters and digits only. */
export async function phrasesSpelt(db: Db, letters: string): Promise<Spelt[]> {
  const like = `%${letters}%`;
  return (await candidates(db)
    .select(['phrase.initials', 'phrase.pinyin'])
    .where((eb) => eb.or([eb('phrase.initials', 'like', like), eb('phrase.pinyin', 'like', like)]))
    .execute()) as Spelt[];
}

/** Phrases that hold what has been typed so far, those that begin with it first, for the search box. */
export async function phrasesBeginning(db: Db, letters: string, limit: number): Promise<Candidate[]> {
  const begins = `${letters}%`;
  return (await candidates(db)
    .where('phrase.kind', '<>', 'main')
    .where((eb) =>
      eb.or([
        eb('phrase.letters', 'like', `%${begins}`),
        eb('phrase.initials', 'like', begins),
        eb('phrase.pinyin', 'like', begins),
      ]),
    )
    .orderBy((eb) => eb('phrase.letters', 'like', begins), 'desc')
    .orderBy((eb) => eb.fn('length', ['phrase.letters']))
    .orderBy('phrase.item_key')
    .limit(limit)
    .execute()) as Candidate[];
}

/** How often each gram occurs, over all phrases. */
export async function readFrequencies(db: Db): Promise<Frequencies> {
  const { rows } = await sql<{ word: string; ndoc: number }>`
    select word, ndoc from ts_stat('select words from guidance.phrase')`.execute(db);
  const { total } = await db
    .selectFrom('guidance.phrase')
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  return { total: Number(total), of: new Map(rows.map(({ word, ndoc }) => [word, ndoc])) };
}

/** A miss on a day; the same words again only count. */
export async function countMiss(tx: Tx, miss: { areaCode: number; dayOn: string; words: string }): Promise<void> {
  await tx
    .insertInto('guidance.search_miss')
    .values({ area_code: miss.areaCode, day_on: miss.dayOn, words: miss.words, times: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['area_code', 'day_on', 'words'])
        .doUpdateSet((eb) => ({ times: eb('guidance.search_miss.times', '+', 1) })),
    )
    .execute();
}

/** What was not found in an area in the last thirty days, the most frequent first. */
export async function listMisses(db: Db, areaCode: number): Promise<{ words: string; times: number }[]> {
  const rows = await db
    .selectFrom('guidance.search_miss')
    .select((eb) => ['words', eb.fn.sum<string>('times').as('times')])
    .where('area_code', '=', areaCode)
    .where(sql<boolean>`day_on > (platform.legal_now() at time zone 'Asia/Shanghai')::date - 30`)
    .groupBy('words')
    .orderBy('times', 'desc')
    .orderBy('words')
    .limit(100)
    .execute();
  return rows.map(({ words, times }) => ({ words, times: Number(times) }));
}
