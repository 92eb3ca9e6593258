import { isRouteErrorResponse, Outlet } from 'react-router';
import type { Refusal } from '../visit.ts';
import type { Route } from './+types/Pages';
import { ErrorPage } from './ErrorPage.tsx';

/** Around all pages and within the frame, so that a page that says no still says where one is and where to go. */
export default function Pages() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage refusal={isRouteErrorResponse(error) ? (error.data as Refusal) : undefined} />;
}
