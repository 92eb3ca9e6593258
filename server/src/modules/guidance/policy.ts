import { type Actor, holdsRole } from '../../kernel/actor.ts';

/** The words people use are the same everywhere, so any item administrator keeps the table. */
export const canEditSynonyms = (actor: Actor): boolean =>
  actor.kind === 'system' || holdsRole(actor, 'itemAdministrator');
