import { CaseList } from '@tongban/ui/CaseList.tsx';
import { LinkCells } from '@tongban/ui/LinkCells.tsx';
import { RouteStrip } from '@tongban/ui/RouteStrip.tsx';
import { SearchBox } from '@tongban/ui/SearchBox.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { withQuery } from '../../address.ts';
import { shelfRowOf } from '../../case-words.ts';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { guidePath } from '../../situation-query.ts';
import { onVisit } from '../../visit.ts';
import type { Route } from './+types/HomePage';
import { ElderHome } from './ElderHome.tsx';
import { en } from './en.ts';
import { notesOf } from './item-facts.ts';
import { firmEvents, lifeEvents } from './life-events.ts';
import { zh } from './zh.ts';

const CONTINUED = 3;
const DEPARTMENTS = 12;

/** The home page (ux P-01): the right item within two clicks. Nothing is counted here that was not counted. */
export const loader = onVisit(async ({ services, actor, region }, _: Route.LoaderArgs) => {
  const [home, goOn] = await Promise.all([
    services.guide.home(region),
    actor.kind === 'person' ? services.cases.list(actor, { show: 'action', limit: CONTINUED }) : undefined,
  ]);
  return { ...home, goOn: goOn?.items ?? [], region };
});

export default function HomePage({ loaderData }: Route.ComponentProps) {
  const { elder } = useFrame();
  const words = useWords({ zh, en });
  return (
    <>
      <PageTitle>{words.homeTitle}</PageTitle>
      {elder ? <ElderHome {...loaderData} /> : <PlainHome {...loaderData} />}
    </>
  );
}

export type HomeData = Route.ComponentProps['loaderData'];

function PlainHome({ frequent, curated, hotWords, facets, goOn, region }: HomeData) {
  const { kit, language } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const known = new Set(facets.lifeEvents.map(({ value }) => value));
  const route = (events: readonly string[]) =>
    events.map((event) => ({
      name: words.eventName(event),
      progress: 'next' as const,
      ...(known.has(event) && { href: at(withQuery('/browse/life', { of: event })) }),
    }));
  return (
    <>
      <h1 className="only-read">{words.homeTitle}</h1>
      <SearchBox action={at('/search')} size="large" label={words.ask} hint={words.example} words={kit} />
      <p className="hot-words">
        {words.hot}
        {hotWords.map((word) => (
          <a key={word} href={at(withQuery('/search', { q: word }))} lang="zh-CN">
            {word}
          </a>
        ))}
      </p>
      {goOn.length > 0 && (
        <Section id="go-on" title={words.goOn} remark={<a href={at('/my/cases')}>{words.allCases}</a>}>
          <CaseList
            rows={goOn.map((row) => shelfRowOf(row, language, at))}
            label={words.goOn}
            language={language}
            words={kit}
          />
        </Section>
      )}
      <Section
        id="frequent"
        title={curated ? words.frequent : words.frequentOnline}
        remark={<a href={at('/browse/people')}>{words.allItems}</a>}
      >
        <LinkCells
          links={frequent.map((card) => ({
            title: card.plainName ?? card.name,
            note: notesOf(card, words).join(' · '),
            href: at(guidePath(card.key, region)),
          }))}
        />
      </Section>
      <Section id="life" title={words.lifeRoute}>
        <RouteStrip plain label={words.routeLabel} stations={route(lifeEvents)} words={kit} />
      </Section>
      <Section id="firm" title={words.firmRoute}>
        <RouteStrip plain label={words.firmRouteLabel} stations={route(firmEvents)} words={kit} />
      </Section>
      <Section
        id="departments"
        title={words.departments}
        remark={<a href={at('/browse/departments')}>{words.allDepartments}</a>}
      >
        <LinkCells
          links={facets.departments.slice(0, DEPARTMENTS).map(({ value, body, count }) => ({
            title: body ? words.ofDistricts(body) : value,
            note: words.items(count),
            href: at(withQuery('/browse/departments', { of: value })),
          }))}
        />
      </Section>
      <Section id="halls" title={words.halls}>
        <p>
          {words.hallsText} <a href={at('/halls')}>{words.toHalls}</a>
        </p>
      </Section>
    </>
  );
}
