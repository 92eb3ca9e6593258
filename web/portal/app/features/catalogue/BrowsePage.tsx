import type { ItemFilter } from '@tongban/server/contract/catalogue';
import type { Facets } from '@tongban/server/portal-services';
import { LinkButton } from '@tongban/ui/Button.tsx';
import { EmptyState } from '@tongban/ui/EmptyState.tsx';
import { LinkCells } from '@tongban/ui/LinkCells.tsx';
import { Pagination } from '@tongban/ui/Pagination.tsx';
import { RouteStrip } from '@tongban/ui/RouteStrip.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { withQuery } from '../../address.ts';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { onVisit } from '../../visit.ts';
import type { Route } from './+types/BrowsePage';
import { en } from './en.ts';
import { ItemRows } from './ItemRows.tsx';
import { firmEvents, lifeEvents } from './life-events.ts';
import { zh } from './zh.ts';

const ways = ['people', 'firms', 'departments', 'themes', 'life'] as const;
type Way = (typeof ways)[number];

/** Browsing when words fail (ux P-03): each way and each choice has an address of its own. */
export const loader = onVisit(async ({ services, region }, { params, request }: Route.LoaderArgs) => {
  const way = ways.find((each) => each === params.way);
  if (!way) throw services.site.noSuchPage();
  const query = new URL(request.url).searchParams;
  const chosen = query.get('of')?.slice(0, 100);
  const filter = filterOf(way, chosen);
  const after = query.get('after') ?? undefined;
  const facets = await services.guide.facets(region);
  return {
    way,
    chosen,
    facets,
    page: filter && (await services.guide.browse(region, filter, after)),
    onward: after !== undefined,
  };
});

function filterOf(way: Way, chosen: string | undefined): ItemFilter | undefined {
  switch (way) {
    case 'people':
      return { target: '1', ...(chosen && { theme: chosen }) };
    case 'firms':
      return { target: '2', ...(chosen && { theme: chosen }) };
    case 'departments':
      return chosen === undefined ? undefined : { department: chosen };
    case 'themes':
      return chosen === undefined ? undefined : { theme: chosen };
    case 'life':
      return chosen === undefined ? undefined : { lifeEvent: chosen };
  }
}

export default function BrowsePage({ loaderData: { way, chosen, facets, page, onward } }: Route.ComponentProps) {
  const { kit, path } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const title = chosen === undefined ? words.browseTitles[way] : words.eventName(chosen);
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <h1>{title}</h1>
      <nav className="tabs" aria-label={words.browseTabs}>
        <ul>
          {ways.map((each) => (
            <li key={each}>
              <a href={at(`/browse/${each}`)} aria-current={each === way ? 'page' : undefined}>
                {words.browseTitles[each]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Choices way={way} chosen={chosen} facets={facets} />
      {page && page.total === 0 && (
        <EmptyState
          why={words.noneHere}
          action={
            <LinkButton kind="secondary" href={at('/regions')}>
              {words.widen}
            </LinkButton>
          }
        />
      )}
      {page && page.total > 0 && (
        <>
          <p>{words.browseCount(page.total, page.applyOnline)}</p>
          <ItemRows label={title} rows={page.items.map((card) => ({ card }))} />
          <Pagination
            {...(page.next && { nextHref: at(withQuery(path, { after: page.next })) })}
            {...(onward && { firstHref: at(withQuery(path, { after: undefined })) })}
            words={kit}
          />
        </>
      )}
    </>
  );
}

/** What one can choose from: departments and themes in cells, lives as a route. */
function Choices({ way, chosen, facets }: { way: Way; chosen: string | undefined; facets: Facets }) {
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const into = (value: string) => at(withQuery(`/browse/${way}`, { of: value }));
  if (way === 'life') {
    const known = new Set(facets.lifeEvents.map(({ value }) => value));
    const route = (events: readonly string[]) =>
      events.map((event) => ({
        name: words.eventName(event),
        progress: chosen === event ? ('now' as const) : ('next' as const),
        ...(known.has(event) && { href: into(event) }),
      }));
    return (
      <>
        <Section id="life" title={words.lifeRoute}>
          <RouteStrip plain label={words.routeLabel} stations={route(lifeEvents)} words={kit} />
        </Section>
        <Section id="firm" title={words.firmRoute}>
          <RouteStrip plain label={words.firmRouteLabel} stations={route(firmEvents)} words={kit} />
        </Section>
      </>
    );
  }
  if (chosen !== undefined || way === 'people' || way === 'firms') return null;
  const values =
    way === 'themes'
      ? facets.themes.map((theme) => ({ ...theme, title: theme.value }))
      : facets.departments.map((one) => ({ ...one, title: one.body ? words.ofDistricts(one.body) : one.value }));
  return (
    <LinkCells
      links={values.map(({ value, title, count }) => ({ title, href: into(value), note: words.items(count) }))}
    />
  );
}
