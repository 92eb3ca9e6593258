import { type Facts, holds, valueAt } from '../../kernel/condition.ts';
import type { NumberGround } from '../identity/public.ts';
import { brokenKeywords } from './compile.ts';
import {
  type Answers,
  type FieldError,
  type FieldFormat,
  type FormDefinition,
  type FormSection,
  fieldFormats,
} from './contract.ts';
import { type FieldSchema, fieldsOf, type PlacedField, sectionsOf, setAt } from './fields.ts';
import { formats } from './formats.ts';
import { sentenceFor } from './sentences.ts';

/** The judgement of an answered form: what is kept, tidied, and what is wrong, in the order of the form. */
export interface Validation {
  answers: Answers;
  errors: FieldError[];
  /** Pointers of what was sent and the form does not have: also among the errors, and never kept. */
  unknown: string[];
}

/** Text without a stated length is bounded all the same. */
const DEFAULT_MAX_LENGTH = 2000;

/**
 * Checks answers against a form. Fields that do not show in this situation are dropped with their values and never required;
 * fields the form does not have are refused. With a page's key only that page is judged, so that a draft can be filled page by
 * page; the other pages are tidied and kept.
 */
export function validateAnswers(
  form: FormDefinition,
  situation: Facts,
  answers: Answers,
  scope: string,
  ground: NumberGround,
): Validation {
  const kept: Answers = {};
  const known = new Set<string>();
  const shown: PlacedField[] = [];
  const errors: FieldError[] = [];

  for (const { page, section } of sectionsOf(form)) {
    const sectionShows = holds(section.when, { situation, form: kept });
    for (const row of rowsOf(section, answers)) {
      for (const placed of fieldsOf(form, page, section, row)) {
        known.add(placed.pointer);
        const facts = { situation, form: kept, row: row === undefined ? {} : valueAt(kept, rowPointer(section, row)) };
        if (!sectionShows || !holds(placed.field.when, facts)) continue;
        shown.push(placed);
        makeRoomFor(placed.pointer, kept);
        const value = tidy(valueAt(answers, placed.pointer), placed.schema);
        if (value !== undefined) setAt(kept, placed.pointer, value);
      }
    }
    if (section.repeat) known.add(section.repeat.pointer);
    const fault = sectionShows && inScope(page, scope) ? rowsFault(section, answers) : undefined;
    if (fault) errors.push(fault);
  }

  const broken = brokenKeywords(form.schema, kept);
  for (const placed of shown) {
    const { pointer } = placed;
    if (!inScope(placed.page, scope)) continue;
    const value = valueAt(kept, pointer);
    const first = broken.find((keyword) => keyword.pointer === pointer || keyword.pointer.startsWith(`${pointer}/`));
    const detail = first ? sentenceFor(first.error, placed, value) : textFault(value, placed, ground);
    if (detail !== undefined) errors.push({ pointer, detail: rowPrefix(placed) + detail });
  }
  const unknown = [...strays(answers, known)];
  for (const pointer of unknown) errors.push({ pointer, detail: '表单中没有这一项，请删除后再提交' });
  return { answers: withoutEmpty(kept), errors, unknown };
}

const inScope = (page: string, scope: string): boolean => scope === 'all' || scope === page;

/** The rows of a repeated section as they came; of a plain section one nameless row. */
function rowsOf({ repeat }: FormSection, answers: Answers): (number | undefined)[] {
  if (repeat === undefined) return [undefined];
  const rows = valueAt(answers, repeat.pointer);
  return Array.isArray(rows) ? rows.map((_, row) => row) : [];
}

const rowPointer = ({ repeat }: FormSection, row: number): string => `${repeat?.pointer ?? ''}/${row}`;

function rowsFault({ repeat }: FormSection, answers: Answers): FieldError | undefined {
  if (repeat === undefined) return undefined;
  const { pointer, min, max, rowTitle } = repeat;
  const rows = valueAt(answers, pointer) ?? [];
  if (!Array.isArray(rows)) return { pointer, detail: `${rowTitle}应逐组填写，请重新填写` };
  if (rows.length < min) return { pointer, detail: `请至少填写 ${min} 组${rowTitle}` };
  return rows.length > max ? { pointer, detail: `${rowTitle}最多填写 ${max} 组，请去掉多余的` } : undefined;
}

/** Groups and rows that hold a field that shows exist, so that what is missing is named field by field. */
function makeRoomFor(pointer: string, kept: Answers): void {
  const parent = pointer.slice(0, pointer.lastIndexOf('/'));
  if (parent !== '' && valueAt(kept, parent) === undefined) setAt(kept, parent, {});
}

/** Text in its format's written form; what is empty counts as not given. */
function tidy(value: unknown, schema: FieldSchema): unknown {
  if (value === null || value === '') return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value;
  if (typeof value !== 'string' || schema.type !== 'string') return value;
  const text = formats[formatOf(schema)].normalise(value);
  return text === '' ? undefined : text;
}

const formatOf = (schema: FieldSchema): FieldFormat =>
  fieldFormats.find((format) => format === schema.format) ?? 'plain';

function textFault(value: unknown, { field, schema }: PlacedField, ground: NumberGround): string | undefined {
  if (typeof value !== 'string' || schema.type !== 'string') return undefined;
  if (value.length > DEFAULT_MAX_LENGTH) return `${field.label}最多 ${DEFAULT_MAX_LENGTH} 个字，请删减`;
  const fault = formats[formatOf(schema)].fault(value, ground);
  return fault && field.label + fault;
}

const rowPrefix = ({ section, row }: PlacedField): string =>
  row === undefined ? '' : `${section.repeat?.rowTitle ?? ''} ${row + 1}：`;

/** Pointers of values that no field of the form asks for; a group that was emptied holds none. */
function* strays(value: unknown, known: ReadonlySet<string>, pointer = ''): Generator<string> {
  const leadsOn = (prefix: string) => [...known].some((field) => field.startsWith(`${prefix}/`));
  if (typeof value === 'object' && value !== null && leadsOn(pointer)) {
    for (const [key, item] of Object.entries(value))
      yield* strays(item, known, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  } else if (value !== undefined && pointer !== '' && !known.has(pointer)) yield pointer;
}

function withoutEmpty(answers: Answers): Answers {
  const entries = Object.entries(answers).map(([key, value]): [string, unknown] => [key, pruned(value)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, (item) => pruned(item) ?? {});
  if (typeof value !== 'object' || value === null) return value;
  const rest = withoutEmpty(value as Answers);
  return Object.keys(rest).length === 0 ? undefined : rest;
}
