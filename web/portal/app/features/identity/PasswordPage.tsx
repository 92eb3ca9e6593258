import { Button, ButtonRow } from '@tongban/ui/Button.tsx';
import { ErrorSummary } from '@tongban/ui/ErrorSummary.tsx';
import { TextInput } from '@tongban/ui/TextInput.tsx';
import { data } from 'react-router';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { fieldErrors, onVisit, refusalOf, to } from '../../visit.ts';
import type { Route } from './+types/PasswordPage';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** A password is optional: a code to the phone always does. */
export const loader = onVisit(async ({ services, actor }, _: Route.LoaderArgs) => await services.account.mine(actor));

export const action = onVisit(async (visit, _: Route.ActionArgs) => {
  const words = { zh, en }[visit.language];
  const password = new Map(visit.form).get('/password') ?? '';
  if (password === '')
    return data({ errors: [{ pointer: '/password', detail: words.passwordNeeded }] }, { status: 400 });
  try {
    await visit.services.account.setPassword(visit.actor, password);
  } catch (error) {
    if (refusalOf(error, visit).type === 'identity/proof-required') throw to(visit, '/my/proof?return=/my/password');
    const refused = fieldErrors(error, visit, { '/password': words.newPassword });
    return data({ errors: refused.errors }, { status: refused.status });
  }
  throw to(visit, '/my/settings?saved');
});

export default function PasswordPage({ actionData }: Route.ComponentProps) {
  const { kit, csrf } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageTitle failed={errors.length > 0}>{words.passwordTitle}</PageTitle>
      <ErrorSummary mistakes={errors} words={kit} />
      <h1>{words.passwordTitle}</h1>
      <p className="lead">{words.passwordLead}</p>
      <form method="post" action={at('/my/password')} noValidate>
        <input type="hidden" name="csrf" value={csrf} />
        <TextInput
          name="/password"
          label={words.newPassword}
          hint={words.newPasswordHint}
          error={errors[0]?.detail}
          type="password"
          autoComplete="new-password"
          words={kit}
        />
        <ButtonRow>
          <Button>{words.save}</Button>
        </ButtonRow>
      </form>
    </>
  );
}
