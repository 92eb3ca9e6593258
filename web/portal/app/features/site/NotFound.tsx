import { onVisit } from '../../visit.ts';
import type { Route } from './+types/NotFound';

/** Addresses that lead nowhere, and requests that the house refused before they came to a page. */
export const loader = onVisit(async (visit, _: Route.LoaderArgs): Promise<null> => {
  throw visit.problem ?? visit.services.site.noSuchPage();
});

export const action = loader;

export default function NotFound() {
  return null;
}
