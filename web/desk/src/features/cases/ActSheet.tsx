import type { ActBody, CaseView } from '@tongban/server/contract/cases';
import { controlAttributes, Field, FieldGroup } from '@tongban/ui/Field.tsx';
import { Button, Checkbox, Drawer } from 'antd';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../lib/http.ts';
import { useKitWords, useWords } from '../../lib/language.ts';
import { Mistakes } from '../../lib/Mistakes.tsx';
import { ProblemNotice } from '../../lib/ProblemNotice.tsx';
import { useShortcuts } from '../../lib/useShortcuts.ts';
import { DecisionPreview } from './DecisionPreview.tsx';
import { en } from './en.ts';
import { StaleNotice } from './StaleNotice.tsx';
import { bodyOf, isDecision, type Sheeted, useOpinion } from './sheets.ts';
import { zh } from './zh.ts';

/** Opinion and decision (C-14): reason, basis, and what the applicant will read, before it is sent (ux R26). */
export function ActSheet(props: {
  action: Sheeted;
  view: CaseView;
  stale: boolean;
  problem: unknown;
  busy: boolean;
  onSend: (body: ActBody) => void;
  onReload: () => void;
  onClose: () => void;
}) {
  const { action, view, stale, problem, busy, onSend } = props;
  const words = useWords({ zh, en });
  const kit = useKitWords();
  const [opinion, change] = useOpinion(view.id, action);
  const [own, setOwn] = useState<{ pointer: string; detail: string }[]>([]);
  const [tries, setTries] = useState(0);
  const mistakes = own.length > 0 ? own : problem instanceof ApiProblem ? problem.errors : [];
  const errorAt = (pointer: string) => mistakes.find((mistake) => mistake.pointer === pointer)?.detail;
  const note = { name: '/note', label: words.sheet[action].note, hint: words.noteHint[action], words: kit };
  const noteError = errorAt('/note');

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    const found = [
      ...(action !== 'grant' && opinion.note.trim() === '' ? [{ pointer: '/note', detail: words.noteMissing }] : []),
      ...(action === 'refuse' && opinion.basis.length === 0 ? [{ pointer: '/basis', detail: words.basisMissing }] : []),
    ];
    setOwn(found);
    setTries(tries + 1);
    if (found.length === 0) onSend(bodyOf(action, opinion));
  };
  useShortcuts([{ keys: 'Ctrl+Enter', does: words.sheet[action].send, run: () => send() }]);
  return (
    <Drawer
      open
      size={560}
      afterOpenChange={(open) => open && document.getElementById(note.name)?.focus()}
      title={<h2>{words.sheet[action].title}</h2>}
      onClose={props.onClose}
    >
      <form noValidate onSubmit={send}>
        {stale && <StaleNotice onReload={props.onReload} />}
        {!stale && mistakes.length === 0 && <ProblemNotice error={problem} />}
        <Mistakes mistakes={mistakes} attempt={tries} />
        {isDecision(action) && view.recommendation !== null && (
          <div className="quoted">
            <p className="hint">
              {words.recommendation} {view.reviewer}
            </p>
            <p>{view.recommendation}</p>
          </div>
        )}
        <Field {...note} error={noteError}>
          <textarea
            {...controlAttributes({ ...note, error: noteError, optional: action === 'grant' })}
            className="input"
            rows={5}
            maxLength={2000}
            value={opinion.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        </Field>
        {isDecision(action) && (
          <FieldGroup name="/basis" label={words.basis} hint={words.basisHint} error={errorAt('/basis')} words={kit}>
            {view.legalBasis.length === 0 ? (
              <p className="hint">{words.noBasis}</p>
            ) : (
              <Checkbox.Group
                className="basis-choice"
                options={view.legalBasis.map((basis, n) => ({
                  value: basis,
                  label: basis,
                  ...(n === 0 && { id: '/basis' }),
                }))}
                value={[...opinion.basis]}
                onChange={(basis) => change({ basis })}
              />
            )}
          </FieldGroup>
        )}
        {isDecision(action) && <DecisionPreview action={action} view={view} opinion={opinion} />}
        <p className="hint">{isDecision(action) ? words.irreversible : words.opinionKept}</p>
        <div className="sheet-actions">
          <Button type="primary" danger={action === 'refuse'} htmlType="submit" loading={busy} disabled={stale}>
            {words.sheet[action].send}
          </Button>
          <Button onClick={props.onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Drawer>
  );
}
