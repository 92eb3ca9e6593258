import type { FormDefinition, FormField, FormSection } from './contract.ts';

/** The part of JSON Schema 2020-12 that a form may use: a plain tree, no references, no patterns, no combinators. */
export interface FieldSchema {
  type: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  properties?: Record<string, FieldSchema>;
  required?: string[];
  items?: FieldSchema;
  format?: string;
  enum?: unknown[];
}

export interface PlacedField {
  page: string;
  section: FormSection;
  field: FormField;
  /** The row of a repeated section, from 0. */
  row?: number;
  /** Pointer into the answers, row number included. */
  pointer: string;
  schema: FieldSchema;
}

/** Every section with the key of its page, in the order in which people meet them. */
export const sectionsOf = (form: FormDefinition): { page: string; section: FormSection }[] =>
  form.pages.flatMap((page) => page.sections.map((section) => ({ page: page.key, section })));

/** The fields of one section; of a repeated one, the fields of one of its rows. */
export function fieldsOf(form: FormDefinition, page: string, section: FormSection, row?: number): PlacedField[] {
  const base = section.repeat === undefined ? '' : `${section.repeat.pointer}/${row ?? 0}`;
  return section.fields.flatMap((field) => {
    const pointer = base + field.pointer;
    const schema = schemaAt(form, pointer);
    return schema === undefined ? [] : [{ page, section, field, pointer, schema, ...(row !== undefined && { row }) }];
  });
}

/** The schema at a pointer into the answers, following `properties` and, for a row number, `items`. */
export function schemaAt(form: FormDefinition, pointer: string): FieldSchema | undefined {
  let schema: FieldSchema | undefined = form.schema as unknown as FieldSchema;
  for (const step of pointer.split('/').slice(1)) {
    if (schema?.type === 'array' && /^\d{1,3}$/.test(step)) schema = schema.items;
    else schema = Object.hasOwn(schema?.properties ?? {}, step) ? schema?.properties?.[step] : undefined;
  }
  return schema;
}

/** Sets a value deep inside answers that are being built, making rows and groups on the way. */
export function setAt(answers: Record<string, unknown>, pointer: string, value: unknown): void {
  const steps = pointer.split('/').slice(1);
  let place: Record<string, unknown> = answers;
  for (const [at, step] of steps.entries()) {
    const next = steps[at + 1];
    if (next === undefined) place[step] = value;
    else {
      if (!Object.hasOwn(place, step)) place[step] = /^\d+$/.test(next) ? [] : {};
      place = place[step] as Record<string, unknown>;
    }
  }
}
