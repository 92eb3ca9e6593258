import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { ErrorPage } from './app/ErrorPage.tsx';
import { Shell } from './app/Shell.tsx';

const page = (load: () => Promise<{ default: ComponentType }>) => ({
  lazy: async () => ({ Component: (await load()).default }),
});

/** Every page of the desk. Each is a file of its own that is fetched when it is first opened. */
export const router = createBrowserRouter(
  [
    {
      path: '/',
      Component: Shell,
      ErrorBoundary: ErrorPage,
      HydrateFallback: () => null,
      children: [
        {
          ErrorBoundary: ErrorPage,
          children: [
            { index: true, ...page(() => import('./features/home/HomePage.tsx')) },
            { path: 'cases', ...page(() => import('./features/cases/QueuePage.tsx')) },
            { path: 'cases/:caseId', ...page(() => import('./features/cases/CasePage.tsx')) },
            { path: 'window', ...page(() => import('./features/window/WindowPage.tsx')) },
            { path: 'window/new', ...page(() => import('./features/window/StartPage.tsx')) },
            { path: 'window/:caseId', ...page(() => import('./features/window/IntakePage.tsx')) },
            { path: '*', Component: ErrorPage },
          ],
        },
      ],
    },
  ],
  { basename: '/desk' },
);
