import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shopForm } from '../../../test/shop-form.ts';
import type { Answers } from './contract.ts';
import { validateAnswers } from './validate.ts';

const ground = { today: '2026-11-21', demo: false };
const catering = { business: 'catering' };
const judge = (answers: Answers, situation = catering, scope = 'all') =>
  validateAnswers(shopForm, situation, answers, scope, ground);
const sentences = (answers: Answers, situation = catering, scope = 'all') =>
  Object.fromEntries(judge(answers, situation, scope).errors.map(({ pointer, detail }) => [pointer, detail]));

const good = (): { shop: Record<string, unknown>; kitchen: Answers; partners: Record<string, unknown>[] } => ({
  shop: { name: '山间小店', area: 85.5, tenure: 'own', open: true, goods: ['food'] },
  kitchen: { area: 20 },
  partners: [{ name: '测试甲', kind: 'person', idNumber: '11010519491231002X' }],
});

test('a form filled as asked has nothing wrong and is kept as it is', () => {
  expect(judge(good())).toEqual({ answers: good(), errors: [], unknown: [] });
});

test('a group that was emptied is gone, and is no stranger', () => {
  const { answers, unknown } = judge({ ...good(), kitchen: undefined }, { business: 'sale' });

  expect(unknown).toEqual([]);
  expect(answers).not.toHaveProperty('kitchen');
});

test('everything missing is named at once, field by field, in the order of the form', () => {
  expect(judge({}).errors).toEqual([
    { pointer: '/partners', detail: '请至少填写 1 组合伙人' },
    { pointer: '/shop/name', detail: '请填写店名' },
    { pointer: '/shop/area', detail: '请填写使用面积' },
    { pointer: '/shop/tenure', detail: '请选择场所来源' },
    { pointer: '/shop/open', detail: '请选择是否营业' },
    { pointer: '/shop/goods', detail: '请选择经营品种' },
    { pointer: '/kitchen/area', detail: '请填写操作间面积' },
  ]);
});

test.each<[string, (answers: ReturnType<typeof good>) => void, string, string]>([
  [
    'too long',
    (a) => Object.assign(a.shop, { name: '一二三四五六七八九十一' }),
    '/shop/name',
    '店名最多 10 个字，现在是 11 个字，请删减',
  ],
  ['too large', (a) => Object.assign(a.shop, { area: 501 }), '/shop/area', '使用面积不能大于 500 平方米，请核对'],
  ['not above zero', (a) => Object.assign(a.shop, { area: 0 }), '/shop/area', '使用面积应大于 0 平方米，请核对'],
  ['too exact', (a) => Object.assign(a.shop, { area: 1.234 }), '/shop/area', '使用面积最多保留 2 位小数，请核对'],
  [
    'not a number',
    (a) => Object.assign(a.shop, { area: '很大' }),
    '/shop/area',
    '使用面积应为数字，如 120 或 85.5，请重新填写',
  ],
  ['number for text', (a) => Object.assign(a.shop, { name: 7 }), '/shop/name', '店名应为文字，请重新填写'],
  ['object for text', (a) => Object.assign(a.shop, { name: { a: 1 } }), '/shop/name', '店名应为文字，请重新填写'],
  ['no such option', (a) => Object.assign(a.shop, { tenure: 'steal' }), '/shop/tenure', '场所来源请从列出的选项中选择'],
  [
    'no such box',
    (a) => Object.assign(a.shop, { goods: ['food', 'gold'] }),
    '/shop/goods',
    '经营品种请从列出的选项中选择',
  ],
  [
    'a box twice',
    (a) => Object.assign(a.shop, { goods: ['food', 'food'] }),
    '/shop/goods',
    '经营品种中有重复的选项，请去掉重复的',
  ],
  ['neither yes nor no', (a) => Object.assign(a.shop, { open: 'maybe' }), '/shop/open', '是否营业请选择“是”或“否”'],
  ['blank', (a) => Object.assign(a.shop, { name: ' 　' }), '/shop/name', '请填写店名'],
  ['null', (a) => Object.assign(a.shop, { name: null }), '/shop/name', '请填写店名'],
  [
    'a wrong id in a row',
    (a) => Object.assign(a.partners[0]!, { idNumber: '110105194912310021' }),
    '/partners/0/idNumber',
    '合伙人 1：身份证号码最后一位与前 17 位对不上，可能有一位输错，请逐位核对',
  ],
  [
    'too many rows',
    (a) => a.partners.push(...Array.from({ length: 3 }, () => ({ name: '测试乙', kind: 'firm' }))),
    '/partners',
    '合伙人最多填写 3 组，请去掉多余的',
  ],
  ['rows that are none', (a) => Object.assign(a, { partners: { 0: {} } }), '/partners', '合伙人应逐组填写，请重新填写'],
  [
    'an unknown field',
    (a) => Object.assign(a.shop, { owner: '我' }),
    '/shop/owner',
    '表单中没有这一项，请删除后再提交',
  ],
  ['an unknown group', (a) => Object.assign(a, { state: 'granted' }), '/state', '表单中没有这一项，请删除后再提交'],
  [
    'an unknown field in a row',
    (a) => Object.assign(a.partners[0]!, { share: 1 }),
    '/partners/0/share',
    '表单中没有这一项，请删除后再提交',
  ],
  ['a row that is text', (a) => a.partners.push('测试' as never), '/partners/1', '表单中没有这一项，请删除后再提交'],
])('%s is said at the field and nowhere else', (_, spoil, pointer, detail) => {
  const answers = good();

  spoil(answers);

  expect(sentences(answers)[pointer]).toBe(detail);
});

describe('what does not show in this situation', () => {
  test('is dropped with its value and not required', () => {
    const answers = { ...good(), shop: { ...good().shop, leaseEnd: '2027-01-01' } };

    const judged = judge(answers, { business: 'retail' });

    expect(judged.errors).toEqual([]);
    expect(judged.answers).toEqual({ shop: good().shop, partners: good().partners });
  });

  test('becomes required when an earlier answer makes it show', () => {
    expect(sentences({ ...good(), shop: { ...good().shop, tenure: 'rent' } })).toEqual({
      '/shop/leaseEnd': '请填写租期',
    });
  });

  test('is judged row by row', () => {
    const partners = [
      { name: '测试甲', kind: 'firm', idNumber: '丢掉' },
      { name: '测试乙', kind: 'person' },
    ];

    const judged = judge({ ...good(), partners });

    expect(judged.errors).toEqual([{ pointer: '/partners/1/idNumber', detail: '合伙人 2：请填写身份证号码' }]);
    expect(judged.answers['partners']).toEqual([{ name: '测试甲', kind: 'firm' }, partners[1]]);
  });
});

describe('one page at a time', () => {
  test('only the page in hand is judged; the rest is tidied and kept', () => {
    const judged = judge(
      { shop: { name: '　小店 ' }, partners: [{ name: '测试甲', kind: 'firm' }] },
      catering,
      'people',
    );

    expect(judged).toEqual({
      answers: { shop: { name: '小店' }, partners: [{ name: '测试甲', kind: 'firm' }] },
      errors: [],
      unknown: [],
    });
  });
});

test('values are stored in their written form', () => {
  const answers = { ...good(), shop: { ...good().shop, tenure: 'rent', leaseEnd: '2027年1月5日' } };
  answers.partners[0]!['idNumber'] = ' １１０１０５ 19491231 002x ';

  const judged = judge(answers);

  expect(judged.errors).toEqual([]);
  expect(judged.answers).toMatchObject({
    shop: { leaseEnd: '2027-01-05' },
    partners: [{ idNumber: '11010519491231002X' }],
  });
});

test('whatever is sent, there is a judgement and never a crash; what is kept passes again unchanged', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.record({
      shop: fc.jsonValue(),
      kitchen: fc.jsonValue(),
      partners: fc.array(fc.oneof(fc.jsonValue(), fc.constant(good().partners[0]))),
    }),
  );
  fc.assert(
    fc.property(anything, (value) => {
      const answers = (typeof value === 'object' && value !== null ? value : { value }) as Answers;

      const judged = judge(answers);

      expect(judge(judged.answers).answers).toEqual(judged.answers);
      for (const { detail } of judged.errors) expect(detail).not.toBe('');
    }),
  );
});

test('names that mean something to JavaScript are only unknown fields', () => {
  const answers = JSON.parse('{"__proto__": {"shop": 1}, "constructor": {"prototype": 1}}') as Answers;

  expect(Object.keys(sentences(answers))).toEqual(expect.arrayContaining(['/__proto__', '/constructor']));
});
