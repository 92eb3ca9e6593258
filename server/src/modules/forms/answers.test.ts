import { expect, test } from 'vitest';
import { shopForm } from '../../../test/shop-form.ts';
import { answersFromForm, withPage } from './answers.ts';
import { validateAnswers } from './validate.ts';

const posted = (text: string) => answersFromForm(shopForm, new URLSearchParams(text));

test('a posted form becomes answers of the right types', () => {
  const answers = posted(
    '/shop/name=小店&/shop/area=1,085.50&/shop/tenure=own&/shop/open=false&/shop/goods=food&/shop/goods=drink&/kitchen/area=',
  );

  expect(answers).toEqual({
    shop: { name: '小店', area: 1085.5, tenure: 'own', open: false, goods: ['food', 'drink'] },
  });
});

test('a date in three boxes becomes one, also when it is not finished', () => {
  const boxes = (year: string, month: string, day: string) =>
    posted(`/shop/leaseEnd=${year}&/shop/leaseEnd=${month}&/shop/leaseEnd=${day}`);

  expect(boxes('2027', '2', '3')).toEqual({ shop: { leaseEnd: '2027-2-3' } });
  expect(boxes('2027', '', '3')).toEqual({ shop: { leaseEnd: '2027--3' } });
  expect(boxes('', ' ', '')).toEqual({});
});

test('rows are numbered anew and rows left empty are gone', () => {
  const answers = posted(
    '/partners/0/name=&/partners/0/kind=&/partners/2/name=测试乙&/partners/1/name=测试甲&/partners/1/kind=firm',
  );

  expect(answers).toEqual({ partners: [{ name: '测试甲', kind: 'firm' }, { name: '测试乙' }] });
});

test('what cannot be read as its type is kept for the sentence that says so', () => {
  const answers = posted('/shop/area=很大&/shop/open=也许');

  const { errors } = validateAnswers(shopForm, {}, answers, 'shop', { today: '2026-11-21', demo: false });

  expect(answers).toEqual({ shop: { area: '很大', open: '也许' } });
  expect(errors).toContainEqual({ pointer: '/shop/area', detail: '使用面积应为数字，如 120 或 85.5，请重新填写' });
});

test('names the form does not have, and rows beyond the maximum, are refused by validation', () => {
  const answers = posted('/shop/state=granted&/partners/9/name=甲&/__proto__/x=1&_version=7');

  const { errors } = validateAnswers(shopForm, {}, answers, 'none', { today: '2026-11-21', demo: false });

  expect(errors.map(({ pointer }) => pointer)).toEqual(['/~1shop~1state', '/~1partners~19~1name', '/~1__proto__~1x']);
  expect(Object.hasOwn(answers, '_version')).toBe(false);
});

test('saving one page leaves the others as they were and forgets what was unticked or taken out', () => {
  const saved = {
    shop: { name: '小店', goods: ['food', 'drink'] },
    partners: [{ name: '测试甲' }, { name: '测试乙' }],
  };

  expect(withPage(shopForm, 'shop', saved, { shop: { name: '大店' } })).toEqual({
    shop: { name: '大店' },
    partners: saved.partners,
  });
  expect(withPage(shopForm, 'people', saved, {})).toEqual({ shop: saved.shop });
});
