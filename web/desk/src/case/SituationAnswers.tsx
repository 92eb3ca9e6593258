import type { CaseView } from '@tongban/server/contract/cases';
import { SummaryList } from '@tongban/ui/SummaryList.tsx';
import { useKitWords } from '../lib/language.ts';

/** What the applicant said of their situation: it decides which materials and points there are. */
export function SituationAnswers({ view }: { view: Pick<CaseView, 'questions' | 'situation'> }) {
  const kit = useKitWords();
  const rows = view.questions.flatMap(({ key, text, options }) => {
    const answer = view.situation[key];
    if (answer === undefined) return [];
    return [{ label: text, value: options.find(({ value }) => value === answer)?.label ?? answer }];
  });
  return rows.length > 0 && <SummaryList rows={rows} words={kit} />;
}
