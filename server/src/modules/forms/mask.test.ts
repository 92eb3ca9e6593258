import { expect, test } from 'vitest';
import type { FormDefinition } from './contract.ts';
import { maskAnswers } from './mask.ts';

const form: FormDefinition = {
  schema: {
    type: 'object',
    properties: {
      owner: {
        type: 'object',
        properties: {
          name: { type: 'string', format: 'person-name' },
          id: { type: 'string', format: 'citizen-id' },
          area: { type: 'number' },
        },
      },
      workers: {
        type: 'array',
        items: { type: 'object', properties: { mobile: { type: 'string', format: 'mobile' } } },
      },
    },
  },
  pages: [
    {
      key: 'one',
      title: '一',
      sections: [
        {
          key: 'owner',
          title: '经营者',
          fields: [
            { pointer: '/owner/name', label: '姓名', widget: 'text', purpose: '办理', sensitivity: 'personal' },
            { pointer: '/owner/id', label: '身份证号', widget: 'text', purpose: '办理', sensitivity: 'identifying' },
            { pointer: '/owner/area', label: '面积', widget: 'number', purpose: '办理', sensitivity: 'sensitive' },
          ],
        },
        {
          key: 'workers',
          title: '人员',
          repeat: { pointer: '/workers', min: 0, max: 5, rowTitle: '人员' },
          fields: [{ pointer: '/mobile', label: '手机', widget: 'text', purpose: '联系', sensitivity: 'identifying' }],
        },
      ],
    },
  ],
};

test('identifying and sensitive answers are masked, in rows too, and the original stays as it was', () => {
  const answers = {
    owner: { name: '示例', id: '690102199001010013', area: 3 },
    workers: [{ mobile: '10001234567' }, {}],
  };

  const masked = maskAnswers(form, answers);

  expect(masked).toEqual({
    owner: { name: '示例', id: '6****************3', area: '****' },
    workers: [{ mobile: '100****4567' }, {}],
  });
  expect(answers.owner.id).toBe('690102199001010013');
});
