import { Button, ButtonRow, LinkButton } from '@tongban/ui/Button.tsx';
import { HelpBox } from '@tongban/ui/HelpBox.tsx';
import { Notice } from '@tongban/ui/Notice.tsx';
import { SearchBox } from '@tongban/ui/SearchBox.tsx';
import { CARRIED } from '../carried.ts';
import type { Refusal } from '../visit.ts';
import { en } from './en.ts';
import { useAddress, useFrame, useWords } from './frame-data.ts';
import { PageTitle } from './PageTitle.tsx';
import { type Words, zh } from './zh.ts';

/** What happened, what happened to the answers, what to do now, and whom to ask (ux P-33). Without a refusal it is our failure. */
export function ErrorPage({ refusal }: { refusal: Refusal | undefined }) {
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const { title, text } = sayWhy(refusal, words);
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      {refusal && refusal.errors.length > 0 && (
        <Notice kind="warn">
          <ul>
            {refusal.errors.map((error) => (
              <li key={error.pointer}>{error.detail}</li>
            ))}
          </ul>
        </Notice>
      )}
      {refusal?.carried && <SignInAgain {...refusal.carried} />}
      {refusal?.trace && <p className="hint">{words.trace(refusal.trace)}</p>}
      {!refusal?.carried && <SearchBox action={at('/search')} words={kit} />}
      <p className="button-row">
        <LinkButton kind="secondary" href={at('/')}>
          {words.toHome}
        </LinkButton>
      </p>
      <HelpBox
        phone="12345"
        hours={words.hotlineHours}
        others={[{ label: words.toHall, href: at('/halls') }]}
        words={kit}
      />
    </>
  );
}

/** The way to sign in that brings along what was typed. */
function SignInAgain({ fields, path }: NonNullable<Refusal['carried']>) {
  const { csrf } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  return (
    <form method="post" action={at(path)}>
      <input type="hidden" name="csrf" value={csrf} />
      {fields.map((field) => (
        <input key={field} type="hidden" name={CARRIED} value={field} />
      ))}
      <ButtonRow>
        <Button name="intent" value="begin">
          {words.signInAgain}
        </Button>
      </ButtonRow>
    </form>
  );
}

function sayWhy(refusal: Refusal | undefined, words: Words): { title: string; text: string } {
  if (!refusal || refusal.status === 500) return { title: words.failed, text: words.failedText };
  if (['request/not-found', 'request/malformed'].includes(refusal.type))
    return { title: words.notFound, text: words.notFoundText };
  if (refusal.status === 404) return { title: refusal.title, text: words.notFoundText };
  if (refusal.status === 401) return { title: words.signedOut, text: words.signedOutText };
  if (refusal.status === 503) return { title: words.unavailable, text: words.unavailableText };
  if (refusal.type === 'request/foreign-origin') return { title: words.expired, text: words.expiredText };
  if (refusal.status === 403) return { title: words.forbidden, text: refusal.title };
  return { title: words.refusedTitle, text: refusal.title };
}
