import type { CaseView, PointView } from '@tongban/server/contract/cases';
import { Tag } from '@tongban/ui/StatusTag.tsx';
import type { Tone } from '@tongban/ui/status.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../lib/language.ts';
import type { Verdict } from './api.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

const verdicts = ['PASS', 'FAIL', 'NOT_APPLICABLE'] as const;
const tones: Record<Verdict['verdict'], Tone> = { PASS: 'plain', FAIL: 'stop', NOT_APPLICABLE: 'quiet' };

export const judgedCount = (points: readonly PointView[]): number =>
  points.filter(({ verdict }) => verdict !== null).length;

/**
 * 审查要点: one question, its standard, one verdict. Whoever comes to a point sees the material it is about beside it. What was not met
 * needs its reason, which a notice to the applicant quotes.
 */
export function PointList(props: {
  view: Pick<CaseView, 'points' | 'materials' | 'form'>;
  /** Absent: the points are only read. */
  onJudge?: ((pointKey: string, verdict: Verdict) => void) | undefined;
  onShow?: (materialKey: string) => void;
}) {
  const { view, onJudge, onShow } = props;
  const words = useWords({ zh, en });
  if (view.points.length === 0) return <p className="empty-state">{words.points.none}</p>;
  return (
    <ol className="point-list" data-judging={onJudge !== undefined || undefined} aria-label={words.points.label}>
      {view.points.map((point) => (
        <li
          key={point.key}
          data-verdict={point.verdict ?? 'open'}
          onFocus={() => 'material' in point.scope && onShow?.(point.scope.material)}
        >
          <p className="point-scope hint">
            {scopeOf(point, view, words.points.whole)}
            {onShow && 'material' in point.scope && (
              <Button
                type="link"
                size="small"
                tabIndex={onJudge ? -1 : 0}
                onClick={() => 'material' in point.scope && onShow(point.scope.material)}
              >
                {words.points.show}
              </Button>
            )}
          </p>
          <p className="point-question" id={`point ${point.key}`}>
            {point.question}
          </p>
          <p className="hint">
            {point.standard}
            {point.basis && `（${words.points.basis}：${point.basis}）`}
          </p>
          {onJudge ? (
            <Judging point={point} onJudge={(verdict) => onJudge(point.key, verdict)} />
          ) : (
            point.verdict && (
              <p className="point-verdict">
                <Tag tone={tones[point.verdict]}>{words.verdicts[point.verdict]}</Tag>
                {point.note && <span>{point.note}</span>}
                <Judge point={point} />
              </p>
            )
          )}
          {onJudge && <Judge point={point} />}
        </li>
      ))}
    </ol>
  );
}

/** Who found it: the system from the answers, or an official. */
function Judge({ point }: { point: PointView }) {
  const words = useWords({ zh, en }).points;
  if (!point.automatic && point.judgedBy === null) return null;
  return <span className="hint">{point.automatic ? words.automatic : words.judgedBy(point.judgedBy ?? '')}</span>;
}

function scopeOf(
  { scope }: PointView,
  { materials, form }: Pick<CaseView, 'materials' | 'form'>,
  whole: string,
): string {
  if ('material' in scope) return materials.find(({ key }) => key === scope.material)?.name ?? scope.material;
  if ('item' in scope) return whole;
  const sections = form?.pages.flatMap((page) => page.sections) ?? [];
  return sections.find(({ key }) => key === scope.section)?.title ?? scope.section;
}

function Judging({ point, onJudge }: { point: PointView; onJudge: (verdict: Verdict) => void }) {
  const words = useWords({ zh, en });
  const [note, setNote] = useState(point.note ?? point.defectTemplate);
  const choose = (verdict: Verdict['verdict']) => {
    onJudge(verdict === 'FAIL' ? { verdict, note } : { verdict });
  };
  const keepNote = () => {
    if (note.trim() !== '' && note !== point.note) onJudge({ verdict: 'FAIL', note: note.trim() });
  };
  return (
    <div className="judging">
      <div className="choice-row" role="radiogroup" aria-labelledby={`point ${point.key}`}>
        {verdicts.map((verdict) => (
          <label key={verdict} data-tone={tones[verdict]}>
            <input
              type="radio"
              name={`verdict ${point.key}`}
              checked={point.verdict === verdict}
              onChange={() => choose(verdict)}
            />
            <span>{words.verdicts[verdict]}</span>
          </label>
        ))}
      </div>
      {point.verdict === 'FAIL' && (
        <textarea
          className="input"
          rows={2}
          aria-label={words.points.note}
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.target.value)}
          onBlur={keepNote}
        />
      )}
    </div>
  );
}
