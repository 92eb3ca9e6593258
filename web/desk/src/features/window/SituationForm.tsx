import { useQuery } from '@tanstack/react-query';
import { holds } from '@tongban/server/condition';
import type { SituationQuestion, TimeLimit } from '@tongban/server/contract/catalogue';
import { Notice } from '@tongban/ui/Notice.tsx';
import { Radios } from '@tongban/ui/Radios.tsx';
import { Button } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useKitWords, useWords } from '../../lib/language.ts';
import { ProblemNotice } from '../../lib/ProblemNotice.tsx';
import { useShortcuts } from '../../lib/useShortcuts.ts';
import { guideOptions, type Situation } from './api.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The questions that decide materials, fee and days. All that apply stand together: the clerk asks, and answers in any order. */
export function SituationForm(props: {
  itemKey: string;
  region: string;
  questions: readonly SituationQuestion[];
  situation: Situation;
  go: string;
  busy: boolean;
  onGo: (situation: Situation) => void;
  onCancel?: () => void;
}) {
  const { itemKey, region, questions, busy } = props;
  const words = useWords({ zh, en });
  const kit = useKitWords();
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => element.current?.querySelector('input')?.focus(), []);
  const [given, setGiven] = useState<Situation>(props.situation);
  const asked = askedIn(questions, given);
  const situation = Object.fromEntries(asked.flatMap(({ key }) => (given[key] ? [[key, given[key]]] : [])));
  const guide = useQuery(guideOptions(itemKey, region, situation));
  const open = asked.some(({ key }) => given[key] === undefined);
  const stop = guide.data?.list.stop;
  const ready = !open && !stop && !busy;
  const go = (event?: FormEvent) => {
    event?.preventDefault();
    if (ready) props.onGo(situation);
  };
  useShortcuts(ready ? [{ keys: 'Ctrl+Enter', does: props.go, run: () => go() }] : []);
  return (
    <form
      ref={element}
      className="situation-form"
      noValidate
      onSubmit={go}
      onChange={(event) => {
        const box = event.target as EventTarget as HTMLInputElement;
        setGiven({ ...given, [box.name]: box.value });
      }}
    >
      {asked.map(({ key, text, options }) => (
        <Radios
          key={key}
          name={key}
          label={text}
          inline
          value={given[key]}
          options={options.map(({ value, label }) => ({ value, label }))}
          words={kit}
        />
      ))}
      <ProblemNotice error={guide.error} />
      <div aria-live="polite">
        {stop && (
          <Notice kind="stop" title={words.stopped}>
            {stop.message}
          </Notice>
        )}
        {!open && !stop && guide.data && <Outcome list={guide.data.list} />}
      </div>
      <p className="form-go">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={busy} aria-describedby="situation-open">
          {props.go} <kbd>Ctrl+Enter</kbd>
        </Button>
        {props.onCancel && <Button onClick={props.onCancel}>{words.cancel}</Button>}
        <span id="situation-open" className="hint">
          {open && words.answerFirst}
        </span>
      </p>
    </form>
  );
}

/** The questions that apply, one hanging on another: an answer to a question that no longer applies counts for nothing. */
function askedIn(questions: readonly SituationQuestion[], given: Situation): SituationQuestion[] {
  const known: Record<string, string> = {};
  return questions.filter(({ key, when }) => {
    if (!holds(when, { situation: known })) return false;
    const answer = given[key];
    if (answer !== undefined) known[key] = answer;
    return true;
  });
}

function Outcome({ list }: { list: { materials: readonly { status: string }[]; promisedTimeLimit?: TimeLimit } }) {
  const words = useWords({ zh, en });
  const count = (status: string) => list.materials.filter((material) => material.status === status).length;
  const { promisedTimeLimit: limit } = list;
  return (
    <p className="outcome">
      {words.list(count('needed'), count('exempt'))}
      {limit &&
        ` · ${limit.length === 0 ? words.immediate : words.promised(`${limit.length} ${words.units[limit.unit]}`)}`}
    </p>
  );
}
