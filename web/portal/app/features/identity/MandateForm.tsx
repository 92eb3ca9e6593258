import type { MandateView, NewMandateBody } from '@tongban/server/contract/identity';
import { Button, ButtonRow } from '@tongban/ui/Button.tsx';
import { DateInput } from '@tongban/ui/DateInput.tsx';
import type { FieldMistake } from '@tongban/ui/ErrorSummary.tsx';
import { Notice } from '@tongban/ui/Notice.tsx';
import { Radios } from '@tongban/ui/Radios.tsx';
import { TextInput } from '@tongban/ui/TextInput.tsx';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The agent is named by name and ID number, as on paper, so that nobody is found by guessing. */
export function MandateForm(props: {
  firms: readonly MandateView['principal'][];
  typed: NewMandateBody | undefined;
  /** A code was sent to one's own phone and is asked for. */
  proving: boolean;
  errors: readonly FieldMistake[];
}) {
  const { firms, typed, proving, errors } = props;
  const { site, kit, csrf } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const errorAt = (pointer: string) => errors.find((error) => error.pointer === pointer)?.detail;
  return (
    <form method="post" action={at('/my/mandates')} noValidate>
      <input type="hidden" name="csrf" value={csrf} />
      {firms.length > 0 && (
        <Radios
          name="firm"
          label={words.principal}
          value={typed?.firmId ?? ''}
          options={[{ value: '', label: words.me }, ...firms.map(({ id, name }) => ({ value: id, label: name }))]}
          words={kit}
        />
      )}
      <TextInput
        name="/agentName"
        label={words.agentName}
        hint={words.agentNameHint}
        error={errorAt('/agentName')}
        value={typed?.agentName}
        size="short"
        autoComplete="off"
        words={kit}
      />
      <TextInput
        name="/agentIdNumber"
        label={words.agentIdNumber}
        error={errorAt('/agentIdNumber')}
        value={typed?.agentIdNumber}
        autoComplete="off"
        spellCheck={false}
        words={kit}
      />
      <DateInput
        name="/validTo"
        label={words.lastDay}
        hint={words.lastDayHint}
        error={errorAt('/validTo')}
        value={typed?.validTo}
        words={kit}
      />
      {proving && (
        <>
          <input type="hidden" name="proving" value="true" />
          <Notice live>
            {words.proofNow} {site.demo && <a href="/dev/inbox">{words.demoInboxLink}</a>}
          </Notice>
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
        </>
      )}
      <ButtonRow>
        <Button>{words.grant}</Button>
      </ButtonRow>
    </form>
  );
}
