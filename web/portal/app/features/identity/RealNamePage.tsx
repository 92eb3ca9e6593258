import { Button, ButtonRow } from '@tongban/ui/Button.tsx';
import { ErrorSummary } from '@tongban/ui/ErrorSummary.tsx';
import { HelpBox } from '@tongban/ui/HelpBox.tsx';
import { Notice } from '@tongban/ui/Notice.tsx';
import { TextInput } from '@tongban/ui/TextInput.tsx';
import { data } from 'react-router';
import { ownPage, withQuery } from '../../address.ts';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { fieldErrors, onVisit, to } from '../../visit.ts';
import type { Route } from './+types/RealNamePage';
import { en } from './en.ts';
import { zh } from './zh.ts';

const returnOf = (request: Request): string => ownPage(new URL(request.url).searchParams.get('return'), '/my/settings');

/** The real name, asked for when something needs it and not before; one goes back to where one was (ux 1.1). */
export const loader = onVisit(async ({ services, actor }, { request }: Route.LoaderArgs) => {
  const { realNameLevel } = await services.account.mine(actor);
  return { back: returnOf(request), done: realNameLevel !== 'L1' };
});

export const action = onVisit(async (visit, { request }: Route.ActionArgs) => {
  const said = new Map(visit.form);
  const words = { zh, en }[visit.language];
  const name = said.get('/name') ?? '';
  const idNumber = said.get('/idNumber') ?? '';
  const blank = [
    ...(name.trim() === '' ? [{ pointer: '/name', detail: words.nameNeeded }] : []),
    ...(idNumber.trim() === '' ? [{ pointer: '/idNumber', detail: words.idNumberNeeded }] : []),
  ];
  if (blank.length > 0) return data({ name, idNumber, errors: blank }, { status: 400 });
  try {
    const { token } = await visit.services.account.confirmRealName(visit.actor, { name, idNumber });
    throw to(visit, returnOf(request), visit.sessionCookie(token));
  } catch (error) {
    const refused = fieldErrors(error, visit, { '/name': words.name, '/idNumber': words.idNumber });
    return data({ name, idNumber, errors: refused.errors }, { status: refused.status });
  }
});

export default function RealNamePage({ loaderData: { back, done }, actionData }: Route.ComponentProps) {
  const { kit, csrf } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const errors = actionData?.errors ?? [];
  const errorAt = (pointer: string) => errors.find((error) => error.pointer === pointer)?.detail;
  return (
    <>
      <PageTitle failed={errors.length > 0}>{words.realNameTitle}</PageTitle>
      <ErrorSummary mistakes={errors} words={kit} />
      <h1>{words.realNameTitle}</h1>
      {done ? (
        <Notice>{words.realNameDone}</Notice>
      ) : (
        <>
          <p className="lead">{words.realNameLead}</p>
          <form method="post" action={at(withQuery('/my/real-name', { return: back }))} noValidate>
            <input type="hidden" name="csrf" value={csrf} />
            <TextInput
              name="/name"
              label={words.name}
              hint={words.nameHint}
              error={errorAt('/name')}
              value={actionData?.name}
              size="short"
              autoComplete="name"
              spellCheck={false}
              words={kit}
            />
            <TextInput
              name="/idNumber"
              label={words.idNumber}
              hint={`${words.idNumberHint}${words.realNameWhy}`}
              error={errorAt('/idNumber')}
              value={actionData?.idNumber}
              autoComplete="off"
              spellCheck={false}
              words={kit}
            />
            <ButtonRow>
              <Button>{words.confirmRealName}</Button>
            </ButtonRow>
          </form>
          <p className="prose">{words.realNameElse}</p>
          <HelpBox phone="12345" others={[{ label: words.halls, href: at('/halls') }]} words={kit} />
        </>
      )}
    </>
  );
}
