import { type Facts, valueAt } from '@tongban/server/condition';
import type { Answers, FormDefinition } from '@tongban/server/contract/forms';
import type { Language } from '../dates.ts';
import { SourceNote } from '../SourceNote.tsx';
import { SummaryList } from '../SummaryList.tsx';
import { type Words, zh } from '../zh.ts';
import type { Lock } from './FormPageView.tsx';
import { layOut, type PlacedRow, type PlacedSection } from './layout.ts';
import { said } from './said.ts';
import { schemaAt } from './schema.ts';

/** The whole form read back, section by section: to check before submitting, and for the clerk and the reviewer. */
export function FormSummary(props: {
  form: FormDefinition;
  answers: Answers;
  situation?: Facts;
  locks?: Readonly<Record<string, Lock>>;
  /** Where one changes a field; locked fields get no link. Without it the summary is only read. */
  changeHref?: (page: string, pointer: string) => string;
  level?: 2 | 3;
  language?: Language;
  words?: Words;
}) {
  const { form, answers, situation = {}, locks = {}, changeHref, level = 2, language = 'zh', words = zh } = props;
  const Heading = level === 2 ? 'h2' : 'h3';
  const rowsOf = (page: string, row: PlacedRow) =>
    row.fields.map(({ field, pointer }) => {
      const { from, on, disputeHref, shown } = locks[pointer] ?? {};
      return {
        label: field.label,
        value: shown ?? said(field, schemaAt(form.schema, pointer), valueAt(answers, pointer), words, language),
        ...(from && {
          source: <SourceNote from={from} {...(on && { on })} {...(disputeHref && { disputeHref })} words={words} />,
        }),
        ...(changeHref && !locks[pointer] && { changeHref: changeHref(page, pointer) }),
      };
    });
  return form.pages.flatMap((page) =>
    layOut(form, page.key, situation, answers).map((placed) => (
      <section className="form-section" key={`${page.key} ${placed.section.key}`}>
        <Heading>{placed.section.title}</Heading>
        {placed.rows.length === 0 && <p className="hint">{words.missing}</p>}
        {placed.rows.map((row, n) => (
          <div key={row.pointer}>
            {placed.section.repeat && <p className="row-title">{rowTitle(placed, n, words)}</p>}
            <SummaryList rows={rowsOf(page.key, row)} words={words} />
          </div>
        ))}
      </section>
    )),
  );
}

const rowTitle = ({ section }: PlacedSection, n: number, words: Words): string =>
  words.rowTitle(section.repeat?.rowTitle ?? '', n + 1);
