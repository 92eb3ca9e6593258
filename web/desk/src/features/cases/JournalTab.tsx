import type { CaseView } from '@tongban/server/contract/cases';
import { Timeline } from '@tongban/ui/Timeline.tsx';
import type { CaseAction } from '../../case/api.ts';
import { en as caseEn } from '../../case/en.ts';
import { zh as caseZh } from '../../case/zh.ts';
import { useKitWords, useLanguage, useWords } from '../../lib/language.ts';

/** Every step that was taken, newest first: when, who, for which unit, with what opinion. */
export function JournalTab({ view }: { view: Pick<CaseView, 'timeline'> }) {
  const words = useWords({ zh: caseZh, en: caseEn });
  const kit = useKitWords();
  const language = useLanguage();
  return (
    <Timeline
      readers="staff"
      language={language}
      words={kit}
      entries={[...view.timeline]
        .sort((a, b) => b.version - a.version)
        .map(({ at, action, part, unit, name, note }) => ({
          at,
          title: action in words.actions ? words.actions[action as CaseAction] : action,
          who: [words.parts[part], unit, name].filter(Boolean).join(' · '),
          ...(note && { note }),
        }))}
    />
  );
}
