import { Breadcrumb } from '@tongban/ui/Breadcrumb.tsx';
import { Button } from '@tongban/ui/Button.tsx';
import { LinkCells } from '@tongban/ui/LinkCells.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { ownPage, withQuery } from '../../address.ts';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { onVisit, to } from '../../visit.ts';
import type { Route } from './+types/RegionsPage';
import { en } from './en.ts';
import { zh } from './zh.ts';

const A_YEAR = 365 * 24 * 3600;

/** Which place one wants to get things done in; kept in a cookie, and every item page can say another. */
export const loader = onVisit(async ({ services, region }, { request }: Route.LoaderArgs) => {
  const query = new URL(request.url).searchParams;
  const chain = await services.places.chain(query.get('in') ?? region);
  const here = chain.at(-1);
  return {
    chain,
    children: here ? await services.places.within(here.code) : [],
    others: chain.length === 1 ? (await services.places.cities()).filter(({ code }) => code !== here?.code) : [],
    back: ownPage(query.get('return'), '/'),
  };
});

export const action = onVisit(async (visit, _: Route.ActionArgs) => {
  const said = new Map(visit.form);
  const chain = await visit.services.places.chain(said.get('region') ?? '');
  const back = withQuery(ownPage(said.get('return'), '/'), { region: undefined });
  const { code } = chain.at(-1) ?? { code: '' };
  throw to(visit, back, `region=${code}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax; HttpOnly`);
});

export default function RegionsPage({ loaderData: { chain, children, others, back } }: Route.ComponentProps) {
  const { kit, csrf } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const here = chain.at(-1);
  const into = (code: string) => at(withQuery('/regions', { in: code, return: back }));
  if (!here) return null;
  return (
    <>
      <PageTitle>{words.regionsTitle}</PageTitle>
      <Breadcrumb
        trail={chain.map(({ code, name }) =>
          code === here.code ? { label: name } : { label: name, href: into(code) },
        )}
        words={kit}
      />
      <h1>{words.regionsTitle}</h1>
      <p className="lead">{words.regionsLead}</p>
      <form method="post" action={at('/regions')}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="return" value={back} />
        <Button name="region" value={here.code}>
          {`${words.choose} ${children.length > 0 ? words.whole(here.name) : here.name}`}
        </Button>
      </form>
      {children.length > 0 && (
        <Section id="within" title={words.inside(here.name)}>
          <LinkCells
            links={children.map(({ code, name, level }) => ({
              title: name,
              href: into(code),
              note: words.levels[level],
            }))}
          />
        </Section>
      )}
      {others.length > 0 && (
        <Section id="others" title={words.otherCities}>
          <LinkCells links={others.map(({ code, name }) => ({ title: name, href: into(code) }))} />
        </Section>
      )}
    </>
  );
}
