import { describe, expect, test } from 'vitest';
import { anItem } from '../../../test/items.ts';
import type { ItemDefinition } from '../catalogue/contract.ts';
import { pathsOf } from '../catalogue/public.ts';
import { answersFromQuery, askedQuestion, contradictions, personalList } from './rules.ts';

const material = (key: string, change: Partial<ItemDefinition['materials'][number]> = {}) => ({
  key,
  name: key,
  medium: 'EITHER' as const,
  necessity: 'REQUIRED' as const,
  ...change,
});

const shop = anItem({
  questions: [
    {
      key: 'goods',
      text: '卖什么？',
      options: [
        { value: 'food', label: '食品' },
        { value: 'clothes', label: '服装' },
      ],
    },
    {
      key: 'cooked',
      text: '现做现卖吗？',
      options: [
        { value: 'yes', label: '是' },
        { value: 'no', label: '不是' },
      ],
      when: { eq: ['/situation/goods', 'food'] },
    },
    {
      key: 'market',
      text: '在市场里吗？',
      options: [
        { value: 'yes', label: '在' },
        { value: 'no', label: '不在' },
      ],
    },
  ],
  stops: [
    { when: { eq: ['/situation/market', 'yes'] }, message: '市场内的摊位由市场统一申请', insteadItem: 'market-permit' },
  ],
  materials: [
    material('application'),
    material('licence', { exemptions: ['E_LICENCE'] }),
    material('photo', { necessity: 'OPTIONAL' }),
    material('health', { when: { eq: ['/situation/cooked', 'yes'] } }),
    material('storage', { necessity: 'DEFERRABLE', when: { eq: ['/situation/goods', 'food'] } }),
    material('lease', { when: { eq: ['/form/shop/tenure', 'rent'] } }),
  ],
});

const statuses = (answers: Record<string, string>, form = {}) =>
  Object.fromEntries(personalList(shop, answers, form).materials.map(({ key, status }) => [key, status]));

describe('one person’s list', () => {
  test('each way through the questions ends in exactly its list', () => {
    const lists = [...pathsOf(shop)].map(({ answers }) => {
      const list = personalList(shop, answers, { shop: { tenure: 'own' } });
      return [Object.values(answers).join(' '), list.stop ? '×' : list.materials.map(({ key }) => key).join(' ')];
    });

    expect(lists).toEqual([
      ['food yes yes', '×'],
      ['food yes no', 'application licence photo health storage'],
      ['food no yes', '×'],
      ['food no no', 'application licence photo storage'],
      ['clothes yes', '×'],
      ['clothes no', 'application licence photo'],
    ]);
  });

  test('each material says how it is to be provided', () => {
    expect(statuses({ goods: 'food', cooked: 'yes', market: 'no' }, { shop: { tenure: 'rent' } })).toEqual({
      application: 'needed',
      licence: 'exempt',
      photo: 'optional',
      health: 'needed',
      storage: 'deferrable',
      lease: 'needed',
    });
  });

  test('what falls away is named, so that nobody wonders', () => {
    expect(personalList(shop, { goods: 'clothes', market: 'no' }).notNeeded.map(({ key }) => key)).toEqual([
      'health',
      'storage',
    ]);
  });

  test('what hangs on 不清楚 may be needed, and a person should be asked', () => {
    const list = personalList(shop, { goods: 'unsure', market: 'no' });

    expect(list.unsure).toBe(true);
    expect(list.materials.filter(({ status }) => status === 'maybe').map(({ key }) => key)).toEqual([
      'health',
      'storage',
      'lease',
    ]);
    expect(list.situation).toEqual([
      { question: 'goods', text: '卖什么？', answer: 'unsure', label: '不清楚' },
      { question: 'market', text: '在市场里吗？', answer: 'no', label: '不在' },
    ]);
  });

  test('a stop has a message, another item, and no list to be misled by', () => {
    expect(personalList(shop, { market: 'yes' })).toMatchObject({
      stop: { message: '市场内的摊位由市场统一申请', insteadItem: 'market-permit' },
      materials: [],
      notNeeded: [],
    });
  });

  test('an item without questions has its list at once', () => {
    expect(personalList(anItem(), {}).materials.map(({ status }) => status)).toEqual(['needed']);
    expect(askedQuestion(anItem(), {})).toBeUndefined();
  });
});

describe('the questions', () => {
  test('each says its number, and of how many at most', () => {
    const numbers = (answers: Record<string, string>) => {
      const asked = askedQuestion(shop, answers);
      return asked && `${asked.key} ${asked.step}/${asked.of}`;
    };

    expect(numbers({})).toBe('goods 1/3');
    expect(numbers({ goods: 'clothes' })).toBe('market 2/2');
    expect(numbers({ goods: 'food' })).toBe('cooked 2/3');
    expect(numbers({ goods: 'food', cooked: 'no', market: 'no' })).toBeUndefined();
  });

  test('answers that rule each other out are named', () => {
    expect(contradictions(shop, { goods: 'clothes', cooked: 'yes' }).map(({ key }) => key)).toEqual(['cooked']);
    expect(contradictions(shop, { goods: 'food', cooked: 'yes' })).toEqual([]);
  });
});

test('an address is read kindly: what is unknown or out of date is left out and said', () => {
  const { answers, ignored } = answersFromQuery(shop, {
    region: '690102000000',
    'q-goods': 'clothes',
    'q-cooked': 'yes',
    'q-market': 'maybe',
    'q-colour': 'red',
    'q-': '',
    'q-__proto__': ['a', 'b'],
  });

  expect(answers).toEqual({ goods: 'clothes', cooked: 'yes' });
  expect(ignored).toEqual([
    { question: 'market', detail: '“在市场里吗？”没有这个选项，请重新选择' },
    { question: 'colour', detail: '这个事项没有这个问题，已忽略' },
    { question: '', detail: '这个事项没有这个问题，已忽略' },
    { question: '__proto__', detail: '这个事项没有这个问题，已忽略' },
    { question: 'cooked', detail: '按其他回答，“现做现卖吗？”不再适用，已忽略' },
  ]);
});
