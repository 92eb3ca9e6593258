import { onVisit, to } from '../../visit.ts';
import type { Route } from './+types/SignOut';

/** Posted by the button in the frame; there is no page. */
export const action = onVisit(async (visit, _: Route.ActionArgs) => {
  await visit.services.session.signOut(visit.actor);
  throw to(visit, '/', visit.sessionCookie(null));
});
