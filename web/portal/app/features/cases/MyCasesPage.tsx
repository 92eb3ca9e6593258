import type { MyCasesQuery } from '@tongban/server/contract/cases';
import { LinkButton } from '@tongban/ui/Button.tsx';
import { CaseList } from '@tongban/ui/CaseList.tsx';
import { EmptyState } from '@tongban/ui/EmptyState.tsx';
import { Pagination } from '@tongban/ui/Pagination.tsx';
import { withQuery } from '../../address.ts';
import { shelfRowOf } from '../../case-words.ts';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { onVisit } from '../../visit.ts';
import type { Route } from './+types/MyCasesPage';
import { en } from './en.ts';
import { zh } from './zh.ts';

const tabs = ['all', 'action', 'running', 'closed', 'drafts'] as const;

export const loader = onVisit(async ({ services, actor }, { request }: Route.LoaderArgs) => {
  const query = new URL(request.url).searchParams;
  const show = tabs.find((tab) => tab === query.get('show')) ?? 'all';
  const after = query.get('after');
  const asked: MyCasesQuery = { show, limit: 20, ...(after && { after }) };
  return { page: await services.cases.list(actor, asked), show, onward: after !== null };
});

export default function MyCasesPage({ loaderData: { page, show, onward } }: Route.ComponentProps) {
  const { kit, language } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const here = withQuery('/my/cases', { show: show === 'all' ? undefined : show });
  return (
    <>
      <PageTitle>{words.myCases}</PageTitle>
      <h1>{words.myCases}</h1>
      <nav className="tabs" aria-label={words.tabsLabel}>
        <ul>
          {tabs.map((tab) => (
            <li key={tab}>
              <a
                href={at(withQuery('/my/cases', { show: tab === 'all' ? undefined : tab }))}
                aria-current={tab === show ? 'page' : undefined}
              >
                {words.tabs[tab]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {page.items.length === 0 ? (
        <EmptyState
          why={words.noCases}
          action={<LinkButton href={at('/')}>{words.findService}</LinkButton>}
          help={words.askSomebody}
        />
      ) : (
        <CaseList
          rows={page.items.map((row) => shelfRowOf(row, language, at))}
          label={words.tabs[show]}
          language={language}
          words={kit}
        />
      )}
      <Pagination
        {...(page.next && { nextHref: at(withQuery(here, { after: page.next })) })}
        {...(onward && { firstHref: at(here) })}
        shown={page.items.length}
        words={kit}
      />
    </>
  );
}
