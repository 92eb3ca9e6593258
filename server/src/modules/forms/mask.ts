import { valueAt } from '../../kernel/condition.ts';
import { type MaskKind, mask } from '../../kernel/masking.ts';
import type { Answers, FormDefinition } from './contract.ts';
import { type FieldSchema, fieldsOf, sectionsOf, setAt } from './fields.ts';

const kinds: Record<string, MaskKind> = {
  'citizen-id': 'id-number',
  mobile: 'mobile',
  phone: 'mobile',
  'person-name': 'name',
};

const kindOf = (schema: FieldSchema): MaskKind => kinds[schema.format ?? ''] ?? 'text';

/** The answers as officials see them until they state a purpose: identifying and sensitive values masked, the rest in full. */
export function maskAnswers(form: FormDefinition, answers: Answers): Answers {
  const masked = structuredClone(answers);
  for (const { page, section } of sectionsOf(form)) {
    const rows = section.repeat ? valueAt(answers, section.repeat.pointer) : undefined;
    const count = Array.isArray(rows) ? rows.length : 0;
    for (const row of section.repeat ? Array.from({ length: count }, (_, i) => i) : [undefined])
      for (const { field, pointer, schema } of fieldsOf(form, page, section, row)) {
        const value = valueAt(answers, pointer);
        if ((field.sensitivity === 'identifying' || field.sensitivity === 'sensitive') && value !== undefined)
          setAt(masked, pointer, typeof value === 'string' ? mask(kindOf(schema), value) : '****');
      }
  }
  return masked;
}
