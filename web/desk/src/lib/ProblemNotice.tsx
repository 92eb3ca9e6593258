import { Alert, Button } from 'antd';
import { en } from './en.ts';
import { ApiProblem } from './http.ts';
import { useWords } from './language.ts';
import { zh } from './zh.ts';

/** The sentence to show for anything that went wrong. */
export function useSentence(): (error: unknown) => string {
  const words = useWords({ zh, en });
  return (error) => {
    if (!(error instanceof ApiProblem)) return words.unreadable;
    return error.message || (error.status === 0 ? words.offline : words.unreadable);
  };
}

/** A refusal that stays on the page until it is mended (ux R32); failures of the house carry the id to name when asking for help. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const words = useWords({ zh, en });
  const sentence = useSentence();
  if (!error) return null;
  const instance = error instanceof ApiProblem && error.status >= 500 ? error.instance : undefined;
  return (
    <Alert
      type="error"
      role="alert"
      title={sentence(error)}
      {...(instance && { description: words.trace(instance) })}
      {...(onRetry && { action: <Button onClick={onRetry}>{words.retry}</Button> })}
    />
  );
}
