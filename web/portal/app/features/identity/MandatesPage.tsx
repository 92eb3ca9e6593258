import type { MandateView } from '@tongban/server/contract/identity';
import { Button } from '@tongban/ui/Button.tsx';
import { sayDay } from '@tongban/ui/dates.ts';
import { ErrorSummary } from '@tongban/ui/ErrorSummary.tsx';
import { Pagination } from '@tongban/ui/Pagination.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { Tag } from '@tongban/ui/StatusTag.tsx';
import { data } from 'react-router';
import { withQuery } from '../../address.ts';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { fieldErrors, onVisit, refusalOf, to } from '../../visit.ts';
import type { Route } from './+types/MandatesPage';
import { en } from './en.ts';
import { MandateForm } from './MandateForm.tsx';
import { blanksOf, mandateFrom } from './mandate-posted.ts';
import { zh } from './zh.ts';

/** Who may act for me, and for the firms I represent (ux P-09); granted here, taken back here. */
export const loader = onVisit(async ({ services, actor, session }, { request }: Route.LoaderArgs) => {
  const after = new URL(request.url).searchParams.get('after') ?? undefined;
  const firms = session.choices.filter(({ statutory }) => statutory).map(({ principal }) => principal);
  return { page: await services.account.mandates(actor, after), firms, onward: after !== undefined };
});

/** Granting needs a fresh proof: when it is missing, a code is sent and asked for beside what was typed. */
export const action = onVisit(async (visit, _: Route.ActionArgs) => {
  const { actor, services, form } = visit;
  const words = { zh, en }[visit.language];
  const said = new Map(form);
  const revoke = said.get('revoke');
  if (revoke) {
    await services.account.revoke(actor, revoke);
    throw to(visit, '/my/mandates');
  }
  const typed = mandateFrom(form);
  const code = (said.get('/code') ?? '').replaceAll(/\s/g, '');
  const asked = said.has('proving');
  const blank = blanksOf(typed, asked && code === '', words);
  if (blank.length > 0) return data({ typed, proving: asked, errors: blank }, { status: 400 });
  const cookies: string[] = [];
  try {
    if (asked) cookies.push(visit.sessionCookie((await services.account.prove(actor, code)).token));
    await services.account.grant(actor, typed);
    throw to(visit, '/my/mandates', ...cookies);
  } catch (error) {
    if (!(error instanceof Response) && refusalOf(error, visit).type === 'identity/proof-required') {
      await services.account.askProof(actor, visit.ip);
      return data({ typed, proving: true, errors: [] });
    }
    const refused = fieldErrors(error, visit, {
      '/agentName': words.agentName,
      '/agentIdNumber': words.agentIdNumber,
      '/validTo': words.lastDay,
      '/code': words.code,
    });
    const headers = cookies.map((cookie): [string, string] => ['set-cookie', cookie]);
    const proving = asked && cookies.length === 0;
    return data({ typed, proving, errors: refused.errors }, { status: refused.status, headers });
  }
});

export const headers: Route.HeadersFunction = ({ actionHeaders, parentHeaders }) =>
  actionHeaders.has('set-cookie') ? actionHeaders : parentHeaders;

export default function MandatesPage({ loaderData: { page, firms, onward }, actionData }: Route.ComponentProps) {
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageTitle failed={errors.length > 0}>{words.mandatesTitle}</PageTitle>
      <ErrorSummary mistakes={errors} words={kit} />
      <h1>{words.mandatesTitle}</h1>
      <p className="lead">{words.mandatesLead}</p>
      <Section id="granted" title={words.granted}>
        {page.items.length === 0 && <p>{words.noGranted}</p>}
        <ul className="choices">
          {page.items.map((mandate) => (
            <Granted key={mandate.id} mandate={mandate} />
          ))}
        </ul>
        <Pagination
          {...(page.next && { nextHref: at(withQuery('/my/mandates', { after: page.next })) })}
          {...(onward && { firstHref: at('/my/mandates') })}
          words={kit}
        />
      </Section>
      <Section id="new" title={words.newMandate}>
        <MandateForm firms={firms} typed={actionData?.typed} proving={actionData?.proving ?? false} errors={errors} />
      </Section>
    </>
  );
}

function Granted({ mandate }: { mandate: MandateView }) {
  const { csrf, language } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const { id, agent, principal, validTo, holds, statutory, itemKeys } = mandate;
  const facts = [
    statutory ? words.legalRepresentative : words.agent,
    itemKeys === null ? words.allItems : words.someItems(itemKeys.length),
    validTo === null ? words.noEnd : words.until(sayDay(validTo, language, true)),
  ];
  return (
    <li>
      <div>
        <p>
          <strong>{words.grantedTo(agent.name, principal.name)}</strong>{' '}
          <Tag tone="quiet">{holds ? words.inForce : words.ended}</Tag>
        </p>
        <p className="hint">{facts.join(' · ')}</p>
      </div>
      {holds && !statutory && (
        <form method="post" action={at('/my/mandates')}>
          <input type="hidden" name="csrf" value={csrf} />
          <Button kind="danger" name="revoke" value={id} aria-label={`${words.revoke}：${agent.name}`}>
            {words.revoke}
          </Button>
        </form>
      )}
    </li>
  );
}
