import { valueAt } from '@tongban/server/condition';
import type { Answers, FormDefinition } from '@tongban/server/contract/forms';
import { type BlankRows, layOut, pointersOf } from '@tongban/ui/form-renderer/layout.ts';
import { type FieldSchema, schemaAt } from '@tongban/ui/form-renderer/schema.ts';

type Posted = Pick<FormData, 'getAll'>;

/**
 * What stands in the form's boxes, typed as its schema wants it. Only boxes that show are read, so a field that disappears takes its
 * answer with it. What cannot be read as its type is kept as it came, so that the server can say what is wrong with it.
 */
export function readAnswers(
  form: FormDefinition,
  situation: Readonly<Record<string, string>>,
  known: Answers,
  blankRows: BlankRows,
  posted: Posted,
): Answers {
  const answers: Answers = {};
  for (const page of form.pages)
    for (const pointer of pointersOf(layOut(form, page.key, situation, known, blankRows))) {
      const value = read(posted.getAll(pointer).map(String), schemaAt(form.schema, pointer));
      if (value !== undefined) put(answers, pointer, value);
    }
  return answers;
}

function read(values: string[], schema: FieldSchema = {}): unknown {
  const given = values.filter((value) => value.trim() !== '');
  const [first] = given;
  if (first === undefined) return undefined;
  if (schema.type === 'array') return given;
  if (schema.type === 'boolean') return first === 'true' ? true : first === 'false' ? false : first;
  if (schema.type === 'number' || schema.type === 'integer') return numberIn(first) ?? first.trim();
  return schema.format === 'date' ? values.map((part) => part.trim()).join('-') : first;
}

/** Full-width digits, thousands separators and spaces are how people write numbers (ux R9). */
function numberIn(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

function put(answers: Answers, pointer: string, value: unknown): void {
  const steps = pointer.split('/').slice(1);
  let place: Record<string, unknown> = answers;
  for (const [at, step] of steps.entries()) {
    const next = steps[at + 1];
    while (Array.isArray(place) && place.length < Number(step)) place.push({});
    if (next === undefined) place[step] = value;
    else {
      if (!Object.hasOwn(place, step)) place[step] = /^\d+$/.test(next) ? [] : {};
      place = place[step] as Record<string, unknown>;
    }
  }
}

/** With every group of the form, so that one that was emptied replaces what was saved of it before. */
export function withEveryGroup({ schema }: FormDefinition, answers: Answers): Answers {
  const groups = (schema as FieldSchema).properties ?? {};
  const emptied = Object.entries(groups).map(([name, { type }]): [string, unknown] => [
    name,
    type === 'array' ? [] : type === 'object' ? {} : null,
  ]);
  return { ...Object.fromEntries(emptied), ...answers };
}

/** The answers with one row of a repeated section taken out. */
export function withoutRow(answers: Answers, rowPointer: string): Answers {
  const copy = JSON.parse(JSON.stringify(answers)) as Answers;
  const cut = rowPointer.lastIndexOf('/');
  const rows = valueAt(copy, rowPointer.slice(0, cut));
  if (Array.isArray(rows)) rows.splice(Number(rowPointer.slice(cut + 1)), 1);
  return copy;
}
