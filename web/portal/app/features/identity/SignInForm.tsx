import { Button, ButtonRow } from '@tongban/ui/Button.tsx';
import type { FieldMistake } from '@tongban/ui/ErrorSummary.tsx';
import { TextInput } from '@tongban/ui/TextInput.tsx';
import { CARRIED } from '../../carried.ts';
import { useFrame, useWords } from '../../frame/frame-data.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** By code there are two steps on one page: ask for the code, then give it. */
export function SignInForm(props: {
  action: string;
  by: 'code' | 'password';
  mobile: string;
  sent: boolean;
  /** What was being posted when the session turned out to be over. */
  carried: readonly string[];
  errors: readonly FieldMistake[];
}) {
  const { action, by, mobile, sent, carried, errors } = props;
  const { kit, csrf } = useFrame();
  const words = useWords({ zh, en });
  const errorAt = (pointer: string) => errors.find((error) => error.pointer === pointer)?.detail;
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="csrf" value={csrf} />
      {carried.map((field) => (
        <input key={field} type="hidden" name={CARRIED} value={field} />
      ))}
      {sent && <input type="hidden" name="sent" value="true" />}
      <TextInput
        name="/mobile"
        label={words.mobile}
        hint={words.mobileHint}
        error={errorAt('/mobile')}
        value={mobile}
        size="short"
        type="tel"
        inputMode="tel"
        autoComplete="username"
        words={kit}
      />
      {by === 'password' && (
        <TextInput
          name="/password"
          label={words.password}
          hint={words.passwordHint}
          error={errorAt('/password')}
          type="password"
          autoComplete="current-password"
          words={kit}
        />
      )}
      {by === 'code' && sent && (
        <TextInput
          name="/code"
          label={words.code}
          hint={words.codeHint}
          error={errorAt('/code')}
          size="short"
          inputMode="numeric"
          autoComplete="one-time-code"
          words={kit}
        />
      )}
      <ButtonRow>
        {(by === 'password' || sent) && <Button>{words.signIn}</Button>}
        {by === 'code' && (
          <Button kind={sent ? 'secondary' : 'primary'} name="intent" value="send">
            {sent ? words.sendAgain : words.sendCode}
          </Button>
        )}
      </ButtonRow>
    </form>
  );
}
