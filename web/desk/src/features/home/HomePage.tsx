import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useRoles, useSession, useStand } from '../../app/session.ts';
import { countOptions, queueOptions, type Work } from '../../case/api.ts';
import { CaseTable } from '../../case/CaseTable.tsx';
import { useWords } from '../../lib/language.ts';
import { ProblemNotice } from '../../lib/ProblemNotice.tsx';
import { usePageTitle } from '../../lib/usePageTitle.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

const SHOWN = 8;

/** Where the day begins (C-02): how much waits, and what is due first. Every figure opens the list it counts. */
export default function HomePage() {
  const words = useWords({ zh, en });
  usePageTitle(words.title);
  const session = useSession();
  const apart = useStand() === 'apart';
  return (
    <div className="page-body">
      <div className="page-head">
        <h1>{words.greeting(session.name)}</h1>
      </div>
      {apart ? <p className="lead">{words.noPost}</p> : <MyCases />}
    </div>
  );
}

function MyCases() {
  const roles = useRoles();
  const watches = useStand() === 'watches';
  const words = useWords({ zh, en });
  const navigate = useNavigate();
  const works: readonly Work[] = roles.has('reviewer') ? ['pending', 'unclaimed', 'mine', 'done'] : ['pending', 'done'];
  const counts = useQueries({ queries: works.map((work) => countOptions({ work })) });
  const due = useInfiniteQuery(queueOptions({ work: 'pending' }));
  const rows = due.data?.slice(0, SHOWN) ?? [];
  return (
    <>
      <dl className="figures" aria-label={words.figures}>
        {works.map((work, n) => (
          <div key={work}>
            <dt>{watches && work === 'pending' ? words.watched : words[work]}</dt>
            <dd>
              <Link to={`/cases?work=${work}`}>{counts[n]?.data?.toLocaleString('zh-CN') ?? '--'}</Link>
              {words.pieces}
            </dd>
          </div>
        ))}
      </dl>
      <section className="section" aria-labelledby="due-first">
        <div className="section-head">
          <h2 id="due-first">{words.dueFirst}</h2>
          {rows.length > 0 && <Link to="/cases">{words.all}</Link>}
        </div>
        <ProblemNotice error={due.error} onRetry={() => due.refetch()} />
        {rows.length > 0 && (
          <CaseTable
            rows={rows}
            label={words.dueFirst}
            href={({ id }) => `/cases/${id}`}
            busy={due.isFetching}
            keys={words.keys}
          />
        )}
        {due.isSuccess && rows.length === 0 && (
          <div className="empty-state">
            <p>{words.nothing}</p>
            <p className="hint">{words.nothingHint}</p>
            {roles.has('acceptanceOfficer') && <Button onClick={() => navigate('/window')}>{words.toWindow}</Button>}
          </div>
        )}
      </section>
    </>
  );
}
