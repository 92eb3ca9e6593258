import type { CaseView } from '@tongban/server/contract/cases';
import { Alert, Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../lib/language.ts';
import { ProblemNotice } from '../../lib/ProblemNotice.tsx';
import { useShortcuts } from '../../lib/useShortcuts.ts';
import { en } from './en.ts';
import type { Exits } from './useExits.ts';
import { zh } from './zh.ts';

const primaryOf = { DRAFT: 'submit', SUBMITTED: 'receive', RECEIVED: 'accept' } as const;

/** How this intake ends: submit and receive, then accept. Ctrl and Enter takes the one that is due. */
export function ExitBar({ view, exits }: { view: CaseView; exits: Exits }) {
  const words = useWords({ zh, en });
  const primary = primaryOf[view.state as keyof typeof primaryOf];
  const blocked = view.blocked[primary];
  const usable = blocked === undefined && !exits.busy && view.allowedActions.includes(primary);
  useShortcuts(usable ? [{ keys: 'Ctrl+Enter', does: words[primary], run: exits[primary] }] : []);
  return (
    <footer className="case-actions">
      {exits.stale ? (
        <Alert
          type="warning"
          role="alert"
          title={words.staleTitle}
          action={
            <Button size="small" onClick={exits.reload}>
              {words.reload}
            </Button>
          }
        />
      ) : (
        exits.mistakes.length === 0 && <ProblemNotice error={exits.error} />
      )}
      <ul>
        <li>
          <Button
            type="primary"
            disabled={!usable}
            loading={exits.busy}
            onClick={exits[primary]}
            aria-describedby={blocked && 'exit-blocked'}
          >
            {words[primary]} <kbd>Ctrl+Enter</kbd>
          </Button>
          {blocked && (
            <p className="hint" id="exit-blocked">
              {blocked}
            </p>
          )}
        </li>
        {view.state === 'DRAFT' && (
          <>
            <li>
              <Link className="button-link" to="/window" title={words.leaveHint}>
                {words.leave}
              </Link>
            </li>
            <li>
              <Popconfirm
                title={words.discard}
                description={words.discardAsk}
                okText={words.discardYes}
                cancelText={words.cancel}
                onConfirm={exits.discard}
              >
                <Button type="text" danger>
                  {words.discard}
                </Button>
              </Popconfirm>
            </li>
          </>
        )}
        {view.state !== 'DRAFT' && (
          <li>
            <Link className="button-link" to={`/cases/${view.id}`}>
              {words.openCase}
            </Link>
          </li>
        )}
      </ul>
    </footer>
  );
}
