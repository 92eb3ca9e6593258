import { renderToStaticMarkup } from 'react-dom/server';
import { type EntryContext, type HandleErrorFunction, ServerRouter } from 'react-router';
import { visitContext } from './visit.ts';

/** Pages are documents: rendered whole on the server, never taken over by a script in the browser. */
export default function respond(request: Request, status: number, headers: Headers, context: EntryContext): Response {
  const page = renderToStaticMarkup(<ServerRouter context={context} url={request.url} />);
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(`<!doctype html>${page}`, { status, headers });
}

/** Whatever no loader or action turned into a refusal: recorded by the server, shown as the page for failures. */
export const handleError: HandleErrorFunction = (error, { context }) => {
  context.get(visitContext).problemOf(error);
};
