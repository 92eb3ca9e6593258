import '@tongban/ui/kit.css';
import './portal.css';
import type { ReactNode } from 'react';
import { data, Links, Outlet, useMatches, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/root';
import { displayCookie } from './display.ts';
import { Frame } from './frame/Frame.tsx';
import { type FrameData, plainSite } from './frame/frame-data.ts';
import { onVisit, pageContext } from './visit.ts';

export const loader = onVisit(async (visit, { context, request }: Route.LoaderArgs) => {
  const { display, script } = context.get(pageContext);
  const { language, path, nonce, csrf } = visit;
  const site = await visit.services.site.frame(visit.session, visit.region).catch(() => plainSite);
  const frame: FrameData = { site, language, path, nonce, csrf, display, script };
  const asked = new URL(request.url).searchParams;
  const changed = ['mode', 'scale', 'theme'].some((name) => asked.has(name));
  return data(frame, changed ? { headers: { 'set-cookie': displayCookie(display) } } : {});
});

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** A page whose `handle` says so ships the one small script (print, copy, read aloud, saving, uploads); all others ship none. */
export interface PageHandle {
  script?: true;
}

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>('root');
  const scripted = useMatches().some((match) => (match.handle as PageHandle | undefined)?.script);
  if (!frame) return <html lang="zh-CN">{children}</html>;
  const { display, language, nonce } = frame;
  return (
    <html
      lang={language === 'en' ? 'en' : 'zh-CN'}
      data-brand="song"
      data-theme={display.theme}
      data-mode={display.mode}
      data-scale={display.scale}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <Links />
        {scripted && <script type="module" nonce={nonce} src={frame.script} />}
      </head>
      <body>
        <Frame>{children}</Frame>
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}
