import type { Db } from '../../kernel/db.ts';
import { cursor, keysOf } from '../../kernel/paging.ts';
import type { ItemCard, ItemFilter } from '../catalogue/contract.ts';
import { cardsOf } from '../catalogue/public.ts';
import type { SearchPage, Suggestions } from './contract.ts';
import { type Frequencies, type Hit, type Query, rank, rankSpelt } from './ranking.ts';
import { phrasesBeginning, phrasesSharing, phrasesSpelt, readFrequencies } from './store.ts';
import { type SynonymRow, synonymsIn, synonymsSpelt } from './synonym-store.ts';
import { coreOf, gramsOf, isSingle, isSpelt, lettersOf } from './words.ts';

interface SearchInput extends ItemFilter {
  text: string;
  regionCode: string;
  limit: number;
  after?: string | undefined;
}

/** No more than anybody reads; the narrower question finds the rest. */
const MOST_HITS = 300;
/** What is this much worse than the best is not shown beside it. */
const WORST = 0.35;

/** The items at a place that are meant, best first, each with the name by which it was found. */
export async function searchItems(db: Db, input: SearchInput): Promise<SearchPage> {
  const { regionCode, limit, text, after, ...filter } = input;
  const { hits, synonyms } = await findHits(db, text);
  const cards = await cardsOf(
    db,
    regionCode,
    hits.slice(0, MOST_HITS).map(({ itemKey }) => itemKey),
    {},
  );
  const cardOf = new Map(cards.map((card) => [card.key, card]));
  const here = hits.flatMap((hit) => {
    const card = cardOf.get(hit.itemKey);
    return card ? [{ hit, card }] : [];
  });
  const found = here.filter(({ hit }) => hit.score >= (here[0]?.hit.score ?? 0) * WORST);
  const kept = found.filter(({ card }) => passes(card, filter));

  const [lastKey] = keysOf(after, 1) ?? [];
  const start = lastKey === undefined ? 0 : kept.findIndex(({ card }) => card.key === lastKey) + 1;
  const page = kept.slice(start, start + limit);
  const last = page.at(-1);
  return {
    items: page.map(({ hit, card }) => ({ card, matched: matchedOf(hit, text) })),
    next: last && start + limit < kept.length ? cursor(last.card.key) : null,
    total: kept.length,
    meanings: synonyms.map(({ shown, means }) => ({ word: shown, means })),
    facets: facetsOf(found.map(({ card }) => card)),
  };
}

/** Every item whose names are near to what was typed, wherever it is in force. */
export async function findHits(db: Db, text: string): Promise<{ hits: Hit[]; synonyms: SynonymRow[] }> {
  const core = coreOf(text);
  if (isSpelt(core)) {
    const letters = lettersOf(core);
    const synonyms = await synonymsSpelt(db, letters);
    const meant = await hitsOf(
      db,
      synonyms.flatMap(({ means }) => means.map((meaning) => ({ text: meaning, meaning }))),
    );
    const spelt = rankSpelt(letters, await phrasesSpelt(db, letters));
    return { hits: eachOnce([...spelt, ...meant, ...(await hitsOf(db, [{ text: core }]))]), synonyms };
  }
  const synonyms = await synonymsIn(db, lettersOf(core));
  return { hits: await hitsOf(db, [{ text: core }, ...rewritten(core, synonyms)]), synonyms };
}

const MOST_REWRITINGS = 12;

/** The text once more for each meaning, with the word replaced: 开餐馆要多久 → 食品经营许可要多久. */
const rewritten = (core: string, synonyms: readonly SynonymRow[]): Query[] =>
  synonyms
    .flatMap(({ word, means }) => means.map((meaning) => ({ text: lettersOf(core).replace(word, meaning), meaning })))
    .slice(0, MOST_REWRITINGS);

/** Double characters find, single ones only where there is nothing else to go by; both weigh. */
async function hitsOf(db: Db, queries: readonly Query[]): Promise<Hit[]> {
  const grams = [...new Set(queries.flatMap(({ text }) => gramsOf(text)))];
  const pairs = grams.filter((gram) => !isSingle(gram));
  const candidates = await phrasesSharing(db, pairs.length > 0 ? pairs : grams);
  return rank(queries, candidates, await frequenciesOf(db));
}

const eachOnce = (hits: readonly Hit[]): Hit[] =>
  [...new Map(hits.toReversed().map((hit) => [hit.itemKey, hit])).values()].toReversed();

const FRESH_MS = 60_000;
const known = new WeakMap<Db, { at: number; frequencies: Frequencies }>();

/** How often a gram occurs changes slowly and only shifts the order a little, so a process counts at most once a minute. */
async function frequenciesOf(db: Db): Promise<Frequencies> {
  const last = known.get(db);
  if (last && performance.now() - last.at < FRESH_MS) return last.frequencies;
  const frequencies = await readFrequencies(db);
  known.set(db, { at: performance.now(), frequencies });
  return frequencies;
}

const passes = (card: ItemCard, filter: ItemFilter): boolean =>
  (filter.department === undefined || card.department === filter.department) &&
  (filter.caseType === undefined || card.caseType === filter.caseType) &&
  (filter.target === undefined || card.serviceTargets.includes(filter.target)) &&
  (filter.applyOnline === undefined || card.applyOnline === filter.applyOnline);

function matchedOf({ phrase, meaning }: Hit, typed: string): SearchPage['items'][number]['matched'] {
  if (meaning !== undefined) return { by: 'meaning', text: meaning };
  if (isSpelt(typed) && !gramsOf(phrase.text).includes(lettersOf(typed))) return { by: 'pinyin', text: phrase.text };
  return { by: phrase.kind, text: phrase.text };
}

function facetsOf(cards: readonly ItemCard[]): SearchPage['facets'] {
  const count = (values: string[]) =>
    [...Map.groupBy(values, (value) => value)]
      .map(([value, hits]) => ({ value, count: hits.length }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    departments: count(cards.map(({ department }) => department)),
    caseTypes: count(cards.map(({ caseType }) => caseType)),
    targets: count(cards.flatMap(({ serviceTargets }) => serviceTargets)),
    applyOnline: cards.filter(({ applyOnline }) => applyOnline).length,
  };
}

const MOST_SUGGESTIONS = 8;

/** What somebody who has typed so much may mean, each item once. */
export async function suggest(db: Db, text: string, regionCode: string): Promise<Suggestions> {
  const letters = lettersOf(text);
  if (letters === '') return { items: [] };
  const phrases = await phrasesBeginning(db, letters, 100);
  const cards = await cardsOf(db, regionCode, [...new Set(phrases.map(({ itemKey }) => itemKey))], {});
  const names = new Map(cards.map(({ key, name }) => [key, name]));
  const suggestions = new Map<string, Suggestions['items'][number]>();
  for (const { itemKey, text: phrase } of phrases) {
    const name = names.get(itemKey);
    if (name !== undefined && !suggestions.has(itemKey)) suggestions.set(itemKey, { text: phrase, key: itemKey, name });
  }
  return { items: [...suggestions.values()].slice(0, MOST_SUGGESTIONS) };
}
