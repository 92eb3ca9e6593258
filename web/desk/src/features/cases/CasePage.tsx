import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '@tongban/server/contract/cases';
import { Skeleton, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { caseOptions } from '../../case/api.ts';
import { CaseBar } from '../../case/CaseBar.tsx';
import { FormAnswers } from '../../case/FormAnswers.tsx';
import { MaterialViewer } from '../../case/MaterialViewer.tsx';
import { judgedCount, PointList } from '../../case/PointList.tsx';
import { SituationAnswers } from '../../case/SituationAnswers.tsx';
import { Split } from '../../case/Split.tsx';
import { canJudge, useJudging } from '../../case/useJudging.ts';
import { useWords } from '../../lib/language.ts';
import { ProblemNotice } from '../../lib/ProblemNotice.tsx';
import { usePageTitle } from '../../lib/usePageTitle.ts';
import { ActionBar } from './ActionBar.tsx';
import { BasisTab } from './BasisTab.tsx';
import { en } from './en.ts';
import { JournalTab } from './JournalTab.tsx';
import { Neighbours, useShelf } from './Neighbours.tsx';
import { zh } from './zh.ts';

/** A case as an official works on it (C-13): what was handed in on the left, what is found on the right, what one may do below. */
export default function CasePage() {
  const words = useWords({ zh, en });
  const { caseId = '' } = useParams();
  const opened = useQuery(caseOptions(caseId));
  const shelf = useShelf();
  if (opened.error && !opened.data)
    return (
      <div className="page-body">
        <h1>{words.notOpened}</h1>
        <ProblemNotice error={opened.error} onRetry={() => opened.refetch()} />
        <p className="form-go">
          <BackToList />
        </p>
      </div>
    );
  if (!opened.data) return <Skeleton className="page-body" active paragraph={{ rows: 12 }} />;
  return <OpenCase key={caseId} view={opened.data} shelf={shelf} />;
}

function BackToList() {
  const words = useWords({ zh, en });
  const [address] = useSearchParams();
  return (
    <Link className="back-link" to={`/cases?${address}`}>
      {words.back}
    </Link>
  );
}

function OpenCase({ view, shelf }: { view: CaseView; shelf: readonly string[] }) {
  const words = useWords({ zh, en });
  usePageTitle(`${view.item.name} ${view.number ?? ''}`);
  const [shown, show] = useState<string>();
  const judging = useJudging(view);
  const judged = judgedCount(view.points);
  return (
    <div className="case-page">
      <div className="case-trail">
        <BackToList />
        <Neighbours caseId={view.id} shelf={shelf} />
      </div>
      <CaseBar view={view} />
      <Split
        label={words.split}
        left={<MaterialViewer view={view} shown={shown} onShow={show} />}
        right={
          <Tabs
            className="review-tabs"
            items={[
              {
                key: 'points',
                label: (
                  <>
                    {words.tabs.points}
                    {view.points.length > 0 && <span className="tab-count">{`${judged}/${view.points.length}`}</span>}
                  </>
                ),
                children: (
                  <>
                    <ProblemNotice error={judging.error} />
                    <PointList
                      view={view}
                      onShow={show}
                      onJudge={
                        canJudge(view) ? (pointKey, verdict) => judging.mutate({ pointKey, verdict }) : undefined
                      }
                    />
                  </>
                ),
              },
              {
                key: 'form',
                label: words.tabs.form,
                children: (
                  <>
                    <section className="form-answers">
                      <h2>{words.situation}</h2>
                      <SituationAnswers view={view} />
                    </section>
                    <FormAnswers view={view} level={2} />
                  </>
                ),
              },
              { key: 'timeline', label: words.tabs.timeline, children: <JournalTab view={view} /> },
              { key: 'basis', label: words.tabs.basis, children: <BasisTab view={view} /> },
            ]}
          />
        }
      />
      <ActionBar view={view} />
    </div>
  );
}
