import type { FormDefinition } from '../forms/contract.ts';

/**
 * What is asked when an item has no form of its own: who applies, how to reach her, and what for. Imported guides have none, and the
 * applicant may choose the window for any item (优化营商环境条例 37), so the window files them with this one.
 */
export const generalForm: FormDefinition = {
  schema: {
    type: 'object',
    properties: {
      applicant: {
        type: 'object',
        properties: {
          name: { type: 'string', minLength: 1, maxLength: 100 },
          phone: { type: 'string', format: 'phone' },
          address: { type: 'string', maxLength: 200 },
        },
        required: ['name', 'phone'],
        additionalProperties: false,
      },
      request: {
        type: 'object',
        properties: { matter: { type: 'string', minLength: 1, maxLength: 500 } },
        required: ['matter'],
        additionalProperties: false,
      },
    },
    required: ['applicant', 'request'],
    additionalProperties: false,
  },
  pages: [
    {
      key: 'general',
      title: '申请信息',
      sections: [
        {
          key: 'applicant',
          title: '申请人',
          fields: [
            {
              pointer: '/applicant/name',
              label: '申请人姓名或单位名称',
              widget: 'text',
              purpose: '确定由谁申请',
              sensitivity: 'personal',
              dataElement: 'name',
            },
            {
              pointer: '/applicant/phone',
              label: '联系电话',
              widget: 'text',
              purpose: '告知办理进度',
              sensitivity: 'identifying',
              dataElement: 'mobile',
            },
            {
              pointer: '/applicant/address',
              label: '联系地址',
              widget: 'address',
              purpose: '送达文书',
              sensitivity: 'personal',
              dataElement: 'address',
            },
          ],
        },
        {
          key: 'request',
          title: '申请内容',
          fields: [
            {
              pointer: '/request/matter',
              label: '申请事由',
              widget: 'textarea',
              hint: '写明要办什么、为谁办。',
              purpose: '确定申请的内容',
              sensitivity: 'public',
            },
          ],
        },
      ],
    },
  ],
};
