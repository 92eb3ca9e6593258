import { Button } from 'antd';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { ApiProblem } from '../lib/http.ts';
import { useWords } from '../lib/language.ts';
import { ProblemNotice } from '../lib/ProblemNotice.tsx';
import { usePageTitle } from '../lib/usePageTitle.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** An address that leads nowhere, or a page that failed: what happened, and where to go from here. */
export function ErrorPage() {
  const words = useWords({ zh, en }).errors;
  const error = useRouteError();
  usePageTitle(words.title);
  const missing = error === undefined || (isRouteErrorResponse(error) && error.status === 404);
  return (
    <div className="page-body">
      <h1>{words.title}</h1>
      {error instanceof ApiProblem ? (
        <ProblemNotice error={error} />
      ) : (
        <p className="lead">{missing ? words.missing : words.broken}</p>
      )}
      <p className="button-row">
        <Link to="/">{words.home}</Link>
        {!missing && <Button onClick={() => window.location.reload()}>{words.reload}</Button>}
      </p>
    </div>
  );
}
