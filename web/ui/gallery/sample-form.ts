import type { FormDefinition, FormField } from '@tongban/server/contract/forms';

const field = (
  pointer: string,
  label: string,
  widget: FormField['widget'],
  more: Partial<FormField> = {},
): FormField => ({
  pointer,
  label,
  widget,
  purpose: '载入许可证',
  sensitivity: 'public',
  ...more,
});

/** A form with every widget, a field that appears on an answer, a section that depends on the situation, and repeated rows. */
export const sampleForm: FormDefinition = {
  schema: {
    type: 'object',
    required: ['shop', 'staff'],
    properties: {
      operator: {
        type: 'object',
        properties: { name: { type: 'string' }, mobile: { type: 'string', format: 'mobile' } },
      },
      shop: {
        type: 'object',
        required: ['name', 'address', 'area', 'tenure', 'goods', 'ownKitchen'],
        properties: {
          name: { type: 'string' },
          address: { type: 'string' },
          street: { type: 'string', enum: ['xialin', 'longqiao'] },
          area: { type: 'number' },
          tenure: { type: 'string', enum: ['own', 'rent'] },
          leaseEnd: { type: 'string', format: 'date' },
          goods: { type: 'array', items: { type: 'string', enum: ['hot', 'cold', 'drinks'] } },
          ownKitchen: { type: 'boolean' },
          remark: { type: 'string' },
        },
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema's word
        allOf: [{ if: { properties: { tenure: { const: 'rent' } } }, then: { required: ['leaseEnd'] } }],
      },
      stove: { type: 'object', required: ['count'], properties: { count: { type: 'integer' } } },
      staff: {
        type: 'array',
        items: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string' },
            role: { type: 'string', enum: ['cook', 'other'] },
            certificate: { type: 'string' },
          },
        },
      },
    },
  },
  pages: [
    {
      key: 'shop',
      title: '店铺',
      sections: [
        {
          key: 'operator',
          title: '经营者',
          fields: [
            field('/operator/name', '单位名称', 'text'),
            field('/operator/mobile', '联系手机号码', 'text', {
              purpose: '告知办理进度',
              sensitivity: 'identifying',
              autocomplete: 'tel',
            }),
          ],
        },
        {
          key: 'shop',
          title: '经营场所',
          hint: '和门头招牌、租赁合同上的一致。',
          fields: [
            field('/shop/name', '店名', 'text'),
            field('/shop/street', '所在街道', 'select', {
              options: [
                { value: 'xialin', label: '霞林街道' },
                { value: 'longqiao', label: '龙桥街道' },
              ],
            }),
            field('/shop/address', '详细地址', 'address', { autocomplete: 'street-address' }),
            field('/shop/area', '经营面积', 'number', { unit: '平方米' }),
            field('/shop/tenure', '场所来源', 'radios', {
              options: [
                { value: 'own', label: '自有' },
                { value: 'rent', label: '租赁' },
              ],
            }),
            field('/shop/leaseEnd', '租赁到期日', 'date', { when: { eq: ['/form/shop/tenure', 'rent'] } }),
            field('/shop/goods', '经营项目', 'checks', {
              options: [
                { value: 'hot', label: '热食类食品制售' },
                { value: 'cold', label: '冷食类食品制售', hint: '需要专用操作间' },
                { value: 'drinks', label: '自制饮品制售' },
              ],
            }),
            field('/shop/ownKitchen', '是否有独立操作间', 'yes-no'),
            field('/shop/remark', '其他说明', 'textarea'),
          ],
        },
        {
          key: 'stove',
          title: '灶台',
          when: { eq: ['/situation/business', 'catering'] },
          fields: [field('/stove/count', '灶台数', 'number', { unit: '个' })],
        },
      ],
    },
    {
      key: 'staff',
      title: '人员',
      sections: [
        {
          key: 'staff',
          title: '从业人员',
          repeat: { pointer: '/staff', min: 1, max: 3, rowTitle: '从业人员' },
          fields: [
            field('/name', '姓名', 'text', { purpose: '核对健康证明', sensitivity: 'personal' }),
            field('/role', '岗位', 'radios', {
              options: [
                { value: 'cook', label: '厨师' },
                { value: 'other', label: '其他' },
              ],
            }),
            field('/certificate', '健康证明编号', 'text', { when: { eq: ['/row/role', 'cook'] } }),
          ],
        },
      ],
    },
  ],
};

export const sampleAnswers = {
  operator: { name: '云州某某餐饮有限公司', mobile: '10000000001' },
  shop: {
    name: '小巷面馆',
    street: 'xialin',
    address: '霞林街道示例路 1 号',
    area: 86.5,
    tenure: 'rent',
    leaseEnd: '2029-06-30',
    goods: ['hot', 'drinks'],
    ownKitchen: false,
  },
  stove: { count: 2 },
  staff: [
    { name: '测试甲', role: 'cook', certificate: 'JK-0001' },
    { name: '测试乙', role: 'other' },
  ],
};
