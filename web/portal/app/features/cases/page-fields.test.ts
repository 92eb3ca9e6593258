import type { MyCaseView } from '@tongban/server/contract/cases';
import { expect, test } from 'vitest';
import { asksMore, errorsOn } from './page-fields.ts';
import { placeOf, stepOfMissing, stepsOf } from './steps.ts';

const field = (pointer: string, when?: object) => ({ pointer, label: pointer, widget: 'text', ...(when && { when }) });
const form = {
  schema: {},
  pages: [
    {
      key: 'shop',
      title: '店铺',
      sections: [
        {
          key: 'shop',
          title: '店铺',
          fields: [field('/shop/name'), field('/shop/lease', { eq: ['/form/shop/name', '租'] })],
        },
      ],
    },
    {
      key: 'staff',
      title: '人员',
      sections: [
        {
          key: 'staff',
          title: '人员',
          repeat: { pointer: '/staff', min: 1, max: 3, rowTitle: '人员' },
          fields: [field('/name')],
        },
      ],
    },
    {
      key: 'kitchen',
      title: '厨房',
      sections: [
        {
          key: 'kitchen',
          title: '厨房',
          when: { eq: ['/situation/kind', 'catering'] },
          fields: [field('/kitchen/area')],
        },
      ],
    },
  ],
};
const view = (answers: object, situation: object = {}) =>
  ({ id: 'x', form, answers, situation, item: { key: 'shop' }, regionCode: '690102000000' }) as unknown as MyCaseView;
const titles = { materials: '材料', check: '核对' };

test('an answer that brings a question is noticed, a second row of the same questions is not', () => {
  const before = view({ shop: { name: '买' } });

  expect(asksMore(before, view({ shop: { name: '租' } }), 'shop')).toBe(true);
  expect(asksMore(before, view({ staff: [{ name: '甲' }, { name: '乙' }] }), 'staff')).toBe(false);
});

test('only what is wrong on the page itself is shown on it', () => {
  const errors = ['/shop/name', '/staff', '/staff/0/name'].map((pointer) => ({ pointer, detail: pointer }));

  expect(errorsOn(view({}), 'shop', errors).map((e) => e.pointer)).toEqual(['/shop/name']);
  expect(errorsOn(view({}), 'staff', errors).map((e) => e.pointer)).toEqual(['/staff', '/staff/0/name']);
});

test('the steps are the pages that apply, the materials and the check', () => {
  const steps = stepsOf(view({}), titles);

  expect(steps.map(({ title }) => title)).toEqual(['店铺', '人员', '材料', '核对']);
  expect(stepsOf(view({}, { kind: 'catering' }), titles)).toHaveLength(5);
  expect(placeOf(steps, '/my/cases/x/materials')).toMatchObject({
    number: 3,
    of: 4,
    before: { title: '人员' },
    after: { title: '核对' },
  });
});

test('what is missing leads to the step where it is mended', () => {
  expect(stepOfMissing(view({}), '/form/staff/0/name')).toBe('/my/cases/x/form/staff#/staff/0/name');
  expect(stepOfMissing(view({}), '/materials/photo')).toBe('/my/cases/x/materials#photo');
  expect(stepOfMissing(view({}), '/situation/kind')).toMatch(/^\/items\/shop\?region=690102000000#questions$/);
});
