import { valueAt } from '../../kernel/condition.ts';
import type { Answers, FormDefinition } from './contract.ts';
import { type FieldSchema, fieldsOf, sectionsOf, setAt } from './fields.ts';
import { numberFrom } from './formats.ts';

/**
 * Answers from an HTML form, where everything is text and a field's name is its pointer (`/shop/area`, `/shareholders/0/name`).
 * Names without a leading `/` belong to the page, not to the form. What cannot be read as its type, and names the form does not
 * have, are kept as they came, so that validation can say what is wrong with them.
 */
export function answersFromForm(form: FormDefinition, entries: Iterable<readonly [string, unknown]>): Answers {
  const typed = new Map<string, string[]>();
  for (const [name, value] of entries)
    if (name.startsWith('/') && typeof value === 'string') typed.set(name, [...(typed.get(name) ?? []), value]);

  const answers: Answers = {};
  for (const { page, section } of sectionsOf(form)) {
    const rows = section.repeat === undefined ? [undefined] : rowsNamed(typed.keys(), section.repeat);
    let kept = 0;
    for (const row of rows) {
      const fields = fieldsOf(form, page, section, row);
      const given = fields.flatMap((placed) => {
        const values = typed.get(placed.pointer);
        typed.delete(placed.pointer);
        const value = values && read(values, placed.schema);
        return value === undefined || value === '' ? [] : [{ ...placed, value }];
      });
      if (given.length === 0) continue;
      const renumbered = fieldsOf(form, page, section, row === undefined ? undefined : kept++);
      for (const { field, value } of given) {
        const at = renumbered.find((placed) => placed.field === field);
        if (at) setAt(answers, at.pointer, value);
      }
    }
  }
  for (const [name, values] of typed) answers[name] = values[0];
  return answers;
}

/** Saved answers with those of one page replaced: a box that was unticked, or a row that was taken out, is gone. */
export function withPage(form: FormDefinition, page: string, saved: Answers, submitted: Answers): Answers {
  const merged: Answers = {};
  for (const { page: owner, section } of sectionsOf(form)) {
    const source = owner === page ? submitted : saved;
    if (section.repeat !== undefined) {
      const rows = valueAt(source, section.repeat.pointer);
      if (rows !== undefined) setAt(merged, section.repeat.pointer, rows);
      continue;
    }
    for (const { pointer } of fieldsOf(form, owner, section)) {
      const value = valueAt(source, pointer);
      if (value !== undefined) setAt(merged, pointer, value);
    }
  }
  for (const [name, value] of Object.entries(submitted)) if (name.startsWith('/')) merged[name] = value;
  return merged;
}

/** Row numbers that occur in the names, in order; a number beyond the section's maximum is nobody's row. */
function rowsNamed(names: Iterable<string>, repeat: { pointer: string; max: number }): number[] {
  const rows = new Set<number>();
  for (const name of names) {
    const [, row] = name.startsWith(`${repeat.pointer}/`)
      ? (/^\/(\d{1,2})\//.exec(name.slice(repeat.pointer.length)) ?? [])
      : [];
    if (row !== undefined && Number(row) < repeat.max) rows.add(Number(row));
  }
  return [...rows].sort((a, b) => a - b);
}

function read(values: string[], schema: FieldSchema): unknown {
  const [first = ''] = values;
  switch (schema.type) {
    case 'array':
      return values.some((value) => value !== '') ? values.filter((value) => value !== '') : undefined;
    case 'number':
    case 'integer':
      return numberFrom(first) ?? first.trim();
    case 'boolean':
      return first === 'true' ? true : first === 'false' ? false : first;
    default:
      return schema.format === 'date' ? dateFrom(values) : first;
  }
}

/** A date comes in one box, or in three of one name for year, month and day. */
const dateFrom = (values: string[]): string => (values.some((value) => value.trim() !== '') ? values.join('-') : '');
