import { useQuery, useQueryClient } from '@tanstack/react-query';
import { SkipLink } from '@tongban/ui/SkipLink.tsx';
import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { everyCase } from '../case/api.ts';
import { type ApiProblem, sessionEvents } from '../lib/http.ts';
import { useWords } from '../lib/language.ts';
import { ProblemNotice } from '../lib/ProblemNotice.tsx';
import { useShortcutListener } from '../lib/useShortcuts.ts';
import { en } from './en.ts';
import { PasswordPage } from './PasswordPage.tsx';
import { SessionWarning } from './SessionWarning.tsx';
import { SignInForm, SignInPage } from './SignIn.tsx';
import { type Session, sessionOptions } from './session.ts';
import { TaskNav } from './TaskNav.tsx';
import { TopBar } from './TopBar.tsx';
import { useScanner } from './useScanner.ts';
import { zh } from './zh.ts';

/** The desk around its pages. Whoever is not signed in signs in at the address they came to. */
export function Shell() {
  const session = useQuery(sessionOptions);
  if (session.isPending) return null;
  if (session.error) return <ProblemNotice error={session.error} onRetry={() => session.refetch()} />;
  if (!session.data) return <SignInPage />;
  if (session.data.mustChangePassword) return <PasswordPage />;
  return <SignedIn session={session.data} />;
}

function SignedIn({ session }: { session: Session }) {
  const words = useWords({ zh, en });
  useShortcutListener();
  useScanner();
  useFocusOnPage();
  return (
    <div className="desk">
      <SkipLink />
      <TopBar session={session} />
      <TaskNav />
      <main id="main" className="desk-main" tabIndex={-1} aria-label={words.product}>
        <Outlet />
      </main>
      <SessionWarning idleSeconds={session.idleSeconds} />
      <SignInAgain session={session} />
    </div>
  );
}

/** A link that took one to another page is gone, and the focus with it: go on from the new page, not from the top of the desk. */
function useFocusOnPage(): void {
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each page
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('main')?.focus();
  }, [pathname]);
}

/** The session ended while a page was open: sign in over it, so that nothing typed is lost (ux R37). */
function SignInAgain({ session }: { session: Session }) {
  const words = useWords({ zh, en });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [ended, setEnded] = useState<ApiProblem>();
  useEffect(() => {
    const onEnded = (event: Event) => setEnded((event as CustomEvent<ApiProblem>).detail);
    sessionEvents.addEventListener('ended', onEnded);
    return () => sessionEvents.removeEventListener('ended', onEnded);
  }, []);

  const goOn = (next: Session) => {
    setEnded(undefined);
    if (next.id === session.id) return queries.invalidateQueries(everyCase);
    queries.removeQueries(everyCase);
    return navigate('/');
  };
  return (
    <Modal open={ended !== undefined} title={words.signIn.again} footer={null} closable={false} destroyOnHidden>
      {ended && <ProblemNotice error={ended} />}
      <p className="lead">{words.signIn.againLead}</p>
      <SignInForm onSignedIn={goOn} loginName={session.loginName} />
    </Modal>
  );
}
