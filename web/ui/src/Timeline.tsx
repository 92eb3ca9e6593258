import type { ReactNode } from 'react';
import { isoMoment, type Language, localParts, sayDay, sayMoment } from './dates.ts';
import { Mark } from './Mark.tsx';
import { type Words, zh } from './zh.ts';

export type TimelineEntry = {
  /** RFC 3339. */
  at: string;
  title: string;
  /** The unit, and for staff the person. */
  who?: string;
  note?: ReactNode;
  /** Working days since the step before. */
  workdays?: number;
  /** A stretch during which the clock stood still; `until` is absent while it lasts. */
  pause?: { until?: string };
};

/** What happened, newest first as the caller gives it. Where a case stands is told by the RouteStrip, not here (ux R12). */
export function Timeline(props: {
  entries: readonly TimelineEntry[];
  /** People read sentences, staff read ISO times (ux R36). */
  readers?: 'people' | 'staff';
  label?: string;
  language?: Language;
  words?: Words;
}) {
  const { entries, readers = 'people', language = 'zh', words = zh } = props;
  const say = (at: string) => (readers === 'staff' ? isoMoment(at) : sayMoment(at, language));
  return (
    <ol className="timeline" aria-label={props.label ?? words.timeline}>
      {entries.map((entry) => (
        <li key={`${entry.at} ${entry.title}`} data-pause={entry.pause ? '' : undefined}>
          <time dateTime={entry.at}>{say(entry.at)}</time>
          <div className="timeline-what">
            <p className="timeline-title">
              {entry.pause && <Mark shape="paused" />}
              {entry.title}
            </p>
            {entry.pause && (
              <p className="timeline-pause">
                {words.pausedSpan}{' '}
                {entry.pause.until ? words.until(sayDay(localParts(entry.pause.until).day, language)) : words.ongoing}
              </p>
            )}
            {entry.who && <p className="timeline-who">{entry.who}</p>}
            {entry.note && <div className="timeline-note">{entry.note}</div>}
            {entry.workdays !== undefined && <p className="timeline-days">{words.workdaysUsed(entry.workdays)}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
