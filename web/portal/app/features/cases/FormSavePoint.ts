import { onVisit } from '../../visit.ts';
import type { Route } from './+types/FormSavePoint';
import { fieldsChanged } from './page-fields.ts';

/** What the script of a form page posts to while one types: keeps the page as it stands and says when, without judging it. */
export const action = onVisit(async (visit, { params }: Route.ActionArgs) => {
  const { caseId, page } = params;
  const version = Number(new Map(visit.form).get('version'));
  const { cases } = visit.services;
  const before = await cases.mine(visit.actor, caseId);
  const saved = await cases.savePage(visit.actor, { caseId, page, version, entries: visit.form });
  const changed = fieldsChanged(before, await cases.mine(visit.actor, caseId), page);
  return Response.json({ version: saved.version, savedAt: saved.savedAt, changed });
});
