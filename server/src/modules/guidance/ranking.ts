import type { Phrase } from './phrases.ts';
import { gramsOf, isSingle, lettersOf } from './words.ts';

export interface Candidate extends Phrase {
  itemKey: string;
  itemName: string;
}

/** What is looked for: the person's own words, or the same with a word replaced by what it stands for. */
export interface Query {
  text: string;
  /** The official words that were put in, when they were. */
  meaning?: string;
}

export interface Hit {
  itemKey: string;
  itemName: string;
  score: number;
  /** The phrase by which it was found, for the sentence that says why. */
  phrase: Phrase;
  meaning?: string;
}

/** How many phrases hold a gram; of how many. A gram that is everywhere says little. */
export interface Frequencies {
  total: number;
  of: ReadonlyMap<string, number>;
}

/** Tried on 8,692 paraphrases and 247 questions of citizens (see the README): single characters count, a little less than double ones. */
const SINGLE = 0.7;
/** How much it matters that the phrase is about nothing else. */
const EXACTNESS = 0.3;
/** Found by replaced words, or by the main item alone, it is a little less certain. */
const REPLACED = 0.92;
const kindWeight = { name: 1, plain: 1, synonym: 0.98, main: 0.9 } as const;
/** Less in common than this is chance; questions are long and names short, so it cannot be much. */
const LEAST = 0.05;

/** The items that the candidates name, best first; each once, by its best phrase. */
export function rank(queries: readonly Query[], candidates: readonly Candidate[], frequencies: Frequencies): Hit[] {
  const weigh = (gram: string): number => {
    const held = frequencies.of.get(gram) ?? 0;
    return (isSingle(gram) ? SINGLE : 1) * Math.log(1 + (frequencies.total + 1) / (held + 0.5));
  };
  const weightOf = (grams: Iterable<string>): number => [...grams].reduce((sum, gram) => sum + weigh(gram), 0);

  const best = new Map<string, Hit>();
  const asked = queries.map((query) => {
    const grams = new Set(gramsOf(query.text));
    return { query, grams, whole: weightOf(grams) || 1 };
  });
  for (const { itemKey, itemName, kind, text } of candidates) {
    const grams = gramsOf(text);
    const size = weightOf(grams) || 1;
    for (const { query, grams: wanted, whole } of asked) {
      const common = weightOf(grams.filter((gram) => wanted.has(gram)));
      const coverage = common / whole;
      if (coverage < LEAST) continue;
      const score =
        coverage * (common / size) ** EXACTNESS * kindWeight[kind] * (query.meaning === undefined ? 1 : REPLACED);
      if (score > (best.get(itemKey)?.score ?? 0))
        best.set(itemKey, {
          itemKey,
          itemName,
          score,
          phrase: { kind, text },
          ...(query.meaning !== undefined && { meaning: query.meaning }),
        });
    }
  }
  return inOrder([...best.values()]);
}

export interface Spelt extends Candidate {
  initials: string;
  pinyin: string;
}

/** The items whose names are spelt so, best first: what begins with it before what holds it, short before long. */
export function rankSpelt(typed: string, candidates: readonly Spelt[]): Hit[] {
  const letters = lettersOf(typed);
  const best = new Map<string, Hit>();
  for (const { itemKey, itemName, kind, text, initials, pinyin } of candidates) {
    const score = Math.max(spelling(letters, initials), spelling(letters, pinyin)) * kindWeight[kind];
    if (score > (best.get(itemKey)?.score ?? 0))
      best.set(itemKey, { itemKey, itemName, score, phrase: { kind, text } });
  }
  return inOrder([...best.values()]);
}

function spelling(typed: string, whole: string): number {
  const at = whole.indexOf(typed);
  return at < 0 ? 0 : (typed.length / whole.length) ** EXACTNESS * (at === 0 ? 1 : 0.8);
}

/** Between equals, getting something goes before changing it and changing before giving it up: that is what a bare name is asked for. */
const stages = [/新办|设立|申领|首次|开办|核发/, /变更|延续|换|补|更正|迁移/, /注销|撤销|终止|停/];
const stageOf = (name: string): number => {
  const stage = stages.findIndex((words) => words.test(name));
  return stage < 0 ? 0.5 : stage;
};

const inOrder = (hits: Hit[]): Hit[] =>
  hits.sort(
    (a, b) =>
      round(b.score) - round(a.score) || stageOf(a.itemName) - stageOf(b.itemName) || (a.itemKey < b.itemKey ? -1 : 1),
  );
const round = (score: number): number => Math.round(score * 100);
