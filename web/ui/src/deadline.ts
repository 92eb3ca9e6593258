import type { Shape } from './Mark.tsx';
import type { Tone } from './status.ts';
import type { Words } from './zh.ts';

export type Deadline = {
  /** `soon` is decided by whoever knows the thresholds (domain T01 to T03), never here. */
  state: 'running' | 'soon' | 'today' | 'overdue' | 'immediate' | 'correction' | 'paused' | 'none';
  remaining?: number | undefined;
  overdueBy?: number | undefined;
  /** The unit of the limit. What is left of months or years is counted in days. */
  unit?: 'wd' | 'day' | 'month' | 'year' | undefined;
  dueOn?: string | undefined;
  /** The calendar of that year is not published yet. */
  provisional?: boolean | undefined;
  /** Whose duty it is. Nobody is shown red against an applicant. */
  owedBy?: 'agency' | 'applicant' | undefined;
};

const faces: Record<Deadline['state'], { tone: Tone; shape?: Shape }> = {
  running: { tone: 'plain', shape: 'running' },
  soon: { tone: 'act', shape: 'soon' },
  today: { tone: 'act', shape: 'today' },
  overdue: { tone: 'stop', shape: 'overdue' },
  immediate: { tone: 'plain' },
  correction: { tone: 'pause', shape: 'paused' },
  paused: { tone: 'pause', shape: 'paused' },
  none: { tone: 'quiet' },
};

/** What a deadline looks like and says: words, shape and colour always agree (ux 0.4). */
export function deadlineFace(deadline: Deadline, words: Words): { tone: Tone; shape?: Shape; label: string } {
  const { state, remaining = 0, overdueBy = 0, owedBy } = deadline;
  const unit = words.units[deadline.unit === undefined || deadline.unit === 'wd' ? 'wd' : 'day'];
  const face = faces[state];
  if (state === 'overdue' && owedBy === 'applicant')
    return { tone: 'act', shape: 'soon', label: words.deadline.late(overdueBy, unit) };
  if (state === 'overdue') return { ...face, label: words.deadline.overdue(overdueBy, unit) };
  if (state === 'running' || state === 'soon') return { ...face, label: words.deadline.left(remaining, unit) };
  return { ...face, label: words.deadline[state] };
}
