import { useMutation, useQueryClient } from '@tanstack/react-query';
import { TextInput } from '@tongban/ui/TextInput.tsx';
import { Button } from 'antd';
import type { FormEvent } from 'react';
import { ApiProblem } from '../lib/http.ts';
import { useKitWords, useWords } from '../lib/language.ts';
import { Mistakes } from '../lib/Mistakes.tsx';
import { ProblemNotice } from '../lib/ProblemNotice.tsx';
import { usePageTitle } from '../lib/usePageTitle.ts';
import { en } from './en.ts';
import { changePassword, sessionOptions } from './session.ts';
import { zh } from './zh.ts';

/** A password that an administrator chose opens nothing but this page. */
export function PasswordPage() {
  const words = useWords({ zh, en }).password;
  const kit = useKitWords();
  usePageTitle(words.title);
  const queries = useQueryClient();
  const changing = useMutation({
    mutationFn: changePassword,
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionOptions.queryKey }),
  });
  const mistakes = changing.error instanceof ApiProblem ? changing.error.errors : [];
  const errorAt = (pointer: string) => mistakes.find((mistake) => mistake.pointer === pointer)?.detail;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const posted = new FormData(event.currentTarget);
    changing.mutate({ current: String(posted.get('/current')), password: String(posted.get('/password')) });
  };
  return (
    <main className="sign-in-main">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <form noValidate onSubmit={submit}>
        {mistakes.length > 0 ? (
          <Mistakes mistakes={mistakes} attempt={changing.submittedAt} />
        ) : (
          <ProblemNotice error={changing.error} />
        )}
        <TextInput
          name="/current"
          type="password"
          label={words.current}
          autoComplete="current-password"
          error={errorAt('/current')}
          words={kit}
        />
        <TextInput
          name="/password"
          type="password"
          label={words.next}
          autoComplete="new-password"
          error={errorAt('/password')}
          words={kit}
        />
        <Button type="primary" size="large" htmlType="submit" loading={changing.isPending}>
          {words.submit}
        </Button>
      </form>
    </main>
  );
}
