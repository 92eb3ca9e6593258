import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RouteStrip } from '@tongban/ui/RouteStrip.tsx';
import { TextInput } from '@tongban/ui/TextInput.tsx';
import { Button } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { ApiProblem } from '../lib/http.ts';
import { useKitWords, useWords } from '../lib/language.ts';
import { Mistakes } from '../lib/Mistakes.tsx';
import { ProblemNotice } from '../lib/ProblemNotice.tsx';
import { usePageTitle } from '../lib/usePageTitle.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import { en } from './en.ts';
import { type Session, sessionOptions, signIn } from './session.ts';
import { zh } from './zh.ts';

const stations = (['apply', 'accept', 'review', 'decide', 'deliver'] as const).map((name) => ({
  name,
  progress: 'done' as const,
}));

export function SignInPage() {
  const words = useWords({ zh, en });
  const kit = useKitWords();
  usePageTitle(words.signIn.title);
  return (
    <div className="sign-in">
      <aside className="sign-in-cover">
        <p className="sign-in-product">{words.product}</p>
        <RouteStrip plain words={kit} stations={stations} label={kit.route} />
      </aside>
      <main className="sign-in-main">
        <h1>{words.signIn.title}</h1>
        <p className="lead">
          {words.signIn.lead} <a href="/">{words.signIn.toPortal}</a>
        </p>
        <SignInForm demo />
      </main>
    </div>
  );
}

const fields = ['loginName', 'password', 'code'] as const;

/** Login name, password, second factor. Used as a page, and over a page whose session ended. */
export function SignInForm(props: { onSignedIn?: (session: Session) => unknown; loginName?: string; demo?: boolean }) {
  const words = useWords({ zh, en }).signIn;
  const kit = useKitWords();
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [attempt, setAttempt] = useState(0);
  const [own, setOwn] = useState<{ pointer: string; detail: string }[]>([]);
  const entering = useMutation({
    mutationFn: signIn,
    onSuccess: async () => {
      const session = await queries.fetchQuery({ ...sessionOptions, staleTime: 0 });
      if (session) props.onSignedIn?.(session);
    },
  });
  const refused = entering.error instanceof ApiProblem ? entering.error.errors : [];
  const mistakes = own.length > 0 ? own : refused;
  const errorAt = (name: string) => mistakes.find(({ pointer }) => pointer === `/${name}`)?.detail;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const posted = new FormData(event.currentTarget);
    const text = (name: string) => String(posted.get(`/${name}`) ?? '').trim();
    const entered = { loginName: text('loginName'), password: String(posted.get('/password')), code: text('code') };
    const found = fields
      .filter((name) => entered[name] === '')
      .map((name) => ({ pointer: `/${name}`, detail: words.empty[name] }));
    if (entered.code !== '' && !/^\d{6}$/.test(entered.code)) found.push({ pointer: '/code', detail: words.codeShape });
    setOwn(found);
    setAttempt(attempt + 1);
    entering.reset();
    if (found.length === 0) entering.mutate(entered);
  };
  return (
    <form ref={form} noValidate onSubmit={submit}>
      {mistakes.length > 0 ? (
        <Mistakes mistakes={mistakes} attempt={attempt} />
      ) : (
        <ProblemNotice error={entering.error} />
      )}
      <TextInput
        name="/loginName"
        label={words.loginName}
        autoComplete="username"
        value={props.loginName}
        error={errorAt('loginName')}
        spellCheck={false}
        words={kit}
      />
      <TextInput
        name="/password"
        type="password"
        label={words.password}
        autoComplete="current-password"
        error={errorAt('password')}
        words={kit}
      />
      <TextInput
        name="/code"
        label={words.code}
        hint={words.codeHint}
        inputMode="numeric"
        autoComplete="one-time-code"
        size="short"
        maxLength={6}
        error={errorAt('code')}
        words={kit}
      />
      <Button type="primary" size="large" htmlType="submit" loading={entering.isPending}>
        {words.submit}
      </Button>
      {props.demo && <DemoAccounts form={form} />}
    </form>
  );
}
