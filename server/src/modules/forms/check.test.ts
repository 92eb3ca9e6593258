import { expect, test } from 'vitest';
import { shopForm } from '../../../test/shop-form.ts';
import { checkForm } from './check.ts';
import type { FormDefinition } from './contract.ts';

const asks = new Map([['business', ['catering', 'retail']]]);

test('the sample form can be published', () => {
  expect(checkForm(shopForm, asks)).toEqual([]);
});

interface Loose {
  schema: { properties: Record<string, Record<string, unknown>>; [keyword: string]: unknown };
  pages: { sections: { fields: Record<string, unknown>[]; [key: string]: unknown }[] }[];
}

test.each<[string, (form: Loose) => void, string, string]>([
  [
    'a reference to somewhere else',
    (f) => Object.assign(f.schema.properties['kitchen']!, { $ref: 'https://example.cn/x' }),
    '/schema/properties/kitchen/$ref',
    'object 不能使用 $ref',
  ],
  [
    'a pattern',
    (f) => setName(f, { type: 'string', pattern: '(a+)+$' }),
    '/schema/properties/shop/properties/name/pattern',
    'string 不能使用 pattern',
  ],
  [
    'two types',
    (f) => setName(f, { type: ['string', 'null'] }),
    '/schema/properties/shop/properties/name',
    '请写明 type，且只能是一种',
  ],
  [
    'a format nobody knows',
    (f) => setName(f, { type: 'string', format: 'uri' }),
    '/schema/properties/shop/properties/name/format',
    '格式只能从这些中选择：citizen-id、uscc、mobile、phone、date、email、postcode、person-name、plain',
  ],
  [
    'an open door',
    (f) => Object.assign(f.schema, { additionalProperties: true }),
    '/schema/additionalProperties',
    '不能接受表单以外的内容，只能为 false',
  ],
  [
    'a wrong keyword value',
    (f) => setName(f, { type: 'string', maxLength: -1 }),
    '/schema',
    '不是正确的 JSON Schema，请核对各关键字的值',
  ],
  [
    'a required name that is nowhere',
    (f) => Object.assign(f.schema, { required: ['shop', 'owner'] }),
    '/schema/required',
    'properties 中没有 owner',
  ],
  [
    'a value without a field',
    (f) => Object.assign(f.schema.properties, { note: { type: 'string' } }),
    '/schema',
    '/note 没有对应的填写项',
  ],
  [
    'a field without a value',
    (f) => Object.assign(f.pages[0]!.sections[0]!.fields[0]!, { pointer: '/shop/title' }),
    '/pages/0/sections/0/fields/0/pointer',
    'schema 中没有 /shop/title',
  ],
  [
    'a field twice',
    (f) => f.pages[0]!.sections[1]!.fields.push(f.pages[0]!.sections[0]!.fields[0]!),
    '/pages/0/sections/1/fields/1/pointer',
    '与 /pages/0/sections/0/fields/0 重复',
  ],
  [
    'a widget that does not fit',
    (f) => Object.assign(f.pages[0]!.sections[0]!.fields[0]!, { widget: 'number' }),
    '/pages/0/sections/0/fields/0/widget',
    'number 不适合 schema 中的类型',
  ],
  [
    'an option without words',
    (f) => (f.pages[0]!.sections[0]!.fields[2]!['options'] as unknown[]).pop(),
    '/pages/0/sections/0/fields/2/options',
    '缺少“rent”的文字',
  ],
  [
    'a question nobody asks',
    (f) => Object.assign(f.pages[0]!.sections[1]!, { when: { eq: ['/situation/size', 'big'] } }),
    '/pages/0/sections/1/when',
    '条件引用的 /situation/size 不存在，或排在它后面',
  ],
  [
    'an answer nobody can give',
    (f) => Object.assign(f.pages[0]!.sections[1]!, { when: { eq: ['/situation/business', 'mining'] } }),
    '/pages/0/sections/1/when',
    '/situation/business 没有“mining”这个答案',
  ],
  [
    'a condition on what comes later',
    (f) => Object.assign(f.pages[0]!.sections[0]!.fields[0]!, { when: { known: '/form/shop/area' } }),
    '/pages/0/sections/0/fields/0/when',
    '条件引用的 /form/shop/area 不存在，或排在它后面',
  ],
  [
    'a condition that is none',
    (f) => Object.assign(f.pages[0]!.sections[1]!, { when: { matches: ['/situation/business', 'a'] } }),
    '/pages/0/sections/1/when',
    '没有“matches”这种运算',
  ],
  [
    'two sections of one name',
    (f) => Object.assign(f.pages[0]!.sections[1]!, { key: 'shop' }),
    '/pages/0/sections/1/key',
    '有两节都叫 shop',
  ],
])('%s is refused at its place', (_, spoil, pointer, detail) => {
  const form = structuredClone(shopForm) as unknown as Loose;

  spoil(form);

  expect(checkForm(form as unknown as FormDefinition, asks)).toContainEqual({ pointer, detail });
});

test('what is required only sometimes may be said in the schema itself, in the plainest form', () => {
  const form = structuredClone(shopForm) as unknown as Loose;
  const shop = form.schema.properties['shop']!;
  const rented = '"if": {"properties": {"tenure": {"const": "rent"}}, "required": ["tenure"]}';
  Object.assign(shop, JSON.parse(`{${rented}, "then": {"required": ["leaseEnd"]}}`));
  expect(checkForm(form as unknown as FormDefinition, asks)).toEqual([]);

  Object.assign(shop, JSON.parse('{"then": {"properties": {"name": {"const": "x"}}}}'));
  expect(checkForm(form as unknown as FormDefinition, asks)).toHaveLength(1);
});

function setName(form: Loose, schema: Record<string, unknown>): void {
  (form.schema.properties['shop']!['properties'] as Record<string, unknown>)['name'] = schema;
}
