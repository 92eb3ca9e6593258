import type { MandateView } from '@tongban/server/contract/identity';
import { Button } from '@tongban/ui/Button.tsx';
import { sayDay } from '@tongban/ui/dates.ts';
import { Notice } from '@tongban/ui/Notice.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { SummaryList } from '@tongban/ui/SummaryList.tsx';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { onVisit, to } from '../../visit.ts';
import type { Route } from './+types/IdentityPage';
import { en } from './en.ts';
import { type Words, zh } from './zh.ts';

/** As whom one acts (ux P-09): oneself, or a firm or person under a mandate that holds today. */
export const loader = onVisit(async ({ services, actor, session }, _: Route.LoaderArgs) => {
  await services.account.mine(actor);
  return session;
});

export const action = onVisit(async (visit, _: Route.ActionArgs) => {
  const chosen = new Map(visit.form).get('mandate') ?? '';
  const { token } = await visit.services.account.actAs(visit.actor, chosen === '' ? null : chosen);
  throw to(visit, '/my', visit.sessionCookie(token));
});

export default function IdentityPage({ loaderData: session }: Route.ComponentProps) {
  const { kit, site } = useFrame();
  const words = useWords({ zh, en });
  const myself = words.myself(session.person?.name ?? site.account?.name ?? '');
  const current = session.actingFor?.principal.name ?? myself;
  const others = session.choices.filter(({ id }) => id !== session.actingFor?.id);
  return (
    <>
      <PageTitle>{words.identityTitle(current)}</PageTitle>
      <h1>{words.identityHeading}</h1>
      {session.mandateEnded && <Notice kind="warn">{words.mandateEnded}</Notice>}
      <SummaryList rows={[{ label: words.current, value: <strong>{current}</strong> }]} words={kit} />
      <Section id="choices" title={words.choices}>
        {session.choices.length === 0 && <p className="prose">{words.noChoices}</p>}
        <ul className="choices">
          {session.actingFor && <Choice label={words.chooseMyself} name={myself} facts="" mandate="" />}
          {others.map((mandate) => (
            <Choice
              key={mandate.id}
              label={words.choose(mandate.principal.name)}
              name={mandate.principal.name}
              facts={<Facts mandate={mandate} />}
              mandate={mandate.id}
            />
          ))}
        </ul>
      </Section>
    </>
  );
}

function Choice(props: { label: string; name: string; facts: React.ReactNode; mandate: string }) {
  const { csrf } = useFrame();
  const at = useAddress();
  return (
    <li>
      <div>
        <p>
          <strong>{props.name}</strong>
        </p>
        {props.facts && <p className="hint">{props.facts}</p>}
      </div>
      <form method="post" action={at('/my/identity')}>
        <input type="hidden" name="csrf" value={csrf} />
        <Button kind="secondary" name="mandate" value={props.mandate}>
          {props.label}
        </Button>
      </form>
    </li>
  );
}

/** In what capacity, for which items, until when. */
function Facts({ mandate }: { mandate: MandateView }) {
  const { language } = useFrame();
  const words = useWords<Words>({ zh, en });
  const facts = [
    mandate.statutory ? words.legalRepresentative : words.agent,
    mandate.itemKeys === null ? words.allItems : words.someItems(mandate.itemKeys.length),
    mandate.validTo === null ? words.noEnd : words.validTo(sayDay(mandate.validTo, language, true)),
  ];
  return <>{facts.join(' · ')}</>;
}
