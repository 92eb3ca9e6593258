import type { Context } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db.ts';
import { findPerson } from '../identity/public.ts';
import type { Applicant } from './draft.ts';
import { caseErrors } from './errors.ts';

/** The person who stands at the window, found or registered there by her document. */
export async function personAtWindow(tx: Tx, ctx: Context, personId: string): Promise<Applicant> {
  const person = await findPerson(tx, ctx.keys, personId);
  if (!person) throw caseErrors.notFound();
  return { kind: 'person', id: person.id, name: person.name };
}
