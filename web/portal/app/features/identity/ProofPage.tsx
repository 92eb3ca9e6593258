import { Button, ButtonRow } from '@tongban/ui/Button.tsx';
import { ErrorSummary } from '@tongban/ui/ErrorSummary.tsx';
import { Notice } from '@tongban/ui/Notice.tsx';
import { TextInput } from '@tongban/ui/TextInput.tsx';
import { data } from 'react-router';
import { ownPage, withQuery } from '../../address.ts';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { fieldErrors, onVisit, to } from '../../visit.ts';
import type { Route } from './+types/ProofPage';
import { en } from './en.ts';
import { zh } from './zh.ts';

const returnOf = (request: Request): string => ownPage(new URL(request.url).searchParams.get('return'), '/my/settings');

/** Before an account is changed, a code to its own phone: a borrowed device is not enough. */
export const loader = onVisit(async ({ services, actor }, { request }: Route.LoaderArgs) => {
  await services.account.mine(actor);
  return { back: returnOf(request) };
});

export const action = onVisit(async (visit, { request }: Route.ActionArgs) => {
  const said = new Map(visit.form);
  const words = { zh, en }[visit.language];
  try {
    if (said.get('intent') === 'send') {
      await visit.services.account.askProof(visit.actor, visit.ip);
      return data({ sent: true, errors: [] });
    }
    const code = (said.get('/code') ?? '').replaceAll(/\s/g, '');
    if (code === '')
      return data({ sent: true, errors: [{ pointer: '/code', detail: words.codeNeeded }] }, { status: 400 });
    const { token } = await visit.services.account.prove(visit.actor, code);
    throw to(visit, returnOf(request), visit.sessionCookie(token));
  } catch (error) {
    const refused = fieldErrors(error, visit, { '/code': words.code });
    return data({ sent: said.get('intent') !== 'send', errors: refused.errors }, { status: refused.status });
  }
});

export default function ProofPage({ loaderData: { back }, actionData }: Route.ComponentProps) {
  const { site, kit, csrf } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const { sent = false, errors = [] } = actionData ?? {};
  return (
    <>
      <PageTitle failed={errors.length > 0}>{words.proofTitle}</PageTitle>
      <ErrorSummary mistakes={errors} words={kit} />
      <h1>{words.proofTitle}</h1>
      <p className="lead">{words.proofLead}</p>
      {sent && errors.length === 0 && (
        <Notice live>
          {words.codeSent} {site.demo && <a href="/dev/inbox">{words.demoInboxLink}</a>}
        </Notice>
      )}
      <form method="post" action={at(withQuery('/my/proof', { return: back }))} noValidate>
        <input type="hidden" name="csrf" value={csrf} />
        {sent && (
          <TextInput
            name="/code"
            label={words.code}
            hint={words.codeHint}
            error={errors[0]?.detail}
            size="short"
            inputMode="numeric"
            autoComplete="one-time-code"
            words={kit}
          />
        )}
        <ButtonRow>
          {sent && <Button>{words.confirm}</Button>}
          <Button kind={sent ? 'secondary' : 'primary'} name="intent" value="send">
            {sent ? words.sendAgain : words.proofSend}
          </Button>
        </ButtonRow>
      </form>
    </>
  );
}
