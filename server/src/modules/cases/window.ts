import type { Context } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db.ts';
import { contactOf } from '../identity/public.ts';
import type { Applicant } from './draft.ts';
import { caseErrors } from './errors.ts';

/** The person who stands at the window, found or registered there by her document. */
export async function personAtWindow(tx: Tx, ctx: Context, personId: string): Promise<Applicant> {
  const { name } = await contactOf(tx, ctx.keys, { kind: 'person', id: personId, agentId: null });
  if (name === null) throw caseErrors.notFound();
  return { kind: 'person', id: personId, name };
}
