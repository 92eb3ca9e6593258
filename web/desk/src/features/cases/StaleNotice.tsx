import { Alert, Button } from 'antd';
import { useWords } from '../../lib/language.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Somebody else changed the case: say so, offer what is new, keep what was typed. */
export function StaleNotice({ onReload }: { onReload: () => void }) {
  const words = useWords({ zh, en });
  return (
    <Alert
      type="warning"
      role="alert"
      title={words.stale}
      action={
        <Button size="small" onClick={onReload}>
          {words.reload}
        </Button>
      }
    />
  );
}
