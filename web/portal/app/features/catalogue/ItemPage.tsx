import type { Guide } from '@tongban/server/portal-services';
import { Breadcrumb } from '@tongban/ui/Breadcrumb.tsx';
import { ButtonRow, LinkButton } from '@tongban/ui/Button.tsx';
import { Columns } from '@tongban/ui/Columns.tsx';
import { FactRow } from '@tongban/ui/FactRow.tsx';
import { HelpBox } from '@tongban/ui/HelpBox.tsx';
import { LinkCells } from '@tongban/ui/LinkCells.tsx';
import { Notice } from '@tongban/ui/Notice.tsx';
import { RouteStrip } from '@tongban/ui/RouteStrip.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { Tag } from '@tongban/ui/StatusTag.tsx';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { guidePath, situationFrom, situationQuery } from '../../situation-query.ts';
import { onVisit } from '../../visit.ts';
import type { Route } from './+types/ItemPage';
import { en } from './en.ts';
import { GuideDetails } from './GuideDetails.tsx';
import { factsOf } from './item-facts.ts';
import { PersonalList } from './PersonalList.tsx';
import { Questions } from './Questions.tsx';
import { zh } from './zh.ts';

/** The guide with the questions inline (ux P-05, P-06): everything one needs to know before starting, without signing in. */
export const loader = onVisit(async ({ services, region, language }, { params, request }: Route.LoaderArgs) => {
  const query = new URL(request.url).searchParams;
  const situation = situationFrom(query);
  const place = query.get('region') ?? region;
  const guide = await services.guide.item(
    params.itemKey,
    place,
    Object.fromEntries(situationQuery(situation)),
    language,
  );
  return { guide, situation, unanswered: query.get('asked') };
});

export default function ItemPage({ loaderData }: Route.ComponentProps) {
  const { guide, situation, unanswered } = loaderData;
  const { kit, language } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const { item, card, regionCode } = guide.view;
  const title = item.plainName ?? item.name;
  const forFirms = !item.serviceTargets.includes('1');
  return (
    <>
      <PageTitle failed={unanswered !== null && guide.guide.question?.key === unanswered}>{title}</PageTitle>
      <Breadcrumb
        trail={[
          { label: words.homeTitle, href: at('/') },
          forFirms
            ? { label: words.browseTitles.firms, href: at('/browse/firms') }
            : { label: words.browseTitles.people, href: at('/browse/people') },
          { label: item.name },
        ]}
        words={kit}
      />
      <Columns asideLabel={words.actionsLabel} aside={<Aside guide={guide} situation={situation} />}>
        <h1>{title}</h1>
        <p className="lead">
          {item.plainName
            ? words.officialName(item.name, item.implementingBody.name)
            : words.by(item.implementingBody.name)}{' '}
          {card.sample && <Tag tone="quiet">{words.sample}</Tag>}
        </p>
        {language === 'en' && !item.en && <Notice>{words.onlyChinese}</Notice>}
        <FactRow facts={factsOf(card, words)} />
        {guide.places.length > 0 && <ChoosePlace guide={guide} situation={situation} />}
        <TypicalRoute guide={guide} />
        {(item.questions ?? []).length > 0 && <Questions guide={guide} situation={situation} unanswered={unanswered} />}
        {guide.guide.list.stop ? (
          <Notice kind="stop" title={words.stopTitle}>
            <p>{guide.guide.list.stop.message}</p>
            {guide.guide.instead && (
              <p>
                <a href={at(guidePath(guide.guide.instead.key, regionCode))}>
                  {words.instead(guide.guide.instead.name)}
                </a>
              </p>
            )}
          </Notice>
        ) : (
          <PersonalList guide={guide} situation={situation} />
        )}
        <GuideDetails view={guide.view} />
      </Columns>
    </>
  );
}

function Aside({ guide, situation }: { guide: Guide; situation: Record<string, string> }) {
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const { item, card, regionCode } = guide.view;
  const start = guidePath(item.key, regionCode, situation).replace('?', '/start?');
  return (
    <>
      {card.applyOnline && !guide.guide.list.stop && (
        <ButtonRow>
          <LinkButton href={at(start)}>{words.applyNow}</LinkButton>
        </ButtonRow>
      )}
      {!card.applyOnline && <p>{words.noApply}</p>}
      <HelpBox
        phone={item.consultPhone ?? '12345'}
        others={[{ label: words.toHalls, href: at('/halls') }]}
        words={kit}
      />
    </>
  );
}

/** Where it is handled by districts, the place comes first: window, telephone and sometimes the list depend on it. */
function ChoosePlace({ guide, situation }: { guide: Guide; situation: Record<string, string> }) {
  const words = useWords({ zh, en });
  const at = useAddress();
  const { item, regionCode } = guide.view;
  return (
    <Section id="place" title={words.chooseRegion}>
      <p className="hint">{words.chooseRegionText}</p>
      <LinkCells
        links={guide.places.map(({ code, name }) => ({
          title: name,
          href: at(guidePath(item.key, code, situation)),
          ...(code === regionCode && { note: words.chosenPlace }),
        }))}
      />
    </Section>
  );
}

/** The way in general: the law's days for the agency's answer and for delivery, the promise in between. */
function TypicalRoute({ guide }: { guide: Guide }) {
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  const limit = guide.view.item.promisedTimeLimit;
  const notes: Record<string, string | undefined> = {
    apply: guide.view.card.applyOnline ? words.routeNotes.apply : words.windowOnly,
    accept: words.routeNotes.accept,
    decide: limit && words.routeNotes.decide(limit.length, words.units[limit.unit]),
    deliver: words.routeNotes.deliver,
  };
  if (guide.view.item.caseType === 'IMMEDIATE') return null;
  return (
    <Section id="route" title={words.route}>
      <RouteStrip
        plain
        stations={(['apply', 'accept', 'review', 'decide', 'deliver'] as const).map((name) => ({
          name,
          progress: 'next',
          ...(notes[name] && { note: notes[name] }),
        }))}
        words={kit}
      />
    </Section>
  );
}
