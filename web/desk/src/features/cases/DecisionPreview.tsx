import type { CaseView } from '@tongban/server/contract/cases';
import { StatusTag } from '@tongban/ui/StatusTag.tsx';
import { useKitWords, useWords } from '../../lib/language.ts';
import { en } from './en.ts';
import type { Opinion } from './sheets.ts';
import { zh } from './zh.ts';

/** The decision as the applicant will read it: conclusion, reason, basis, remedies. */
export function DecisionPreview(props: {
  action: 'grant' | 'refuse';
  view: Pick<CaseView, 'item' | 'remedies'>;
  opinion: Opinion;
}) {
  const { action, view, opinion } = props;
  const words = useWords({ zh, en });
  const kit = useKitWords();
  return (
    <section className="decision-preview" aria-label={words.willRead}>
      <h3>{words.willRead}</h3>
      <div className="decision-paper">
        <StatusTag state={action === 'grant' ? 'GRANTED' : 'REFUSED'} words={kit} />
        <p>{words.willReadLead[action](view.item.name)}</p>
        {opinion.note.trim() !== '' && (
          <p>
            {words.reason}：{opinion.note.trim()}
          </p>
        )}
        {opinion.basis.length > 0 && (
          <p>
            {words.basis}：{opinion.basis.join('、')}
          </p>
        )}
        {action === 'refuse' && (
          <p>
            {words.remedies}：{view.remedies}
          </p>
        )}
      </div>
    </section>
  );
}
