import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { countOptions, queueOptions } from '../../case/api.ts';
import { CaseTable } from '../../case/CaseTable.tsx';
import { ListFoot } from '../../case/ListFoot.tsx';
import { useWords } from '../../lib/language.ts';
import { ProblemNotice } from '../../lib/ProblemNotice.tsx';
import { usePageTitle } from '../../lib/usePageTitle.ts';
import { useShortcuts } from '../../lib/useShortcuts.ts';
import './window.css';
import { en } from './en.ts';
import { zh } from './zh.ts';

const states = ['SUBMITTED', 'RECEIVED'] as const;
type Waiting = (typeof states)[number];

/** The window's own work: take in whoever stands here, and what came in online. */
export default function WindowPage() {
  const words = useWords({ zh, en });
  usePageTitle(words.title);
  const navigate = useNavigate();
  const [address, setAddress] = useSearchParams();
  const counts = useQueries({ queries: states.map((state) => countOptions({ work: 'pending', state })) });
  useShortcuts([{ keys: 'n', does: words.keys.newCase, run: () => navigate('/window/new') }]);
  return (
    <div className="page-body">
      <div className="page-head">
        <h1>{words.title}</h1>
        <Button type="primary" onClick={() => navigate('/window/new')}>
          {words.newCase} <kbd>N</kbd>
        </Button>
      </div>
      <Tabs
        activeKey={address.get('state') ?? 'SUBMITTED'}
        onChange={(state) => setAddress({ state }, { replace: true })}
        destroyOnHidden
        items={states.map((state, n) => ({
          key: state,
          label: (
            <>
              {words.tabs[state]}
              <span className="tab-count">{counts[n]?.data}</span>
            </>
          ),
          children: <Shelf state={state} />,
        }))}
      />
    </div>
  );
}

function Shelf({ state }: { state: Waiting }) {
  const words = useWords({ zh, en });
  const list = useInfiniteQuery(queueOptions({ work: 'pending', state }));
  const rows = list.data ?? [];
  return (
    <>
      <ProblemNotice error={list.error} onRetry={() => list.refetch()} />
      {rows.length > 0 && (
        <CaseTable
          rows={rows}
          label={words.tabs[state]}
          href={({ id }) => `/cases/${id}?work=pending&state=${state}`}
          busy={list.isFetching}
          keys={words.keys}
        />
      )}
      {list.isSuccess && rows.length === 0 && (
        <div className="empty-state">
          <p>{words.empty[state]}</p>
        </div>
      )}
      <ListFoot list={list} shown={rows.length} />
    </>
  );
}
