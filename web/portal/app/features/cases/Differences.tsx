import { valueAt } from '@tongban/server/condition';
import type { MyCaseView } from '@tongban/server/contract/cases';
import type { Answers } from '@tongban/server/contract/forms';
import { layOut } from '@tongban/ui/form-renderer/layout.ts';
import { said } from '@tongban/ui/form-renderer/said.ts';
import { schemaAt } from '@tongban/ui/form-renderer/schema.ts';
import { Notice } from '@tongban/ui/Notice.tsx';
import { SummaryList } from '@tongban/ui/SummaryList.tsx';
import { useFrame, useWords } from '../../frame/frame-data.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** What was typed here beside what was saved elsewhere meanwhile, field by field; nothing typed is lost (ux R1). */
export function Differences({ view, page, typed }: { view: MyCaseView; page: string; typed: Answers }) {
  const { form, answers: saved, situation } = view;
  const { kit, language } = useFrame();
  const words = useWords({ zh, en });
  if (!form) return null;
  const fields = [typed, saved]
    .flatMap((answers) => layOut(form, page, situation, answers))
    .flatMap(({ rows }) => rows.flatMap((row) => row.fields));
  const unique = fields.filter(({ pointer }, n) => fields.findIndex((field) => field.pointer === pointer) === n);
  const rows = unique.flatMap(({ field, pointer }) => {
    const [mine, theirs] = [typed, saved].map((answers) =>
      said(field, schemaAt(form.schema, pointer), valueAt(answers, pointer), kit, language),
    );
    return mine === theirs ? [] : [{ label: field.label, mine, theirs }];
  });
  return (
    <Notice kind="warn" title={words.staleTitle} live>
      <p>{words.staleText}</p>
      <SummaryList
        rows={rows.map(({ label, mine, theirs }) => ({
          label,
          value: (
            <>
              {words.staleTyped(mine ?? kit.missing)}
              <br />
              {words.staleSaved(theirs ?? kit.missing)}
            </>
          ),
        }))}
        words={kit}
      />
    </Notice>
  );
}
