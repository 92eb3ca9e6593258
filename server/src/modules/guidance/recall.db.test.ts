import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { testContext } from '../../../test/database.ts';
import { sampleText, testWithSampleData } from '../../../test/sample-data.ts';
import { readCsv } from '../../commands/csv.ts';
import { system } from '../../kernel/actor.ts';
import { inTx } from '../../kernel/db.ts';
import { findHits } from './search.ts';
import { loadSynonyms } from './service.ts';
import { replacePhrases } from './store.ts';

interface Asked {
  text: string;
  meant: string;
}

/** Of those names alone, how often the one that is meant is first, and among the first few. */
async function recall(asked: readonly Asked[], among: number, every = 1): Promise<{ first: number; near: number }> {
  const { db, owner } = await testContext();
  const names = [...new Set(asked.map(({ meant }) => meant))];
  const keyOf = (name: string) => `item-${names.indexOf(name)}`;
  const at = new Date();
  await owner
    .insertInto('catalogue.item')
    .values(names.map((name) => ({ key: keyOf(name), name, created_at: at })))
    .execute();
  await inTx(db, async (tx) => {
    for (const name of names) await replacePhrases(tx, keyOf(name), [{ kind: 'name', text: name }]);
    await loadSynonyms(tx, system('test'), synonyms);
  });

  let first = 0;
  let near = 0;
  for (const { text, meant } of asked.filter((_, n) => n % every === 0)) {
    const { hits } = await findHits(db, text);
    const place = hits.slice(0, among).findIndex(({ itemKey }) => itemKey === keyOf(meant));
    if (place === 0) first += 1;
    if (place >= 0) near += 1;
  }
  const count = Math.ceil(asked.length / every);
  return { first: first / count, near: near / count };
}

/** One paraphrase in so many is asked, so that the test stays short; the figures in the README are of all. */
const EVERY = 8;
const synonyms = JSON.parse(readFileSync(new URL('../../../seeds/demo/synonyms.json', import.meta.url), 'utf8'));

testWithSampleData(
  'paraphrases find their item better than character pairs alone do',
  async () => {
    const asked = readCsv(sampleText('qa/item_query_paraphrases.csv')).map((row) => ({
      text: row['query'] ?? '',
      meant: row['item_name'] ?? '',
    }));

    const { first, near } = await recall(asked, 5, EVERY);

    process.stdout.write(`paraphrases: first ${first.toFixed(3)}, among five ${near.toFixed(3)}\n`);
    expect(first).toBeGreaterThan(0.6);
    expect(near).toBeGreaterThan(0.83);
  },
  300_000,
);

testWithSampleData(
  'questions of citizens find their item better than character pairs alone do',
  async () => {
    const asked = readCsv(sampleText('qa/citizen_questions_labelled.csv')).map((row) => ({
      text: row['question_title'] ?? '',
      meant: row['item_label'] ?? '',
    }));

    const { first, near } = await recall(asked, 3);

    process.stdout.write(`citizens: first ${first.toFixed(3)}, among three ${near.toFixed(3)}\n`);
    expect(first).toBeGreaterThan(0.64);
    expect(near).toBeGreaterThan(0.84);
  },
  300_000,
);
