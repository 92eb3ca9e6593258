import type { Actor, PersonActor, Role } from '../../kernel/actor.ts';

const handlesCases: readonly Role[] = ['acceptanceOfficer', 'reviewer', 'decisionMaker', 'issuingClerk'];

const holdsOneOf = (actor: Actor, roles: readonly Role[]): boolean =>
  actor.kind === 'staff' && actor.posts.some(({ role }) => roles.includes(role));

/** Only who receives people at a window opens accounts for them. */
export const canIntake = (actor: Actor): boolean => holdsOneOf(actor, ['acceptanceOfficer']);

/** Only who handles cases may look at a person in full; administrators and supervisors never need to. */
export const canReveal = (actor: Actor): boolean => holdsOneOf(actor, handlesCases);

/** A mandate is given and taken back by the principal alone; for a firm that is its legal representative. */
export const canGrantFor = (
  actor: PersonActor,
  principal: { kind: 'firm' | 'person'; id: string; legalRepresentativeId?: string },
): boolean => (principal.kind === 'person' ? principal.id : principal.legalRepresentativeId) === actor.id;

export const isRealName = ({ realNameLevel }: Pick<PersonActor, 'realNameLevel'>): boolean => realNameLevel !== 'L1';
