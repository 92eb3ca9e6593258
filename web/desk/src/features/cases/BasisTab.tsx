import type { CaseView } from '@tongban/server/contract/cases';
import { useWords } from '../../lib/language.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** On what the case rests: the law of the item, the opinion of the reviewer, the decision once there is one. */
export function BasisTab({
  view,
}: {
  view: Pick<CaseView, 'legalBasis' | 'recommendation' | 'reviewer' | 'decision'>;
}) {
  const words = useWords({ zh, en });
  const { legalBasis, recommendation, reviewer, decision } = view;
  return (
    <div className="basis">
      <h2>{words.legalBasis}</h2>
      {legalBasis.length === 0 ? <p className="hint">{words.noBasis}</p> : <Lines lines={legalBasis} />}
      {recommendation !== null && (
        <>
          <h2>
            {words.recommendation}
            {reviewer && <span className="hint"> {reviewer}</span>}
          </h2>
          <p>{recommendation}</p>
        </>
      )}
      {decision && (
        <>
          <h2>
            {words.decision}：{words.sheet[decision.result === 'GRANTED' ? 'grant' : 'refuse'].title}
          </h2>
          {decision.reason !== null && <p>{decision.reason}</p>}
          <Lines lines={decision.basis} />
          {decision.remedies !== null && (
            <p className="hint">
              {words.remedies}：{decision.remedies}
            </p>
          )}
        </>
      )}
    </div>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
