import { ownPage, withQuery } from '../../address.ts';
import { changeDisplay, displayCookie } from '../../display.ts';
import { onVisit, pageContext, to } from '../../visit.ts';
import type { Route } from './+types/Display';

/** Posted by the elder toolbar: text size, contrast, leaving the mode. Kept in the cookie, and in the account when there is one. */
export const action = onVisit(async (visit, { context }: Route.ActionArgs) => {
  const said = new Map(visit.form);
  const display = changeDisplay(context.get(pageContext).display, Object.fromEntries(said));
  const back = withQuery(ownPage(said.get('return'), '/'), { mode: undefined, scale: undefined, theme: undefined });
  if (visit.actor.kind === 'person' && said.has('mode')) {
    const { version, language } = await visit.services.account.mine(visit.actor);
    await visit.services.account.change(visit.actor, { elderMode: display.mode === 'elder', language, version });
  }
  throw to(visit, back, displayCookie(display));
});
