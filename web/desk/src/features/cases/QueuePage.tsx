import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useStand } from '../../app/session.ts';
import { countOptions, type QueueFilter, queueOptions, type Work } from '../../case/api.ts';
import { CaseTable } from '../../case/CaseTable.tsx';
import { ListFoot } from '../../case/ListFoot.tsx';
import { useWords } from '../../lib/language.ts';
import { ProblemNotice } from '../../lib/ProblemNotice.tsx';
import { usePageTitle } from '../../lib/usePageTitle.ts';
import { en } from './en.ts';
import { FilterChips } from './FilterChips.tsx';
import { filterOf, type Narrowing } from './filter.ts';
import { zh } from './zh.ts';

const works: readonly Work[] = ['pending', 'unclaimed', 'mine', 'done'];

/** The work list (C-12): tabs by work, filters in the address, files in the order of their deadlines. */
export default function QueuePage() {
  const words = useWords({ zh, en });
  usePageTitle(words.title);
  const [address, setAddress] = useSearchParams();
  const filter = filterOf(address);
  const watches = useStand() === 'watches';
  const counts = useQueries({ queries: works.map((work) => countOptions({ ...filter, work })) });
  const narrow = (change: Narrowing) => {
    const next = new URLSearchParams(address);
    for (const [name, value] of Object.entries(change)) value ? next.set(name, value) : next.delete(name);
    setAddress(next, { replace: true });
  };
  return (
    <div className="page-body">
      <div className="page-head">
        <h1>{words.title}</h1>
        <select
          className="input"
          aria-label={words.state}
          value={filter.state ?? ''}
          onChange={(event) => narrow({ state: (event.target.value || undefined) as QueueFilter['state'] })}
        >
          <option value="">{words.anyState}</option>
          {Object.entries(words.states).map(([state, name]) => (
            <option key={state} value={state}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Tabs
        activeKey={filter.work ?? 'pending'}
        onChange={(work) => narrow({ work: work as Work })}
        destroyOnHidden
        items={works.map((work, n) => ({
          key: work,
          label: (
            <>
              {watches && work === 'pending' ? words.watched : words.works[work]}
              <span className="tab-count">{countText(counts[n]?.data)}</span>
            </>
          ),
          children: <Shelf filter={{ ...filter, work }} onNarrow={narrow} />,
        }))}
      />
    </div>
  );
}

const countText = (count: number | undefined): string =>
  count === undefined ? '' : count < 10_000 ? `${count}` : '9999+';

function Shelf({ filter, onNarrow }: { filter: QueueFilter; onNarrow: (change: Narrowing) => void }) {
  const words = useWords({ zh, en });
  const list = useInfiniteQuery(queueOptions(filter));
  const { work = 'pending', ...narrowed } = filter;
  const isNarrowed = Object.values(narrowed).some((value) => value !== undefined);
  const rows = list.data ?? [];
  const search = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  );
  return (
    <>
      <FilterChips filter={filter} onNarrow={onNarrow} itemName={rows[0]?.item.name} />
      <ProblemNotice error={list.error} onRetry={() => list.refetch()} />
      {rows.length > 0 && (
        <CaseTable
          rows={rows}
          label={words.works[work]}
          href={({ id }) => `/cases/${id}?${search}`}
          busy={list.isFetching}
          keys={words.keys}
        />
      )}
      {list.isSuccess && rows.length === 0 && (
        <div className="empty-state">
          <p>{isNarrowed ? words.noMatch : words.explain[work]}</p>
          {isNarrowed && (
            <Button onClick={() => onNarrow({ state: undefined, itemKey: undefined, text: undefined })}>
              {words.clear}
            </Button>
          )}
        </div>
      )}
      <ListFoot list={list} shown={rows.length} />
    </>
  );
}
