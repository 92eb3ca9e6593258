import { valueAt } from '@tongban/server/condition';
import type { CaseView } from '@tongban/server/contract/cases';
import type { FormField } from '@tongban/server/contract/forms';
import { layOut } from '@tongban/ui/form-renderer/layout.ts';
import { said } from '@tongban/ui/form-renderer/said.ts';
import { schemaAt } from '@tongban/ui/form-renderer/schema.ts';
import { SummaryList } from '@tongban/ui/SummaryList.tsx';
import { useKitWords, useLanguage } from '../lib/language.ts';
import { Masked } from './Masked.tsx';

const isMasked = ({ sensitivity }: FormField): boolean => sensitivity === 'identifying' || sensitivity === 'sensitive';

/** The form as it was answered, under headings of the given level. Identifying and sensitive values are masked, each to be opened for a purpose. */
export function FormAnswers(props: { view: Pick<CaseView, 'id' | 'form' | 'answers' | 'situation'>; level: 2 | 3 }) {
  const { view, level } = props;
  const Heading = `h${level}` as const;
  const { form, answers, situation } = view;
  const kit = useKitWords();
  const language = useLanguage();
  if (!form) return null;
  const sections = form.pages.flatMap((page) => layOut(form, page.key, situation, answers));
  return sections.map(({ section, rows }) => (
    <section className="form-answers" key={section.key}>
      <Heading>{section.title}</Heading>
      {rows.length === 0 && <p className="hint">{kit.missing}</p>}
      {rows.map((row, n) => (
        <div key={row.pointer}>
          {section.repeat && <p className="row-title">{kit.rowTitle(section.repeat.rowTitle, n + 1)}</p>}
          <SummaryList
            words={kit}
            rows={row.fields.map(({ field, pointer }) => {
              const value = said(field, schemaAt(form.schema, pointer), valueAt(answers, pointer), kit, language);
              return {
                label: field.label,
                value:
                  value !== undefined && isMasked(field) ? (
                    <Masked caseId={view.id} of={{ field: 'answer', pointer }} label={field.label} masked={value} />
                  ) : (
                    value
                  ),
              };
            })}
          />
        </div>
      ))}
    </section>
  ));
}
