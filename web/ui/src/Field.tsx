import type { ReactNode } from 'react';
import { Mark } from './Mark.tsx';
import { type Words, zh } from './zh.ts';

/** What every field says. `name` is the JSON Pointer of the answer and, unless `id` is given, the element's id, so that an error can link to it. */
export type FieldWords = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** What is wrong and how to mend it. */
  error?: string | undefined;
  optional?: boolean | undefined;
  id?: string;
  words?: Words;
};

/** Ids of the hint and the error, for aria-describedby. */
export const describedBy = (id: string, field: { hint?: ReactNode; error?: string | undefined }): string | undefined =>
  [field.hint && `${id}:hint`, field.error && `${id}:error`].filter(Boolean).join(' ') || undefined;

/** The attributes that tie a control to its label, hint and error. */
export function controlAttributes(field: FieldWords) {
  const id = field.id ?? field.name;
  return {
    id,
    name: field.name,
    'aria-describedby': describedBy(id, field),
    'aria-invalid': field.error ? (true as const) : undefined,
    'aria-required': field.optional ? undefined : (true as const),
  };
}

function FieldNotes({
  id,
  hint,
  error,
  words,
}: {
  id: string;
  hint: ReactNode;
  error: string | undefined;
  words: Words;
}) {
  return (
    <>
      {hint && (
        <div className="hint" id={`${id}:hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="error" id={`${id}:error`}>
          <Mark shape="overdue" />
          <span className="only-read">{words.errorPrefix}</span>
          {error}
        </p>
      )}
    </>
  );
}

/** Label above, then hint, then error, then the control. Optional is said; required is the normal case. */
export function Field({
  name,
  label,
  hint,
  error,
  optional,
  id = name,
  words = zh,
  children,
}: FieldWords & { children: ReactNode }) {
  return (
    <div className="field" data-error={error ? '' : undefined}>
      <label className="field-label" htmlFor={id}>
        {label}
        {optional && <span className="field-optional">{words.optional}</span>}
      </label>
      <FieldNotes id={id} hint={hint} error={error} words={words} />
      {children}
    </div>
  );
}

/** Several controls that answer one question. `heading` makes the question the page's own h1 (one question per page). */
export function FieldGroup(props: FieldWords & { heading?: boolean; children: ReactNode }) {
  const { name, label, hint, error, optional, id = name, words = zh, heading = false, children } = props;
  const question = (
    <>
      {label}
      {optional && <span className="field-optional">{words.optional}</span>}
    </>
  );
  return (
    <fieldset className="field" data-error={error ? '' : undefined} aria-describedby={describedBy(id, { hint, error })}>
      <legend className="field-label">{heading ? <h1>{question}</h1> : question}</legend>
      <FieldNotes id={id} hint={hint} error={error} words={words} />
      {children}
    </fieldset>
  );
}
