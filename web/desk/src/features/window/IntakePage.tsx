import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '@tongban/server/contract/cases';
import type { FormDefinition } from '@tongban/server/contract/forms';
import { Notice } from '@tongban/ui/Notice.tsx';
import { Tag } from '@tongban/ui/StatusTag.tsx';
import { Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { Applicant } from '../../case/Applicant.tsx';
import { caseOptions } from '../../case/api.ts';
import { FormAnswers } from '../../case/FormAnswers.tsx';
import { MaterialViewer } from '../../case/MaterialViewer.tsx';
import { judgedCount, PointList } from '../../case/PointList.tsx';
import { canJudge, useJudging } from '../../case/useJudging.ts';
import { useWords } from '../../lib/language.ts';
import { Mistakes } from '../../lib/Mistakes.tsx';
import { ProblemNotice } from '../../lib/ProblemNotice.tsx';
import { usePageTitle } from '../../lib/usePageTitle.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { ExitBar } from './ExitBar.tsx';
import './window.css';
import { en } from './en.ts';
import { MaterialTable } from './MaterialTable.tsx';
import { Received } from './Received.tsx';
import { goTo, Region, Regions } from './Regions.tsx';
import { SituationRegion } from './SituationRegion.tsx';
import { useDraft } from './useDraft.ts';
import { useExits } from './useExits.ts';
import { zh } from './zh.ts';

/** An intake under way (C-04): materials and form while it is a draft, the review points once it is received, the slip once accepted. */
export default function IntakePage() {
  const words = useWords({ zh, en });
  const { caseId = '' } = useParams();
  const opened = useQuery(caseOptions(caseId));
  if (opened.error && !opened.data)
    return (
      <div className="page-body">
        <h1>{words.notOpened}</h1>
        <ProblemNotice error={opened.error} onRetry={() => opened.refetch()} />
        <p className="form-go">
          <Link to="/window">{words.title}</Link>
        </p>
      </div>
    );
  if (!opened.data) return <Skeleton className="page-body" active paragraph={{ rows: 12 }} />;
  return <Intake key={caseId} view={opened.data} />;
}

function Intake({ view }: { view: CaseView }) {
  const words = useWords({ zh, en });
  const change = useDraft(view);
  const flush = useRef<() => Promise<unknown>>(() => Promise.resolve());
  const exits = useExits(view, change, flush);
  const judging = useJudging(view);
  const [shown, show] = useState<string>();
  const { mistakes } = exits;
  usePageTitle(view.item.name, mistakes.length);
  const draft = view.state === 'DRAFT';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new state brings its own next thing to do
  useEffect(() => goTo(draft ? 'materials' : 'points'), [view.state]);
  const judged = judgedCount(view.points);
  if (!draft && view.state !== 'SUBMITTED' && view.state !== 'RECEIVED') return <Received view={view} />;
  return (
    <div className="intake-page">
      <div className="case-trail">
        <Link to="/window">{words.title}</Link>
        <h1>{view.item.name}</h1>
        {view.number && <span className="docket-number">{view.number}</span>}
      </div>
      <Regions>
        <Region name="person">
          <Arrival />
          <Applicant view={view} />
        </Region>
        <div className="intake-middle" key={String(draft)}>
          <Mistakes mistakes={mistakes.map(placed)} attempt={exits.tries} />
          <Region name="item">
            <SituationRegion view={view} change={change} />
          </Region>
          <Region name="materials">
            {draft ? (
              <MaterialTable view={view} mistakes={mistakes} />
            ) : (
              <MaterialViewer view={view} shown={shown} onShow={show} />
            )}
          </Region>
          <Region name="form">
            {draft && hasForm(view) ? (
              <AnswerForm view={view} change={change} mistakes={mistakes.map(placed)} flush={flush} />
            ) : (
              <FormAnswers view={view} level={3} />
            )}
          </Region>
        </div>
        <Region name="points" remark={view.points.length > 0 && `${judged}/${view.points.length}`}>
          {draft && <p className="hint">{words.pointsLater}</p>}
          <ProblemNotice error={judging.error} />
          <PointList
            view={view}
            {...(!draft && { onShow: show })}
            onJudge={canJudge(view) ? (pointKey, verdict) => judging.mutate({ pointKey, verdict }) : undefined}
          />
        </Region>
      </Regions>
      <ExitBar view={view} exits={exits} />
    </div>
  );
}

const hasForm = (view: CaseView): view is CaseView & { form: FormDefinition } => view.form !== null;

/** Mistakes of the form are told by their place in the case; on the page a field's name is its place in the form. */
const placed = <M extends { pointer: string }>(mistake: M): M => ({
  ...mistake,
  pointer: mistake.pointer.replace(/^\/form(?=\/)/, ''),
});

/** How the person was identified when this intake began, while the clerk still knows it. */
function Arrival() {
  const words = useWords({ zh, en });
  const arrival = useLocation().state as { by?: 'card' | 'hand'; resumed?: boolean } | null;
  return (
    <>
      {arrival?.by && (
        <Tag tone={arrival.by === 'card' ? 'ok' : 'quiet'}>{arrival.by === 'card' ? words.byCard : words.byHand}</Tag>
      )}
      {arrival?.resumed && <Notice live>{words.resumed}</Notice>}
    </>
  );
}
