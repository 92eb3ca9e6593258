import { Columns } from '@tongban/ui/Columns.tsx';
import { ErrorSummary } from '@tongban/ui/ErrorSummary.tsx';
import { HelpBox } from '@tongban/ui/HelpBox.tsx';
import { Notice } from '@tongban/ui/Notice.tsx';
import { data } from 'react-router';
import { ownPage, withQuery } from '../../address.ts';
import { packed, unpacked } from '../../carried.ts';
import { displayCookie } from '../../display.ts';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { fieldErrors, onVisit, pageContext, to } from '../../visit.ts';
import type { Route } from './+types/SignInPage';
import { en } from './en.ts';
import { GoOn } from './GoOn.tsx';
import { SignInForm } from './SignInForm.tsx';
import { zh } from './zh.ts';

const returnOf = (request: Request): string => ownPage(new URL(request.url).searchParams.get('return'));
const wayOf = (request: Request) =>
  new URL(request.url).searchParams.get('by') === 'password' ? ('password' as const) : ('code' as const);

/** Signing in by a code, which also registers, or by password (ux P-08). */
export const loader = onVisit(async (visit, { request }: Route.LoaderArgs) => {
  const back = returnOf(request);
  if (visit.actor.kind === 'person') throw to(visit, back);
  return { by: wayOf(request), back };
});

/** A number is personal, so it is never put into an address: the page answers the post itself and keeps it in its field. */
export const action = onVisit(async (visit, { request, context }: Route.ActionArgs) => {
  const said = new Map(visit.form);
  const words = { zh, en }[visit.language];
  const { session } = visit.services;
  const by = wayOf(request);
  const mobile = said.get('/mobile') ?? '';
  const secret = said.get(`/${by}`) ?? '';
  const sending = said.get('intent') === 'send';
  const carried = packed(unpacked(visit.form));
  const shown = { mobile, sent: said.has('sent'), carried, goOn: undefined };
  if (said.get('intent') === 'begin') return data({ ...shown, errors: [] });
  const blank = [
    ...(mobile.trim() === '' ? [{ pointer: '/mobile', detail: words.mobileNeeded }] : []),
    ...(!sending && secret.trim() === ''
      ? [{ pointer: `/${by}`, detail: by === 'code' ? words.codeNeeded : words.passwordNeeded }]
      : []),
  ];
  if (blank.length > 0) return data({ ...shown, errors: blank }, { status: 400 });
  const from = { mobile, address: visit.ip };
  try {
    if (sending) {
      await session.askCode(from);
      return data({ ...shown, sent: true, errors: [] });
    }
    const { token, actor } = await (by === 'code'
      ? session.byCode({ ...from, code: secret.replaceAll(/\s/g, '') })
      : session.byPassword({ ...from, password: secret }));
    const { elderMode } = await visit.services.account.mine(actor);
    const { display } = context.get(pageContext);
    const looks = displayCookie(elderMode ? { ...display, mode: 'elder' } : display);
    const cookies = [visit.sessionCookie(token), looks];
    if (carried.length === 0) throw to(visit, returnOf(request), ...cookies);
    const goOn = { fields: unpacked(visit.form), path: returnOf(request), csrf: visit.csrfOf(token) };
    return data({ ...shown, goOn, errors: [] }, { headers: cookies.map((cookie) => ['set-cookie', cookie]) });
  } catch (error) {
    const labels = { '/mobile': words.mobile, '/code': words.code, '/password': words.password };
    const refused = fieldErrors(error, visit, labels);
    return data({ ...shown, errors: refused.errors }, { status: refused.status });
  }
});

export const headers: Route.HeadersFunction = ({ actionHeaders, parentHeaders }) =>
  actionHeaders.has('set-cookie') ? actionHeaders : parentHeaders;

export default function SignInPage({ loaderData: { by, back }, actionData }: Route.ComponentProps) {
  const { site, kit } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const errors = actionData?.errors ?? [];
  if (actionData?.goOn) return <GoOn {...actionData.goOn} />;
  const path = withQuery('/sign-in', { return: back, by: by === 'password' ? by : undefined });
  return (
    <>
      <PageTitle failed={errors.length > 0}>{words.signInTitle}</PageTitle>
      <Columns
        asideLabel={words.other}
        aside={
          <>
            <Notice title={words.other}>{words.otherText}</Notice>
            <HelpBox phone="12345" others={[{ label: words.halls, href: at('/halls') }]} words={kit} />
          </>
        }
      >
        <ErrorSummary mistakes={errors} words={kit} />
        <h1>{words.signInTitle}</h1>
        <p className="lead">{words.signInLead}</p>
        <nav className="tabs" aria-label={words.waysLabel}>
          <ul>
            {(['code', 'password'] as const).map((way) => (
              <li key={way}>
                <a
                  href={at(withQuery(path, { by: way === 'password' ? way : undefined }))}
                  aria-current={way === by ? 'page' : undefined}
                >
                  {way === 'code' ? words.byCode : words.byPassword}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {actionData?.sent && errors.length === 0 && (
          <Notice live>
            <p>{words.codeSent}</p>
            {site.demo && (
              <p>
                {words.demoInbox} <a href="/dev/inbox">{words.demoInboxLink}</a>
              </p>
            )}
          </Notice>
        )}
        <SignInForm
          action={at(path)}
          by={by}
          mobile={actionData?.mobile ?? ''}
          sent={actionData?.sent ?? false}
          carried={actionData?.carried ?? []}
          errors={errors}
        />
      </Columns>
    </>
  );
}
