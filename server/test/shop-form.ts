import type { FormDefinition } from '../src/modules/forms/contract.ts';

/** A small form with one of each: a choice, a number with a unit, a field and a section that show on condition, repeated rows. */
export const shopForm: FormDefinition = {
  schema: {
    type: 'object',
    properties: {
      shop: {
        type: 'object',
        properties: {
          name: { type: 'string', maxLength: 10 },
          area: { type: 'number', exclusiveMinimum: 0, maximum: 500, multipleOf: 0.01 },
          tenure: { type: 'string', enum: ['own', 'rent'] },
          leaseEnd: { type: 'string', format: 'date' },
          open: { type: 'boolean' },
          goods: { type: 'array', items: { type: 'string', enum: ['food', 'drink'] }, minItems: 1, uniqueItems: true },
        },
        required: ['name', 'area', 'tenure', 'leaseEnd', 'open', 'goods'],
        additionalProperties: false,
      },
      kitchen: { type: 'object', properties: { area: { type: 'number' } }, required: ['area'] },
      partners: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            name: { type: 'string', format: 'person-name' },
            kind: { type: 'string', enum: ['person', 'firm'] },
            idNumber: { type: 'string', format: 'citizen-id' },
          },
          required: ['name', 'kind', 'idNumber'],
          additionalProperties: false,
        },
      },
    },
    required: ['shop', 'kitchen', 'partners'],
    additionalProperties: false,
  },
  pages: [
    {
      key: 'shop',
      title: '店铺',
      sections: [
        {
          key: 'shop',
          title: '店铺',
          fields: [
            field('/shop/name', '店名', 'text'),
            { ...field('/shop/area', '使用面积', 'number'), unit: '平方米' },
            { ...field('/shop/tenure', '场所来源', 'radios'), options: options('own', 'rent') },
            { ...field('/shop/leaseEnd', '租期', 'date'), when: { eq: ['/form/shop/tenure', 'rent'] } },
            field('/shop/open', '是否营业', 'yes-no'),
            { ...field('/shop/goods', '经营品种', 'checks'), options: options('food', 'drink') },
          ],
        },
        {
          key: 'kitchen',
          title: '操作间',
          when: { eq: ['/situation/business', 'catering'] },
          fields: [field('/kitchen/area', '操作间面积', 'number')],
        },
      ],
    },
    {
      key: 'people',
      title: '人员',
      sections: [
        {
          key: 'partners',
          title: '合伙人',
          repeat: { pointer: '/partners', min: 1, max: 3, rowTitle: '合伙人' },
          fields: [
            field('/name', '姓名', 'text'),
            { ...field('/kind', '类型', 'radios'), options: options('person', 'firm') },
            { ...field('/idNumber', '身份证号码', 'text'), when: { eq: ['/row/kind', 'person'] } },
          ],
        },
      ],
    },
  ],
};

function field(pointer: string, label: string, widget: 'text' | 'number' | 'radios' | 'date' | 'yes-no' | 'checks') {
  return { pointer, label, widget, purpose: '办理本事项', sensitivity: 'public' as const };
}

function options(...values: string[]) {
  return values.map((value) => ({ value, label: value }));
}
