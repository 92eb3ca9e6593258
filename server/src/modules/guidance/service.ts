import type { Actor } from '../../kernel/actor.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { legalNow } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/db.ts';
import { requestProblems } from '../../kernel/problem.ts';
import { getItemVersion } from '../catalogue/public.ts';
import { guidanceErrors } from './errors.ts';
import { phrasesOf } from './phrases.ts';
import { canEditSynonyms } from './policy.ts';
import { countMiss, replacePhrases } from './store.ts';
import { endSynonym, findSynonym, putSynonyms, type SynonymRow } from './synonym-store.ts';
import { coreOf, lettersOf } from './words.ts';

/** Makes an item findable by the names in the version published last. */
export async function indexItem(tx: Tx, versionId: string): Promise<void> {
  const { key, definition } = await getItemVersion(tx, versionId);
  await replacePhrases(tx, key, phrasesOf(definition));
}

/** Brings the table up to a list, as a seed does; words that are not in the list stay. */
export async function loadSynonyms(
  tx: Tx,
  actor: Actor,
  list: readonly { word: string; means: readonly string[] }[],
): Promise<void> {
  if (!canEditSynonyms(actor)) throw requestProblems.forbidden();
  const writing = { at: await legalNow(tx), by: nameOf(actor) };
  const distinct = new Map(list.map(({ word, means }) => [lettersOf(word), { shown: word, means, ...writing }]));
  if (distinct.has('')) throw guidanceErrors.synonymWithoutLetters();
  if (distinct.size > 0) await putSynonyms(tx, [...distinct.values()]);
}

/** Adds a word or changes what it stands for; `version` is the one that was read, 0 for a new word. */
export async function saveSynonym(
  tx: Tx,
  actor: Actor,
  input: { word: string; means: readonly string[]; version: number },
): Promise<SynonymRow> {
  const current = await findSynonym(tx, input.word);
  if (current && input.version === 0) throw requestProblems.ifMatchRequired();
  if ((current?.version ?? 0) !== input.version) throw requestProblems.stale(current?.version ?? 0);
  await loadSynonyms(tx, actor, [input]);
  return await getSynonym(tx, input.word);
}

export async function removeSynonym(tx: Tx, actor: Actor, input: { word: string; version: number }): Promise<void> {
  if (!canEditSynonyms(actor)) throw requestProblems.forbidden();
  const current = await getSynonym(tx, input.word);
  if (current.version !== input.version) throw requestProblems.stale(current.version);
  await endSynonym(tx, input.word, { at: await legalNow(tx), by: nameOf(actor) });
}

async function getSynonym(tx: Tx, word: string): Promise<SynonymRow> {
  const synonym = await findSynonym(tx, word);
  if (!synonym) throw guidanceErrors.synonymNotFound();
  return synonym;
}

const LONGEST_KEPT = 40;

/** Counts a search that found nothing. Words with a digit in them may be somebody's number and are counted without being kept. */
export async function recordMiss(tx: Tx, { text, regionCode }: { text: string; regionCode: string }): Promise<void> {
  const words = lettersOf(coreOf(text));
  const keep = !/\d/.test(words) && [...words].length <= LONGEST_KEPT;
  const dayOn = civilDate(await legalNow(tx));
  await countMiss(tx, { areaCode: Number(regionCode.slice(0, 6)), dayOn, words: keep ? words : '' });
}

const nameOf = (actor: Actor): string =>
  actor.kind === 'system' ? `system:${actor.name}` : actor.kind === 'anonymous' ? actor.kind : actor.id;
