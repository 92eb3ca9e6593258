import type { FormField } from '@tongban/server/contract/forms';
import { type Language, sayDay } from '../dates.ts';
import type { Option } from '../Radios.tsx';
import type { Words } from '../zh.ts';
import type { FieldSchema } from './schema.ts';

/** The choices of a field: the words of the form, or the bare values of its enum. */
export const optionsOf = (field: FormField, schema: FieldSchema | undefined): Option[] =>
  field.options ??
  (schema?.enum ?? schema?.items?.enum ?? []).map((value) => ({ value: String(value), label: String(value) }));

/** An answer as one reads it back: words for codes, 是 and 否, days as days, numbers with their unit; undefined when there is none. */
export function said(
  field: FormField,
  schema: FieldSchema | undefined,
  value: unknown,
  words: Words,
  language: Language,
): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  const labels = new Map(optionsOf(field, schema).map((option) => [option.value, option.label]));
  const one = (item: unknown) => labels.get(String(item)) ?? String(item);
  if (Array.isArray(value)) return value.map(one).join(words.listComma);
  if (field.widget === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(String(value)))
    return sayDay(String(value), language, true);
  return field.unit ? `${one(value)} ${field.unit}` : one(value);
}
