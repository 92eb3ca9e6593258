import { compileSchema } from './compile.ts';
import { type FieldError, fieldFormats } from './contract.ts';
import type { FieldSchema } from './fields.ts';

/**
 * The keywords that a form's schema may use, by type. No references, no patterns: what an editor writes cannot make us slow. What is
 * required only in some cases may be said with `if` and `then`, several of them under `allOf`, so that the schema is true by itself.
 */
const keywords: Record<FieldSchema['type'], readonly string[]> = {
  object: ['properties', 'required', 'additionalProperties', 'if', 'then', 'else', 'allOf'],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  string: ['minLength', 'maxLength', 'enum', 'const', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  boolean: ['const'],
};
const words = ['$schema', 'type', 'title', 'description'];

/** What in a form's schema we do not accept, by pointer into the form document. */
export function checkSchema(schema: Record<string, unknown>): FieldError[] {
  const faults = checkNode(schema, '/schema');
  if (faults.length > 0) return faults;
  try {
    compileSchema(schema);
    return [];
  } catch {
    return [{ pointer: '/schema', detail: '不是正确的 JSON Schema，请核对各关键字的值' }];
  }
}

function checkNode(schema: unknown, pointer: string): FieldError[] {
  if (typeof schema !== 'object' || schema === null) return [{ pointer, detail: '应为 JSON Schema 对象' }];
  const { type, properties, items, format, additionalProperties } = schema as Record<string, unknown>;
  if (typeof type !== 'string' || !Object.hasOwn(keywords, type))
    return [{ pointer, detail: '请写明 type，且只能是一种' }];
  if (pointer === '/schema' && type !== 'object') return [{ pointer, detail: '最外层应为 object' }];
  const allowed = [...words, ...keywords[type as FieldSchema['type']]];
  const faults = Object.keys(schema)
    .filter((keyword) => !allowed.includes(keyword))
    .map((keyword) => ({ pointer: `${pointer}/${keyword}`, detail: `${type} 不能使用 ${keyword}` }));
  if (additionalProperties !== undefined && additionalProperties !== false)
    faults.push({ pointer: `${pointer}/additionalProperties`, detail: '不能接受表单以外的内容，只能为 false' });
  if (format !== undefined && !fieldFormats.some((known) => known === format))
    faults.push({ pointer: `${pointer}/format`, detail: `格式只能从这些中选择：${fieldFormats.join('、')}` });
  if (type === 'object') {
    for (const [name, child] of Object.entries(properties ?? {}))
      faults.push(...checkNode(child, `${pointer}/properties/${name}`));
    if (properties === undefined) faults.push({ pointer, detail: '请写明 properties' });
    faults.push(...checkCases(schema as ObjectSchema, pointer));
  }
  if (type === 'array') faults.push(...checkNode(items, `${pointer}/items`));
  return faults;
}

type ObjectSchema = Record<string, unknown> & { properties?: Record<string, unknown> };

/** Names that are required exist; `if` tests fixed values of the object's own fields, `then` and `else` only require. */
function checkCases(schema: ObjectSchema, pointer: string): FieldError[] {
  const known = Object.keys(schema.properties ?? {});
  const faults: FieldError[] = [];
  const unknownNames = (names: unknown, at: string) => {
    for (const name of Array.isArray(names) ? names : [])
      if (!known.includes(name)) faults.push({ pointer: at, detail: `properties 中没有 ${String(name)}` });
  };
  unknownNames(schema['required'], `${pointer}/required`);
  const further: unknown[] = Array.isArray(schema['allOf']) ? schema['allOf'] : [];
  const cases = [
    { at: pointer, parts: schema },
    ...further.map((parts, n) => ({ at: `${pointer}/allOf/${n}`, parts })),
  ];
  for (const { at, parts } of cases) {
    const { if: test, then: met, else: unmet, ...foreign } = (parts ?? {}) as ObjectSchema;
    if (parts !== schema && Object.keys(foreign).length > 0)
      faults.push({ pointer: at, detail: 'allOf 的每一项只能含 if、then、else' });
    for (const [branch, content] of [
      ['if', test],
      ['then', met],
      ['else', unmet],
    ] as const) {
      const { required, properties, ...rest } = (content ?? {}) as ObjectSchema;
      unknownNames(required, `${at}/${branch}/required`);
      unknownNames(Object.keys(properties ?? {}), `${at}/${branch}/properties`);
      const tests = Object.values(properties ?? {}).flatMap((value) => Object.keys(value ?? {}));
      const onlyFixed = tests.every((keyword) => ['const', 'enum', 'contains'].includes(keyword));
      if (Object.keys(rest).length > 0 || !onlyFixed || (branch !== 'if' && properties !== undefined))
        faults.push({
          pointer: `${at}/${branch}`,
          detail: 'if 只能用 const、enum、contains 判断本组的值，then 和 else 只能写 required',
        });
    }
  }
  return faults;
}
