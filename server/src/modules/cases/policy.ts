import { type Actor, type Post, postFor, type Reach, type Role } from '../../kernel/actor.ts';
import { type CaseAction, type Part, transitionOf } from './machine.ts';

/** What rights need to know of a case. */
export interface CaseFacts {
  readonly areaCode: number;
  readonly departmentId: string;
  readonly itemKey: string;
  readonly applicantId: string;
  readonly reviewerId: string | null;
  /** Not submitted yet: nobody's business but the applicant's and the clerk's with whom she fills it in. */
  readonly draft: boolean;
  readonly windowStaffId: string | null;
}

/** The roles of staff, and whether the post must belong to the deciding department: an integrated window accepts for all of them. */
const staffParts: readonly { part: Part & Role; ofDepartment: boolean }[] = [
  { part: 'acceptanceOfficer', ofDepartment: false },
  { part: 'reviewer', ofDepartment: true },
  { part: 'decisionMaker', ofDepartment: true },
  { part: 'issuingClerk', ofDepartment: false },
];

const reachOf = ({ areaCode, departmentId, itemKey }: CaseFacts, ofDepartment: boolean): Reach => ({
  areaCode,
  itemKey,
  ...(ofDepartment && { departmentId }),
});

/** The applicant is the person herself, or the firm or person she acts for under a mandate that covers the item. */
export function isApplicant(actor: Actor, facts: CaseFacts): boolean {
  if (actor.kind !== 'person') return false;
  const { actingFor } = actor;
  if (!actingFor) return actor.id === facts.applicantId;
  return (
    actingFor.id === facts.applicantId && (actingFor.itemKeys === null || actingFor.itemKeys.includes(facts.itemKey))
  );
}

/** Who may begin a draft at that place: an applicant for herself, an official only where she accepts applications. */
export const canStart = (actor: Actor, reach: Reach): boolean =>
  actor.kind === 'person' || postFor(actor, 'acceptanceOfficer', reach) !== undefined;

/** In which parts this actor may act on this case. */
export function partsOf(actor: Actor, facts: CaseFacts): Part[] {
  if (actor.kind === 'system') return ['system'];
  if (isApplicant(actor, facts)) return ['applicant'];
  if (actor.kind !== 'staff' || (facts.draft && actor.id !== facts.windowStaffId)) return [];
  return staffParts
    .filter(({ part, ofDepartment }) => postFor(actor, part, reachOf(facts, ofDepartment)))
    .map(({ part }) => part);
}

/** The post by which a member of staff plays that part, for the journal. */
export function postOf(actor: Actor, part: Part, facts: CaseFacts): Post | undefined {
  const row = staffParts.find((staffPart) => staffPart.part === part);
  return row && postFor(actor, row.part, reachOf(facts, row.ofDepartment));
}

/** The part in which the actor would do this: the first that the table names and the actor may play. */
export const partFor = (actor: Actor, action: CaseAction, facts: CaseFacts): Part | undefined => {
  const playing = partsOf(actor, facts);
  return transitionOf(action).by.find((part) => playing.includes(part));
};

export const canSee = (actor: Actor, facts: CaseFacts): boolean =>
  partsOf(actor, facts).length > 0 ||
  (!facts.draft && postFor(actor, 'supervisor', reachOf(facts, false)) !== undefined);

/** Two people: who reviewed does not decide (domain 3.3). */
export const isSecondPerson = (actor: Actor, facts: CaseFacts): boolean =>
  actor.kind === 'staff' && actor.id !== facts.reviewerId;
