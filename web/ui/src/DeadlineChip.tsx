import type { ReactNode } from 'react';
import { type Language, sayDay } from './dates.ts';
import { type Deadline, deadlineFace } from './deadline.ts';
import { Mark } from './Mark.tsx';
import { type Words, zh } from './zh.ts';

/** `why` opens under the chip: promised and legal dates, days used, pauses, "why this date". */
export function DeadlineChip(props: Deadline & { why?: ReactNode; language?: Language; words?: Words }) {
  const { dueOn, provisional, why, language = 'zh', words = zh } = props;
  const face = deadlineFace(props, words);
  const chip = (
    <span className="deadline" data-tone={face.tone} data-state={props.state}>
      <span className="deadline-label">
        {face.shape && <Mark shape={face.shape} />}
        {face.label}
      </span>
      {dueOn && <time dateTime={dueOn}>{sayDay(dueOn, language)}</time>}
      {provisional && <span className="deadline-note">{words.deadline.provisional}</span>}
    </span>
  );
  if (!why) return chip;
  return (
    <details className="deadline-why">
      <summary>
        {chip}
        <span className="deadline-ask">{words.deadline.why}</span>
      </summary>
      <div>{why}</div>
    </details>
  );
}
