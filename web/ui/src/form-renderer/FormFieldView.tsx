import type { FormField } from '@tongban/server/contract/forms';
import { DateInput } from '../DateInput.tsx';
import { Checks, Radios } from '../Radios.tsx';
import { Select } from '../Select.tsx';
import { TextArea } from '../TextArea.tsx';
import { TextInput } from '../TextInput.tsx';
import type { Words } from '../zh.ts';
import { optionsOf } from './said.ts';
import { type FieldSchema, isRequired, schemaAt } from './schema.ts';

type Look = { inputMode?: 'numeric' | 'decimal' | 'email' | 'tel'; size?: 'short' | 'medium' | 'full' };

/** Keyboards and widths by format. No input type that lets the browser judge: the sentences are ours, and spaces are allowed. */
const looks: Record<string, Look> = {
  mobile: { inputMode: 'tel', size: 'short' },
  phone: { inputMode: 'tel', size: 'short' },
  email: { inputMode: 'email' },
  postcode: { inputMode: 'numeric', size: 'short' },
  'person-name': { size: 'short' },
};

/** One field of a form, drawn by its widget. */
export function FormFieldView(props: {
  field: FormField;
  pointer: string;
  schema: FieldSchema;
  value: unknown;
  error?: string | undefined;
  words: Words;
}) {
  const { field, pointer, value, error, words } = props;
  const schema = schemaAt(props.schema, pointer);
  const purpose = field.sensitivity !== 'public' && words.purpose(field.purpose);
  const common = {
    name: pointer,
    label: field.label,
    optional: !isRequired(props.schema, pointer),
    hint: purpose ? [field.hint, purpose].filter(Boolean).join(' ') : field.hint,
    error,
    words,
  };
  const text = value === undefined || value === null ? undefined : String(value);
  const autoComplete = field.autocomplete;
  switch (field.widget) {
    case 'textarea':
      return <TextArea {...common} value={text} />;
    case 'date':
      return <DateInput {...common} value={text} autoComplete={autoComplete === 'bday' ? 'bday' : undefined} />;
    case 'radios':
      return <Radios {...common} value={text} options={optionsOf(field, schema)} />;
    case 'checks':
      return (
        <Checks {...common} values={Array.isArray(value) ? value.map(String) : []} options={optionsOf(field, schema)} />
      );
    case 'select':
      return <Select {...common} value={text} options={optionsOf(field, schema)} autoComplete={autoComplete} />;
    case 'yes-no':
      return (
        <Radios
          {...common}
          inline
          value={text}
          options={[
            { value: 'true', label: words.yes },
            { value: 'false', label: words.no },
          ]}
        />
      );
    case 'number':
      return (
        <TextInput
          {...common}
          value={text}
          unit={field.unit}
          size="short"
          inputMode={schema?.type === 'integer' ? 'numeric' : 'decimal'}
        />
      );
    case 'address':
      return <TextInput {...common} value={text} size="full" autoComplete={autoComplete} />;
    case 'text':
      return (
        <TextInput
          {...common}
          {...looks[schema?.format ?? '']}
          value={text}
          unit={field.unit}
          autoComplete={autoComplete}
          spellCheck={false}
        />
      );
  }
}
