import type { CaseView } from '@tongban/server/contract/cases';
import { sayWeekday } from '@tongban/ui/dates.ts';
import { RouteStrip } from '@tongban/ui/RouteStrip.tsx';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useKitWords, useLanguage, useWords } from '../../lib/language.ts';
import { useShortcuts } from '../../lib/useShortcuts.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** What the clerk reads out when the case is accepted: its number and the promised day. Then the next person. */
export function Received({ view }: { view: CaseView }) {
  const words = useWords({ zh, en });
  const kit = useKitWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const next = () => navigate('/window/new');
  useShortcuts([{ keys: 'Ctrl+Enter', does: words.next, run: next }]);
  const { promised, statutory } = view.clocks;
  const due = (promised ?? statutory)?.dueOn;
  return (
    <div className="page-body received">
      <h1>
        {words.accepted} · {view.item.name}
      </h1>
      <p className="hint">{words.receivedAs}</p>
      <p className="received-number">{view.number}</p>
      {due && <p className="lead">{words.dueBy(sayWeekday(due, language))}</p>}
      <RouteStrip
        words={kit}
        stations={view.stations.map(({ key, status, on }) => ({
          name: key,
          progress: status,
          ...(on && { note: on }),
        }))}
      />
      <p className="form-go">
        <Button type="primary" size="large" autoFocus onClick={next}>
          {words.next} <kbd>Ctrl+Enter</kbd>
        </Button>
        <Link className="button-link" to={`/cases/${view.id}`}>
          {words.openCase}
        </Link>
      </p>
    </div>
  );
}
