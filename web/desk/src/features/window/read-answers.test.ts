import type { FormDefinition } from '@tongban/server/contract/forms';
import { describe, expect, test } from 'vitest';
import { readAnswers, withEveryGroup, withoutRow } from './read-answers.ts';

const field = (pointer: string, widget: string, more: object = {}) =>
  ({ pointer, label: pointer, widget, purpose: '审查', sensitivity: 'public', ...more }) as never;

const form: FormDefinition = {
  schema: {
    type: 'object',
    properties: {
      shop: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          area: { type: 'number' },
          openedOn: { type: 'string', format: 'date' },
          networked: { type: 'boolean' },
          site: { type: 'string' },
          kinds: { type: 'array', items: { enum: ['hot', 'cold'] } },
        },
      },
      staff: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
    },
  },
  pages: [
    {
      key: 'shop',
      title: '经营场所',
      sections: [
        {
          key: 'shop',
          title: '经营场所',
          fields: [
            field('/shop/name', 'text'),
            field('/shop/area', 'number'),
            field('/shop/openedOn', 'date'),
            field('/shop/networked', 'yes-no'),
            field('/shop/site', 'text', { when: { eq: ['/form/shop/networked', true] } }),
            field('/shop/kinds', 'checks'),
          ],
        },
        {
          key: 'staff',
          title: '从业人员',
          repeat: { pointer: '/staff', min: 1, max: 5, rowTitle: '人员' },
          fields: [field('/name', 'text')],
        },
      ],
    },
  ],
};

const posted = (entries: [string, string][]): FormData => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

const read = (entries: [string, string][], known = {}) => readAnswers(form, {}, known, {}, posted(entries));

describe('what a clerk typed becomes answers', () => {
  test('numbers, dates, choices and yes or no take their own types', () => {
    const answers = read([
      ['/shop/name', '示例小馆'],
      ['/shop/area', '１，086.5'],
      ['/shop/openedOn', '2026'],
      ['/shop/openedOn', '9'],
      ['/shop/openedOn', '1'],
      ['/shop/networked', 'false'],
      ['/shop/kinds', 'hot'],
      ['/shop/kinds', 'cold'],
    ]);

    expect(answers).toEqual({
      shop: { name: '示例小馆', area: 1086.5, openedOn: '2026-9-1', networked: false, kinds: ['hot', 'cold'] },
    });
  });

  test('what is no number stays as typed, so that the server can say what is wrong with it', () => {
    expect(read([['/shop/area', '大约八十']])).toEqual({ shop: { area: '大约八十' } });
  });

  test('empty boxes are no answers', () => {
    expect(
      read([
        ['/shop/name', '  '],
        ['/shop/openedOn', ''],
        ['/shop/openedOn', ''],
        ['/shop/openedOn', ''],
      ]),
    ).toEqual({});
  });

  test('a half-typed date is kept as it is', () => {
    expect(
      read([
        ['/shop/openedOn', '2026'],
        ['/shop/openedOn', ''],
        ['/shop/openedOn', ''],
      ]),
    ).toEqual({ shop: { openedOn: '2026--' } });
  });

  test('a box that does not show is not read', () => {
    const entries: [string, string][] = [
      ['/shop/networked', 'false'],
      ['/shop/site', 'shop.example'],
    ];

    expect(read(entries, { shop: { networked: false } })).toEqual({ shop: { networked: false } });
  });

  test('rows keep their order', () => {
    const entries: [string, string][] = [
      ['/staff/0/name', '甲'],
      ['/staff/1/name', '乙'],
    ];

    expect(read(entries, { staff: [{ name: '甲' }, { name: '乙' }] })).toEqual({
      staff: [{ name: '甲' }, { name: '乙' }],
    });
  });
});

test('a row that was left empty before a filled one stays a row', () => {
  expect(read([['/staff/1/name', '乙']], { staff: [{}, {}] })).toEqual({ staff: [{}, { name: '乙' }] });
});

test('a group that was emptied is sent as empty, or what was saved before would stay', () => {
  expect(withEveryGroup(form, { staff: [{ name: '甲' }] })).toEqual({ shop: {}, staff: [{ name: '甲' }] });
});

test('taking out a row moves the following ones up', () => {
  const answers = { staff: [{ name: '甲' }, { name: '乙' }, { name: '丙' }] };

  expect(withoutRow(answers, '/staff/1')).toEqual({ staff: [{ name: '甲' }, { name: '丙' }] });
  expect(answers.staff).toHaveLength(3);
});
