import type { ReactNode } from 'react';
import { type Language, localParts, sayDay, sayTime, sayWeekday } from './dates.ts';
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

type Readers = 'people' | 'staff';

/** What happened, newest first as the caller gives it. Where a case stands is told by the RouteStrip, not here (ux R12). */
export function Timeline(props: {
  entries: readonly TimelineEntry[];
  /** People read sentences, staff read ISO times (ux R36). */
  readers?: Readers;
  label?: string;
  language?: Language;
  words?: Words;
}) {
  const { entries, readers = 'people', language = 'zh', words = zh } = props;
  return (
    <ol className="timeline" aria-label={props.label ?? words.timeline}>
      {entries.map((entry) => (
        <li key={`${entry.at} ${entry.title}`} data-pause={entry.pause ? '' : undefined}>
          <Moment at={entry.at} readers={readers} language={language} />
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

/** Day and time may break between them, never inside. */
function Moment({ at, readers, language }: { at: string; readers: Readers; language: Language }) {
  const { day, time } = localParts(at);
  return (
    <time dateTime={at}>
      <span>{readers === 'staff' ? day : sayWeekday(day, language)}</span>{' '}
      <span>{readers === 'staff' ? time : sayTime(time, language)}</span>
    </time>
  );
}
