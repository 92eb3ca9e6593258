import { useMutation } from '@tanstack/react-query';
import type { CaseView } from '@tongban/server/contract/cases';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../lib/language.ts';
import { ProblemNotice } from '../../lib/ProblemNotice.tsx';
import { type Situation, saveDraft } from './api.ts';
import { en } from './en.ts';
import { SituationForm } from './SituationForm.tsx';
import type { Change } from './useDraft.ts';
import { zh } from './zh.ts';

/** The situation as answered; while the case is a draft it can be changed, and materials, form and points follow. */
export function SituationRegion({ view, change }: { view: CaseView; change: Change }) {
  const words = useWords({ zh, en });
  const [changing, setChanging] = useState(false);
  const saving = useMutation({
    mutationFn: (situation: Situation) =>
      change((version) => saveDraft(view.id, version, { situation: { ...situation }, answers: {} })),
    onSuccess: () => setChanging(false),
  });
  if (changing)
    return (
      <>
        <ProblemNotice error={saving.error} />
        <SituationForm
          itemKey={view.item.key}
          region={view.regionCode}
          questions={view.questions}
          situation={view.situation}
          go={words.keepSituation}
          busy={saving.isPending}
          onGo={saving.mutate}
          onCancel={() => setChanging(false)}
        />
      </>
    );
  return (
    <p id="/situation" tabIndex={-1}>
      {saidOf(view)}
      {view.state === 'DRAFT' && view.questions.length > 0 && (
        <Button type="link" onClick={() => setChanging(true)}>
          {words.changeSituation}
        </Button>
      )}
    </p>
  );
}

/** The answers alone: the clerk asked the questions a minute ago. */
const saidOf = ({ questions, situation }: CaseView): string =>
  questions
    .flatMap(({ key, options }) => options.filter(({ value }) => value === situation[key]).map(({ label }) => label))
    .join(' · ');
