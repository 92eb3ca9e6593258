import { Button, ButtonRow, LinkButton } from '@tongban/ui/Button.tsx';
import { Columns } from '@tongban/ui/Columns.tsx';
import { HelpBox } from '@tongban/ui/HelpBox.tsx';
import { Notice } from '@tongban/ui/Notice.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { SummaryList } from '@tongban/ui/SummaryList.tsx';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { answerName, guidePath, situationFrom, situationQuery } from '../../situation-query.ts';
import { onVisit, to } from '../../visit.ts';
import type { Route } from './+types/StartPage';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Before you start (ux P-10): what it takes, how long things are kept, what the data are for, and as whom one applies. */
export const loader = onVisit(async ({ services, language, region: here }, { params, request }: Route.LoaderArgs) => {
  const query = new URL(request.url).searchParams;
  const region = query.get('region') ?? here;
  const situation = situationFrom(query);
  const guide = await services.guide.item(
    params.itemKey,
    region,
    Object.fromEntries(situationQuery(situation)),
    language,
  );
  return { guide, situation };
});

export const action = onVisit(async (visit, { params }: Route.ActionArgs) => {
  const { actor, services } = visit;
  const said = new URLSearchParams(visit.form);
  const regionCode = said.get('region') ?? '';
  const situation = situationFrom(said);
  const here = guidePath(params.itemKey, regionCode, situation).replace('?', '/start?');
  if (actor.kind !== 'person') throw to(visit, `/sign-in?return=${encodeURIComponent(here)}`);
  const started = await services.cases.start(actor, { itemKey: params.itemKey, regionCode, situation });
  throw to(visit, `/my/cases/${started.id}/form`);
});

export default function StartPage({ loaderData }: Route.ComponentProps) {
  const { guide, situation } = loaderData;
  const { site, kit, csrf } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const { item, regionCode } = guide.view;
  const { list, question } = guide.guide;
  const back = at(`${guidePath(item.key, regionCode, situation)}#questions`);
  const answers = list.situation.map(({ text, label }) => ({ label: text, value: label }));
  const ready = list.materials.filter(({ status }) => status === 'needed');
  const { account } = site;
  const name = account?.name ?? words.unnamed;
  return (
    <>
      <PageTitle>{words.startTitle(item.name)}</PageTitle>
      <Columns
        asideLabel={words.help}
        aside={
          <HelpBox
            phone={item.consultPhone ?? '12345'}
            others={[{ label: words.hallInstead, href: at('/halls') }]}
            words={kit}
          />
        }
      >
        <h1>{words.startTitle(item.name)}</h1>
        <p className="lead">{words.startLead}</p>
        {list.stop && (
          <Notice kind="stop" title={words.unsuitable}>
            {list.stop.message}
          </Notice>
        )}
        {question && (
          <Notice kind="warn">
            {words.toAnswer} <a href={back}>{words.answerNow}</a>
          </Notice>
        )}
        {answers.length > 0 && (
          <Section id="situation" title={words.yourSituation} remark={<a href={back}>{words.changeAnswers}</a>}>
            <SummaryList rows={answers} words={kit} />
          </Section>
        )}
        <Section id="ready" title={words.getReady}>
          {ready.length === 0 ? (
            <p>{words.getReadyNone}</p>
          ) : (
            <ol className="lines">
              {ready.map(({ key, name }) => (
                <li key={key}>{name}</li>
              ))}
            </ol>
          )}
        </Section>
        <Section id="how" title={words.howItGoes}>
          <ul className="lines">
            {words.howItGoesLines((item.form?.pages.length ?? 0) + 2).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
        <Section id="data-use" title={words.dataUse}>
          <p className="prose">{words.dataUseText(item.implementingBody.name)}</p>
        </Section>
        {account && (
          <Section id="who" title={words.whoApplies} remark={<a href={at('/my/identity')}>{words.switchIdentity}</a>}>
            <p>{account.actingFor ? words.asAgent(name, account.actingFor) : words.asMyself(name)}</p>
          </Section>
        )}
        {!list.stop && item.form && (
          <form method="post" action={at(`/items/${item.key}/start`)}>
            <input type="hidden" name="csrf" value={csrf} />
            <input type="hidden" name="region" value={regionCode} />
            {Object.entries(situation).map(([key, value]) => (
              <input key={key} type="hidden" name={answerName(key)} value={value} />
            ))}
            <ButtonRow>
              <Button>{account ? words.begin : words.signInToBegin}</Button>
              <LinkButton kind="secondary" href={back}>
                {words.previous}
              </LinkButton>
            </ButtonRow>
          </form>
        )}
      </Columns>
    </>
  );
}
