import { type Facts, valueAt } from '@tongban/server/condition';
import type { Answers, FieldError, FormDefinition } from '@tongban/server/contract/forms';
import type { Language } from '../dates.ts';
import { Mark } from '../Mark.tsx';
import { SourceNote } from '../SourceNote.tsx';
import { type Words, zh } from '../zh.ts';
import { FormFieldView } from './FormFieldView.tsx';
import { type BlankRows, layOut, type PlacedField, type PlacedRow, type PlacedSection } from './layout.ts';
import { rowButtons } from './rows.ts';
import { said } from './said.ts';
import { type FieldSchema, schemaAt } from './schema.ts';

/** An answer that is shown and not asked: it comes from a register (`from`, `on`), or a correction did not name it. `shown` masks it. */
export type Lock = { shown?: string; from?: string; on?: string; disputeHref?: string };

export type FormPageProps = {
  form: FormDefinition;
  /** The page's key. */
  page: string;
  answers: Answers;
  /** Answers of the guide's questionnaire. */
  situation?: Facts;
  mistakes?: readonly FieldError[];
  /** By pointer. Locked answers are not posted: whoever owns them puts them back. */
  locks?: Readonly<Record<string, Lock>>;
  blankRows?: BlankRows;
  /** Of the section titles. */
  level?: 2 | 3;
  language?: Language;
  words?: Words;
};

/**
 * One page of a form inside the caller's `<form method="post" noValidate>`: its sections, fields and rows. Field names are JSON
 * Pointers. Draws the answers it is given; a page that keeps up while one types hands in fresh answers on every input.
 */
export function FormPageView(props: FormPageProps) {
  const { form, page, answers, situation = {}, blankRows = {}, level = 2, words = zh } = props;
  const Heading = level === 2 ? 'h2' : 'h3';
  const sections = layOut(form, page, situation, answers, blankRows);
  return (
    <>
      {sections.some(({ section }) => section.repeat) && <EnterGoesOn />}
      {sections.map((placed) => (
        <section className="form-section" key={placed.section.key}>
          <Heading>{placed.section.title}</Heading>
          {placed.section.hint && <p className="hint">{placed.section.hint}</p>}
          {placed.section.repeat ? (
            <Rows {...props} placed={placed} words={words} />
          ) : (
            placed.rows.map((row) => <Fields key={row.pointer} {...props} fields={row.fields} words={words} />)
          )}
        </section>
      ))}
    </>
  );
}

/** Enter in a text field presses a form's first submit button; without this one it would remove a row. */
const EnterGoesOn = () => <button className="only-read" type="submit" tabIndex={-1} aria-hidden="true" />;

function Rows(props: FormPageProps & { placed: PlacedSection; words: Words }) {
  const { placed, mistakes = [], words } = props;
  const { repeat } = placed.section;
  if (!repeat) return null;
  const { pointer, rowTitle, min } = repeat;
  const mistake = mistakes.find((found) => found.pointer === pointer);
  const label = (row: PlacedRow) => words.rowTitle(rowTitle, placed.rows.indexOf(row) + 1);
  return (
    <div id={pointer} tabIndex={mistake && -1}>
      {mistake && (
        <p className="error">
          <Mark shape="overdue" />
          {mistake.detail}
        </p>
      )}
      {placed.rows.map((row) => (
        <fieldset className="form-row" key={row.pointer}>
          <legend>{label(row)}</legend>
          <Fields {...props} fields={row.fields} />
          {placed.rows.length > min && (
            <button
              className="button"
              data-kind="quiet"
              type="submit"
              name={rowButtons.remove}
              value={row.pointer}
              formNoValidate
            >
              {words.removeRow(label(row))}
            </button>
          )}
        </fieldset>
      ))}
      {placed.canAddRow && (
        <button
          className="button"
          data-kind="secondary"
          type="submit"
          name={rowButtons.add}
          value={pointer}
          formNoValidate
        >
          {words.addRow(rowTitle)}
        </button>
      )}
    </div>
  );
}

function Fields(props: FormPageProps & { fields: readonly PlacedField[]; words: Words }) {
  const { form, answers, fields, locks = {}, mistakes = [], language = 'zh', words } = props;
  const schema: FieldSchema = form.schema;
  return fields.map(({ field, pointer }) => {
    const value = valueAt(answers, pointer);
    const lock = locks[pointer];
    if (lock) {
      const { shown = said(field, schemaAt(schema, pointer), value, words, language), from, ...source } = lock;
      return (
        <div className="field" key={pointer}>
          <p className="field-label">{field.label}</p>
          <div className="locked">
            <p>{shown ?? words.missing}</p>
            {from && <SourceNote from={from} {...source} words={words} />}
          </div>
        </div>
      );
    }
    const error = mistakes.find((mistake) => mistake.pointer === pointer)?.detail;
    return (
      <FormFieldView
        key={pointer}
        field={field}
        pointer={pointer}
        schema={schema}
        value={value}
        error={error}
        words={words}
      />
    );
  });
}
