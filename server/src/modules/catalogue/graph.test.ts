import { describe, expect, test } from 'vitest';
import { anItem } from '../../../test/items.ts';
import type { ItemDefinition, SituationQuestion } from './contract.ts';
import { checkGraph, pathsOf, situationOf } from './graph.ts';

const question = (key: string, values: string[], when?: SituationQuestion['when']): SituationQuestion => ({
  key,
  text: `问题 ${key}？`,
  options: values.map((value) => ({ value, label: value })),
  ...(when && { when }),
});
const material = (key: string, when?: ItemDefinition['materials'][number]['when']) => ({
  key,
  name: key,
  medium: 'EITHER' as const,
  necessity: 'REQUIRED' as const,
  ...(when && { when }),
});

const stall = anItem({
  questions: [
    question('goods', ['food', 'clothes']),
    question('cooked', ['yes', 'no'], { eq: ['/situation/goods', 'food'] }),
    question('place', ['street', 'market']),
  ],
  stops: [{ when: { eq: ['/situation/place', 'market'] }, message: '市场内的摊位不用办许可' }],
  materials: [
    material('application'),
    material('health-certificate', { eq: ['/situation/cooked', 'yes'] }),
    material('location-map', { eq: ['/situation/place', 'street'] }),
  ],
});

describe('walking the questions', () => {
  test('questions come in their order and only where they apply', () => {
    expect(situationOf(stall, {}).next?.key).toBe('goods');
    expect(situationOf(stall, { goods: 'food' }).next?.key).toBe('cooked');
    expect(situationOf(stall, { goods: 'clothes' }).next?.key).toBe('place');
    expect(situationOf(stall, { goods: 'clothes', place: 'street' }).next).toBeUndefined();
  });

  test('a stop ends the questions', () => {
    const { stop, next } = situationOf(stall, { place: 'market' });

    expect(stop?.message).toBe('市场内的摊位不用办许可');
    expect(next).toBeUndefined();
  });

  test('what hangs on 不清楚 is not asked, and stays open', () => {
    const { next, unsure, facts } = situationOf(stall, { goods: 'unsure' });

    expect(next?.key).toBe('place');
    expect(unsure).toEqual(['goods']);
    expect(facts.situation).toEqual({});
  });

  test('an answer whose question no longer applies counts for nothing', () => {
    const { facts, idle } = situationOf(stall, { goods: 'clothes', cooked: 'yes' });

    expect(facts.situation).toEqual({ goods: 'clothes', cooked: null });
    expect(idle).toEqual(['cooked']);
  });

  test('answers nobody offered are no answers', () => {
    expect(situationOf(stall, { goods: 'gold', constructor: 'yes' }).next?.key).toBe('goods');
  });

  test('every way through is walked once', () => {
    const ways = [...pathsOf(stall)].map(
      ({ answers, stop }) => `${Object.values(answers).join(' ')}${stop ? ' ×' : ''}`,
    );

    expect(ways).toEqual([
      'food yes street',
      'food yes market ×',
      'food no street',
      'food no market ×',
      'clothes street',
      'clothes market ×',
    ]);
  });
});

describe('what stands in the way of publication', () => {
  test('a sound graph has nothing wrong', () => {
    expect(checkGraph(stall)).toEqual([]);
  });

  test.each<[string, Partial<ItemDefinition>, string, string]>([
    [
      'a question that can never be asked',
      {
        questions: [
          question('goods', ['food', 'clothes']),
          question('cooked', ['yes', 'no'], {
            all: [{ eq: ['/situation/goods', 'food'] }, { eq: ['/situation/goods', 'clothes'] }],
          }),
        ],
        stops: [],
        materials: [],
      },
      '/questions/1',
      '无论怎么回答都问不到这个问题',
    ],
    [
      'a material that is never needed',
      {
        materials: [
          material('map', { all: [{ eq: ['/situation/goods', 'clothes'] }, { eq: ['/situation/cooked', 'yes'] }] }),
        ],
      },
      '/materials/0',
      '无论怎么回答都用不到这份材料',
    ],
    [
      'a stop nobody meets',
      {
        stops: [
          {
            when: { all: [{ eq: ['/situation/goods', 'clothes'] }, { eq: ['/situation/cooked', 'no'] }] },
            message: '不用办',
          },
        ],
      },
      '/stops/0',
      '无论怎么回答都到不了这个出口',
    ],
    [
      'a dead end on every way',
      {
        questions: [question('goods', ['food', 'clothes'])],
        stops: [{ when: { known: '/situation/goods' }, message: '不用办' }],
        materials: [],
      },
      '/stops',
      '无论怎么回答都办不了，没有一条路通向材料清单',
    ],
    [
      'a condition on a later question',
      {
        questions: [question('a', ['x', 'y'], { eq: ['/situation/b', 'x'] }), question('b', ['x', 'y'])],
        stops: [],
        materials: [],
      },
      '/questions/0/when',
      '条件引用的 /situation/b 不存在，或排在它后面',
    ],
    [
      'an answer nobody can give',
      { materials: [material('map', { eq: ['/situation/goods', 'gold'] })] },
      '/materials/0/when',
      '/situation/goods 没有“gold”这个答案',
    ],
    ['one key for two materials', { materials: [material('map'), material('map')] }, '/materials/1/key', '“map”重复'],
    [
      'an option that takes the place of 不清楚',
      { questions: [question('goods', ['food', 'unsure'])], stops: [], materials: [] },
      '/questions/0/options',
      '“unsure”留给“不清楚”，每个问题自带，不用写',
    ],
    [
      'a review point about a material that is not there',
      {
        reviewPoints: [
          {
            key: 'seal',
            scope: { material: 'seal' },
            question: '盖章了吗？',
            standard: '已盖章',
            defectTemplate: '未盖章',
          },
        ],
      },
      '/reviewPoints/0/scope/material',
      '材料清单中没有“seal”',
    ],
    [
      'a review point about a section that is not there',
      {
        reviewPoints: [
          {
            key: 'name',
            scope: { section: 'owner' },
            question: '姓名对吗？',
            standard: '一致',
            defectTemplate: '不一致',
          },
        ],
      },
      '/reviewPoints/0/scope/section',
      '表单中没有“owner”这一节',
    ],
  ])('%s', (_, change, pointer, detail) => {
    expect(checkGraph({ ...stall, ...change })).toContainEqual({ pointer, detail });
  });

  test('more ways than anybody can check', () => {
    const questions = Array.from({ length: 13 }, (_, n) => question(`q${n}`, ['x', 'y']));

    expect(checkGraph({ ...stall, questions, stops: [], materials: [] })).toEqual([
      { pointer: '/questions', detail: '问题组合超过 5000 种，请减少问题或拆成几个事项' },
    ]);
  });
});
