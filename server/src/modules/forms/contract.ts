import { type Static, Type } from 'typebox';
import type { Condition } from '../../kernel/condition.ts';

/** See `kernel/condition.ts`; its shape is checked at publication by `conditionFault`, which gives better sentences than a recursive schema. */
export const ConditionSchema = Type.Unsafe<Condition>({
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: true,
});

/** The formats that editors may choose for a text field; each has a checker, a normaliser and a sentence in `formats.ts`. */
export const fieldFormats = [
  'citizen-id',
  'uscc',
  'mobile',
  'phone',
  'date',
  'email',
  'postcode',
  'person-name',
  'plain',
] as const;
export type FieldFormat = (typeof fieldFormats)[number];

export const widgets = [
  'text',
  'textarea',
  'number',
  'date',
  'radios',
  'checks',
  'select',
  'address',
  'yes-no',
] as const;

/** How carefully a value is treated: `identifying` is masked everywhere, `sensitive` needs a stated necessity as well. */
export const sensitivities = ['public', 'personal', 'identifying', 'sensitive'] as const;

export const FormField = Type.Object(
  {
    /** JSON Pointer into the answers, e.g. `/shop/area`; inside a repeated section relative to one row. */
    pointer: Type.String({ pattern: '^(/[A-Za-z][A-Za-z0-9_]{0,39}){1,4}$' }),
    label: Type.String({ minLength: 1, maxLength: 60 }),
    widget: Type.Enum([...widgets]),
    hint: Type.Optional(Type.String({ maxLength: 200 })),
    /** What the agency needs the value for (个人信息保护法 6, 17). */
    purpose: Type.String({ minLength: 1, maxLength: 120 }),
    sensitivity: Type.Enum([...sensitivities]),
    /** The common data element, so that a value once given can be offered again (`name`, `mobile`, `uscc`, …). */
    dataElement: Type.Optional(Type.String({ maxLength: 40 })),
    unit: Type.Optional(Type.String({ maxLength: 10 })),
    autocomplete: Type.Optional(Type.String({ maxLength: 30 })),
    /** Words for the values of an `enum`, in the order in which people should read them. */
    options: Type.Optional(
      Type.Array(
        Type.Object(
          {
            value: Type.String({ maxLength: 60 }),
            label: Type.String({ maxLength: 60 }),
            hint: Type.Optional(Type.String({ maxLength: 120 })),
          },
          { additionalProperties: false },
        ),
        { maxItems: 200 },
      ),
    ),
    when: Type.Optional(ConditionSchema),
  },
  { additionalProperties: false },
);
export type FormField = Static<typeof FormField>;

export const FormSection = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
    title: Type.String({ minLength: 1, maxLength: 40 }),
    hint: Type.Optional(Type.String({ maxLength: 200 })),
    /** A repeated section: `pointer` names the array, fields are relative to one row. */
    repeat: Type.Optional(
      Type.Object(
        {
          pointer: Type.String({ pattern: '^(/[A-Za-z][A-Za-z0-9_]{0,39}){1,4}$' }),
          min: Type.Integer({ minimum: 0 }),
          max: Type.Integer({ minimum: 1, maximum: 20 }),
          rowTitle: Type.String({ maxLength: 20 }),
        },
        { additionalProperties: false },
      ),
    ),
    when: Type.Optional(ConditionSchema),
    fields: Type.Array(FormField, { minItems: 1, maxItems: 60 }),
  },
  { additionalProperties: false },
);
export type FormSection = Static<typeof FormSection>;

export const FormPage = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
    title: Type.String({ minLength: 1, maxLength: 40 }),
    sections: Type.Array(FormSection, { minItems: 1, maxItems: 20 }),
  },
  { additionalProperties: false },
);
export type FormPage = Static<typeof FormPage>;

/** A form is data twice over: what is valid (JSON Schema 2020-12 over the answers) and how it is shown (pages of sections of fields). */
export const FormDefinition = Type.Object(
  {
    schema: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
    pages: Type.Array(FormPage, { minItems: 1, maxItems: 20 }),
  },
  { additionalProperties: false },
);
export type FormDefinition = Static<typeof FormDefinition>;

/** Answers follow the form's schema; their shape is data. */
export type Answers = Record<string, unknown>;

/** One thing wrong with one field: `pointer` into the answers, `detail` a sentence that says what is wrong and how to mend it. */
export const FieldError = Type.Object({ pointer: Type.String(), detail: Type.String() });
export type FieldError = Static<typeof FieldError>;
