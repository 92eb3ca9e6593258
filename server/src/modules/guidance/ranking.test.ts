import { expect, test } from 'vitest';
import { type Candidate, type Frequencies, type Query, rank, rankSpelt } from './ranking.ts';
import { gramsOf, spell } from './words.ts';

const named = (itemName: string, ...synonyms: string[]): Candidate[] => [
  { itemKey: itemName, itemName, kind: 'name', text: itemName },
  ...synonyms.map((text) => ({ itemKey: itemName, itemName, kind: 'synonym' as const, text })),
];
const counted = (candidates: readonly Candidate[]): Frequencies => ({
  total: candidates.length,
  of: new Map(
    [
      ...Map.groupBy(
        candidates.flatMap(({ text }) => gramsOf(text)),
        (gram) => gram,
      ),
    ].map(([gram, all]) => [gram, all.length]),
  ),
});
const found = (candidates: readonly Candidate[], ...queries: Query[]) =>
  rank(queries, candidates, counted(candidates)).map(({ itemKey }) => itemKey);

const licences = [
  ...named('食品经营许可（变更）'),
  ...named('食品经营许可（新办）', '开餐馆'),
  ...named('食品经营许可（注销）'),
  ...named('食品生产许可'),
  ...named('社会保障卡申领'),
];

test('between forms of one licence, getting it goes before changing it and changing before giving it up', () => {
  expect(found(licences, { text: '食品经营' }).slice(0, 3)).toEqual([
    '食品经营许可（新办）',
    '食品经营许可（变更）',
    '食品经营许可（注销）',
  ]);
  expect(found(licences, { text: '食品经营许可注销' })[0]).toBe('食品经营许可（注销）');
});

test('a rare word says more than a common one', () => {
  expect(found(licences, { text: '生产许可' })[0]).toBe('食品生产许可');
});

test('an item is found by its best name, and says by which', () => {
  const [best] = rank([{ text: '开餐馆' }], licences, counted(licences));

  expect(best).toMatchObject({ itemKey: '食品经营许可（新办）', phrase: { kind: 'synonym', text: '开餐馆' } });
});

test('a word replaced by its meaning is found by it, and counts a little less than the word itself', () => {
  const [best] = rank(
    [{ text: '社保卡丢了' }, { text: '社会保障卡丢了', meaning: '社会保障卡' }],
    licences,
    counted(licences),
  );

  expect(best).toMatchObject({ itemKey: '社会保障卡申领', meaning: '社会保障卡' });
});

test('what shares next to nothing is not found', () => {
  expect(found(licences, { text: '会议室预订和投影仪借用登记表' })).toEqual([]);
});

test('spelling is found from the beginning before the middle, short before long', () => {
  const spelt = licences.map((candidate) => ({ ...candidate, ...spell(candidate.text) }));
  const keys = (typed: string) => rankSpelt(typed, spelt).map(({ itemKey }) => itemKey);

  expect(keys('spjyxk').slice(0, 2)).toEqual(['食品经营许可（新办）', '食品经营许可（变更）']);
  expect(keys('shipinsheng')).toEqual(['食品生产许可']);
  expect(keys('kcg')).toEqual(['食品经营许可（新办）']);
  expect(keys('zzz')).toEqual([]);
});
