import { useMutation } from '@tanstack/react-query';
import { TextInput } from '@tongban/ui/TextInput.tsx';
import { Button } from 'antd';
import type { FormEvent } from 'react';
import { ApiProblem } from '../../lib/http.ts';
import { useKitWords, useWords } from '../../lib/language.ts';
import { Mistakes } from '../../lib/Mistakes.tsx';
import { ProblemNotice } from '../../lib/ProblemNotice.tsx';
import { type Person, registerPerson } from './api.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Registers somebody whose document the clerk has in hand. */
export function PersonForm(props: { name: string; idNumber: string; onRegistered: (person: Person) => void }) {
  const words = useWords({ zh, en });
  const kit = useKitWords();
  const registering = useMutation({ mutationFn: registerPerson, onSuccess: props.onRegistered });
  const mistakes = registering.error instanceof ApiProblem ? registering.error.errors : [];
  const errorAt = (pointer: string) => mistakes.find((mistake) => mistake.pointer === pointer)?.detail;
  const register = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const posted = new FormData(event.currentTarget);
    const text = (name: string) => String(posted.get(name) ?? '').trim();
    const mobile = text('/mobile');
    registering.mutate({ name: text('/name'), idNumber: text('/idNumber'), ...(mobile !== '' && { mobile }) });
  };
  return (
    <form className="person-form" noValidate onSubmit={register}>
      <p>{words.unknown}</p>
      {mistakes.length > 0 ? (
        <Mistakes mistakes={mistakes} attempt={registering.submittedAt} />
      ) : (
        <ProblemNotice error={registering.error} />
      )}
      <TextInput
        name="/name"
        label={words.name}
        value={props.name}
        error={errorAt('/name')}
        size="full"
        autoFocus={props.name === ''}
        words={kit}
      />
      <TextInput
        name="/idNumber"
        label={words.idNumber}
        value={props.idNumber}
        error={errorAt('/idNumber')}
        size="full"
        words={kit}
      />
      <TextInput
        name="/mobile"
        label={words.mobile}
        hint={words.mobileHint}
        error={errorAt('/mobile')}
        size="full"
        inputMode="tel"
        optional
        autoFocus={props.name !== ''}
        words={kit}
      />
      <Button type="primary" htmlType="submit" loading={registering.isPending}>
        {words.register}
      </Button>
    </form>
  );
}
