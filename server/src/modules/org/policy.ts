import { type Actor, postFor } from '../../kernel/actor.ts';

/** Accounts and posts belong to the security administrator of the region, who cannot use the rights they give out. */
export const canAdminister = (actor: Actor, areaCode: number): boolean =>
  actor.kind === 'system' || postFor(actor, 'securityAdministrator', { areaCode }) !== undefined;
