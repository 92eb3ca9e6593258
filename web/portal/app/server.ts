import * as build from 'virtual:react-router/server-build';
import type { Visit } from '@tongban/server/portal-services';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { displayOf } from './display.ts';
import { pageContext, visitContext } from './visit.ts';

const answer = createRequestHandler({ ...build } as ServerBuild, 'production');

/** One page, or the answer to one post. The server calls this for every request that is no API call. */
export function handle(request: Request, visit: Visit): Promise<Response> {
  const context = new RouterContextProvider();
  context.set(visitContext, visit);
  const display = displayOf(request.headers.get('cookie'), new URL(request.url).searchParams);
  context.set(pageContext, { display, script: build.assets.entry.module });
  return answer(request, context);
}
