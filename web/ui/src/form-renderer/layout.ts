import { type Facts, holds, valueAt } from '@tongban/server/condition';
import type { Answers, FormDefinition, FormField, FormSection } from '@tongban/server/contract/forms';

export type PlacedField = { field: FormField; pointer: string };
export type PlacedRow = { pointer: string; fields: PlacedField[] };
export type PlacedSection = { section: FormSection; rows: PlacedRow[]; canAddRow: boolean };

/** How many empty rows to offer beyond the answered ones, by the pointer of the repeated section. */
export type BlankRows = Readonly<Record<string, number>>;

/**
 * What of a page shows, in order. Conditions read only what is itself shown and comes earlier, as the server's judgement does, so
 * that an answer left behind in a hidden field can bring nothing back.
 */
export function layOut(
  form: FormDefinition,
  pageKey: string,
  situation: Facts,
  answers: Answers,
  blankRows: BlankRows = {},
): PlacedSection[] {
  const kept: Answers = {};
  const placed: PlacedSection[] = [];
  for (const page of form.pages) {
    for (const section of page.sections) {
      if (!holds(section.when, { situation, form: kept })) continue;
      const rows = rowPointers(section, answers, blankRows).map((pointer) => ({
        pointer,
        fields: shownFields(section, pointer, situation, answers, kept),
      }));
      const canAddRow = section.repeat !== undefined && rows.length < section.repeat.max;
      if (page.key === pageKey && (section.repeat !== undefined || rows.some((row) => row.fields.length > 0)))
        placed.push({ section, rows, canAddRow });
    }
    if (page.key === pageKey) break;
  }
  return placed;
}

/** The pointers that a page asks for, to see whether an answer has brought new questions. */
export const pointersOf = (sections: readonly PlacedSection[]): string[] =>
  sections.flatMap(({ rows }) => rows.flatMap(({ fields }) => fields.map(({ pointer }) => pointer)));

function rowPointers({ repeat }: FormSection, answers: Answers, blankRows: BlankRows): string[] {
  if (repeat === undefined) return [''];
  const given = valueAt(answers, repeat.pointer);
  const wanted = Math.max(Array.isArray(given) ? given.length : 0, repeat.min) + (blankRows[repeat.pointer] ?? 0);
  return Array.from({ length: Math.min(wanted, repeat.max) }, (_, row) => `${repeat.pointer}/${row}`);
}

function shownFields(section: FormSection, base: string, situation: Facts, answers: Answers, kept: Answers) {
  const shown: PlacedField[] = [];
  for (const field of section.fields) {
    const row = base === '' ? {} : (valueAt(kept, base) ?? {});
    if (!holds(field.when, { situation, form: kept, row })) continue;
    const pointer = base + field.pointer;
    shown.push({ field, pointer });
    const value = valueAt(answers, pointer);
    if (value !== undefined) put(kept, pointer, value);
  }
  return shown;
}

function put(answers: Answers, pointer: string, value: unknown): void {
  const steps = pointer.split('/').slice(1);
  let place = answers;
  for (const [at, step] of steps.entries()) {
    const next = steps[at + 1];
    if (next === undefined) place[step] = value;
    else {
      if (!Object.hasOwn(place, step)) place[step] = /^\d+$/.test(next) ? [] : {};
      place = place[step] as Answers;
    }
  }
}
