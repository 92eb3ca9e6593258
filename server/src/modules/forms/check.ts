import { type Condition, conditionFault, testsOf } from '../../kernel/condition.ts';
import type { FieldError, FormDefinition, FormField, FormSection } from './contract.ts';
import { type FieldSchema, fieldsOf, schemaAt, sectionsOf } from './fields.ts';
import { checkSchema } from './subset.ts';

/** What stands in the way of publishing a form, by pointer into the form document. `asks` knows the questions whose answers it may read. */
export function checkForm(form: FormDefinition, asks: ReadonlyMap<string, readonly string[]>): FieldError[] {
  const faults = checkSchema(form.schema);
  return faults.length > 0 ? faults : [...checkPages(form), ...checkConditions(form, asks)];
}

/** Every field shows a value of the schema, every value of the schema has one field, and each is shown in a way that fits it. */
function checkPages(form: FormDefinition): FieldError[] {
  const faults: FieldError[] = [];
  const placed = new Map<string, string>();
  const keys = new Set<string>();
  for (const { section, pointer } of placesOf(form)) {
    if (keys.has(section.key)) faults.push({ pointer: `${pointer}/key`, detail: `有两节都叫 ${section.key}` });
    keys.add(section.key);
    const base = section.repeat ? `${section.repeat.pointer}/0` : '';
    if (section.repeat && schemaAt(form, base)?.type !== 'object')
      faults.push({ pointer: `${pointer}/repeat/pointer`, detail: 'schema 中对应的应为对象的列表' });
    for (const [at, field] of section.fields.entries()) {
      const own = `${pointer}/fields/${at}`;
      const target = base + field.pointer;
      const schema = schemaAt(form, target);
      if (schema === undefined) faults.push({ pointer: `${own}/pointer`, detail: `schema 中没有 ${target}` });
      else faults.push(...checkWidget(field, schema, own));
      if (placed.has(target)) faults.push({ pointer: `${own}/pointer`, detail: `与 ${placed.get(target)} 重复` });
      placed.set(target, own);
    }
  }
  for (const leaf of leavesOf(form.schema as unknown as FieldSchema))
    if (!placed.has(leaf)) faults.push({ pointer: '/schema', detail: `${leaf} 没有对应的填写项` });
  return faults;
}

const widgetFits: Record<FormField['widget'], (schema: FieldSchema) => boolean> = {
  text: ({ type }) => type === 'string',
  textarea: ({ type }) => type === 'string',
  address: ({ type }) => type === 'string',
  number: ({ type }) => type === 'number' || type === 'integer',
  date: ({ type, format }) => type === 'string' && format === 'date',
  radios: ({ type, enum: values }) => type === 'string' && values !== undefined,
  select: ({ type, enum: values }) => type === 'string' && values !== undefined,
  checks: ({ type, items }) => type === 'array' && items?.type === 'string' && items.enum !== undefined,
  'yes-no': ({ type }) => type === 'boolean',
};

function checkWidget(field: FormField, schema: FieldSchema, pointer: string): FieldError[] {
  if (!widgetFits[field.widget](schema))
    return [{ pointer: `${pointer}/widget`, detail: `${field.widget} 不适合 schema 中的类型` }];
  const values = schema.enum ?? schema.items?.enum;
  const worded = field.options?.map((option) => option.value);
  if (values === undefined && worded === undefined) return [];
  const missing = (values ?? []).filter((value) => !worded?.some((word) => word === value));
  const extra = (worded ?? []).filter((word) => !values?.includes(word));
  return [
    ...missing.map((value) => ({ pointer: `${pointer}/options`, detail: `缺少“${value}”的文字` })),
    ...extra.map((value) => ({ pointer: `${pointer}/options`, detail: `schema 中没有“${value}”这个值` })),
  ];
}

/** A condition reads questions of the guide and fields that come before it; inside a repeated section also earlier fields of the row. */
function checkConditions(form: FormDefinition, asks: ReadonlyMap<string, readonly string[]>): FieldError[] {
  const readable = new Map<string, readonly unknown[] | undefined>();
  for (const [key, options] of asks) readable.set(`/situation/${key}`, options);
  const faults: FieldError[] = [];
  for (const { section, pointer } of placesOf(form)) {
    const row = new Map<string, readonly unknown[] | undefined>();
    faults.push(...conditionFaults(section.when, `${pointer}/when`, readable));
    for (const [at, field] of section.fields.entries()) {
      faults.push(...conditionFaults(field.when, `${pointer}/fields/${at}/when`, new Map([...readable, ...row])));
      const { repeat } = section;
      const schema = schemaAt(form, repeat ? `${repeat.pointer}/0${field.pointer}` : field.pointer);
      (repeat ? row : readable).set(
        `${repeat ? '/row' : '/form'}${field.pointer}`,
        schema?.enum ?? schema?.items?.enum,
      );
    }
  }
  return faults;
}

/** What is wrong with a condition that may read those references; where a reference has a fixed set of values, only those can be tested. */
export function conditionFaults(
  when: Condition | undefined,
  pointer: string,
  readable: ReadonlyMap<string, readonly unknown[] | undefined>,
): FieldError[] {
  if (when === undefined) return [];
  const fault = conditionFault(when);
  if (fault !== undefined) return [{ pointer, detail: fault }];
  return testsOf(when).flatMap(({ ref, values }) => {
    if (!readable.has(ref)) return [{ pointer, detail: `条件引用的 ${ref} 不存在，或排在它后面` }];
    const possible = readable.get(ref);
    const impossible = possible === undefined ? [] : values.filter((value) => !possible.includes(value));
    return impossible.map((value) => ({ pointer, detail: `${ref} 没有“${value}”这个答案` }));
  });
}

const placesOf = (form: FormDefinition): { section: FormSection; pointer: string }[] =>
  form.pages.flatMap((page, p) =>
    page.sections.map((section, s) => ({ section, pointer: `/pages/${p}/sections/${s}` })),
  );

/** Pointers of the values a person fills in; of a list of rows, those of its first row. */
function leavesOf(schema: FieldSchema, pointer = ''): string[] {
  if (schema.type === 'object')
    return Object.entries(schema.properties ?? {}).flatMap(([name, child]) => leavesOf(child, `${pointer}/${name}`));
  return schema.type === 'array' && schema.items?.type === 'object'
    ? leavesOf(schema.items, `${pointer}/0`)
    : [pointer];
}

/** Keys of the form's sections, which review points may be about. */
export const sectionKeys = (form: FormDefinition): string[] => sectionsOf(form).map(({ section }) => section.key);

/** What a condition outside the form may read of it, with the values a choice can have. */
export const readableFields = (form: FormDefinition): Map<string, readonly unknown[] | undefined> =>
  new Map(
    sectionsOf(form)
      .filter(({ section }) => section.repeat === undefined)
      .flatMap(({ page, section }) => fieldsOf(form, page, section))
      .map(({ pointer, schema }) => [`/form${pointer}`, schema.enum ?? schema.items?.enum]),
  );
