import type { CaseView } from '@tongban/server/contract/cases';
import { DocketNumber } from '@tongban/ui/DocketNumber.tsx';
import { isoMoment } from '@tongban/ui/dates.ts';
import { FileSpine } from '@tongban/ui/FileSpine.tsx';
import { RouteStrip } from '@tongban/ui/RouteStrip.tsx';
import { StatusTag, Tag } from '@tongban/ui/StatusTag.tsx';
import { useKitWords, useWords } from '../lib/language.ts';
import { Applicant } from './Applicant.tsx';
import { CaseChip } from './CaseChip.tsx';
import { spineOf, statusOf } from './clock.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The cover of an open file: number, item, the way it has gone, its clock, who applies. */
export function CaseBar({ view }: { view: CaseView }) {
  const words = useWords({ zh, en });
  const kit = useKitWords();
  return (
    <FileSpine as="header" tone={spineOf(view)}>
      <div className="case-bar">
        <div className="case-bar-title">
          <p>
            {view.number && <DocketNumber caseNo={view.number} words={kit} />}
            {view.sample && <Tag tone="quiet">{words.facts.sample}</Tag>}
          </p>
          <h1>{view.item.name}</h1>
        </div>
        <RouteStrip
          words={kit}
          stations={view.stations.map(({ key, status, on }) => ({
            name: key,
            progress: status,
            ...(on && { note: on.slice(5) }),
          }))}
        />
        <div className="case-bar-clock">
          <StatusTag {...statusOf(view)} words={kit} />
          <CaseChip row={view} explained />
        </div>
      </div>
      <div className="case-bar-facts">
        <Applicant view={view} />
        <dl className="applicant">
          <div>
            <dt>{words.columns.channel}</dt>
            <dd>
              {words.channels[view.channel]}
              {view.submittedAt && ` · ${isoMoment(view.submittedAt)}`}
            </dd>
          </div>
          <div>
            <dt>{words.facts.department}</dt>
            <dd>{view.department.name}</dd>
          </div>
          {view.reviewer && (
            <div>
              <dt>{words.facts.reviewer}</dt>
              <dd>{view.reviewer}</dd>
            </div>
          )}
        </dl>
      </div>
    </FileSpine>
  );
}
