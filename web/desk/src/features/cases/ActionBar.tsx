import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActBody, CaseView } from '@tongban/server/contract/cases';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { act, type CaseAction, caseOptions, everyCase } from '../../case/api.ts';
import { en as caseEn } from '../../case/en.ts';
import { zh as caseZh } from '../../case/zh.ts';
import { ApiProblem, newKey } from '../../lib/http.ts';
import { useWords } from '../../lib/language.ts';
import { ProblemNotice } from '../../lib/ProblemNotice.tsx';
import { useShortcuts } from '../../lib/useShortcuts.ts';
import { ActSheet } from './ActSheet.tsx';
import { en } from './en.ts';
import { StaleNotice } from './StaleNotice.tsx';
import { type Sheeted, sheeted } from './sheets.ts';
import { zh } from './zh.ts';

const forward: readonly CaseAction[] = [
  'receive',
  'accept',
  'startReview',
  'recommend',
  'grant',
  'dispatch',
  'confirmDelivery',
];

/** What one may do with the case now, as the server says; what is blocked says why under its button. */
export function ActionBar({ view }: { view: CaseView }) {
  const words = useWords({ zh, en });
  const said = useWords({ zh: caseZh, en: caseEn });
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [asked, setSheet] = useState<Sheeted>();
  const sheet = asked && view.allowedActions.includes(asked) ? asked : undefined;
  const key = useRef(newKey());
  const acting = useMutation({
    mutationFn: ({ action, body }: { action: CaseAction; body: ActBody }) => act(view, action, body, key.current),
    onSuccess: async (_, { action }) => {
      key.current = newKey();
      setSheet(undefined);
      message.success(said.done[action]);
      await queries.invalidateQueries(everyCase);
    },
  });
  const stale = acting.error instanceof ApiProblem && acting.error.status === 412;
  const actions = view.allowedActions.filter((action) => action !== 'submit');
  const primary = actions.find((action) => forward.includes(action));
  const begin = (action: CaseAction) => {
    acting.reset();
    key.current = newKey();
    if (sheeted(action)) setSheet(action);
    else acting.mutate({ action, body: {} });
  };
  const reload = async () => {
    await queries.invalidateQueries(caseOptions(view.id));
    acting.reset();
  };
  const usable = primary !== undefined && view.blocked[primary] === undefined && !acting.isPending;
  useShortcuts(
    usable && sheet === undefined
      ? [{ keys: 'Ctrl+Enter', does: said.actions[primary], run: () => begin(primary) }]
      : [],
  );
  return (
    <footer className="case-actions">
      {sheet === undefined && (stale ? <StaleNotice onReload={reload} /> : <ProblemNotice error={acting.error} />)}
      {actions.length === 0 && <p>{nothingToDo(view, words)}</p>}
      <ul>
        {[...actions]
          .sort((a, b) => Number(b === primary) - Number(a === primary))
          .map((action) => (
            <li key={action}>
              <Button
                type={action === primary ? 'primary' : 'default'}
                danger={action === 'refuse'}
                disabled={view.blocked[action] !== undefined}
                loading={acting.isPending && acting.variables.action === action}
                aria-describedby={view.blocked[action] && `blocked ${action}`}
                onClick={() => begin(action)}
              >
                {said.actions[action]}
              </Button>
              {view.blocked[action] && (
                <p className="hint" id={`blocked ${action}`}>
                  {view.blocked[action]}
                </p>
              )}
            </li>
          ))}
        {view.allowedActions.includes('submit') && (
          <li>
            <Link to={`/window/${view.id}`}>{said.actions.submit}</Link>
          </li>
        )}
      </ul>
      {sheet && (
        <ActSheet
          action={sheet}
          view={view}
          stale={stale}
          problem={acting.error}
          busy={acting.isPending}
          onSend={(body) => acting.mutate({ action: sheet, body })}
          onReload={reload}
          onClose={() => setSheet(undefined)}
        />
      )}
    </footer>
  );
}

function nothingToDo({ state }: CaseView, { nothingToDo: words }: typeof zh): string {
  if (state === 'CLOSED') return words.nobody;
  return state === 'DRAFT' || state === 'DELIVERING' ? words.applicant : words.agency;
}
