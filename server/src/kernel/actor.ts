/** The rights a post can carry. Acceptance, review and decision are three separate roles (前台综合受理、后台分类审批). */
export const roles = [
  'acceptanceOfficer',
  'reviewer',
  'decisionMaker',
  'issuingClerk',
  'supervisor',
  'itemAdministrator',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
] as const;
export type Role = (typeof roles)[number];

/** A post is (role, department, area subtree, item set); `itemKeys` null means every item. */
export interface Post {
  readonly id: string;
  readonly role: Role;
  readonly departmentId: string;
  /** 12 digits; the post reaches this region and all beneath it. */
  readonly regionCode: string;
  readonly itemKeys: readonly string[] | null;
}

/** Whom a person acts for, under a mandate that was in force when the request came in. */
export interface ActingFor {
  readonly mandateId: string;
  readonly kind: 'firm' | 'person';
  readonly id: string;
  readonly name: string;
  readonly itemKeys: readonly string[] | null;
}

export type RealNameLevel = 'L1' | 'L2' | 'L3' | 'L4';

export interface Anonymous {
  readonly kind: 'anonymous';
}
export interface PersonActor {
  readonly kind: 'person';
  readonly id: string;
  readonly sessionId: string;
  readonly name: string;
  readonly realNameLevel: RealNameLevel;
  readonly actingFor?: ActingFor;
}
export interface StaffActor {
  readonly kind: 'staff';
  readonly id: string;
  readonly sessionId: string;
  readonly name: string;
  readonly posts: readonly Post[];
  /** Why personal data is looked at, when the request states it. */
  readonly purpose?: string;
}
/** A job, a listener or a command; `name` says which, for the journal. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: string;
}
export type Actor = Anonymous | PersonActor | StaffActor | SystemActor;

export const anonymous: Anonymous = { kind: 'anonymous' };
export const system = (name: string): SystemActor => ({ kind: 'system', name });

/** What rights are about: where a thing is decided, by whom, and which item it is. */
export interface Reach {
  readonly areaCode: number;
  readonly departmentId?: string;
  readonly itemKey?: string;
}

/** The significant digits of a region code: a region's subtree is all codes that begin with them. */
export function regionPrefix(regionCode: string): string {
  if (regionCode.endsWith('0'.repeat(10))) return regionCode.slice(0, 2);
  if (regionCode.endsWith('0'.repeat(8))) return regionCode.slice(0, 4);
  if (regionCode.endsWith('0'.repeat(6))) return regionCode.slice(0, 6);
  return regionCode.endsWith('000') ? regionCode.slice(0, 9) : regionCode;
}

/** The post, if any, by which a member of staff may do `role` for a thing of that reach. */
export function postFor(actor: Actor, role: Role, reach: Reach): Post | undefined {
  if (actor.kind !== 'staff') return undefined;
  return actor.posts.find(
    (post) =>
      post.role === role &&
      String(reach.areaCode).startsWith(regionPrefix(post.regionCode).slice(0, 6)) &&
      (reach.departmentId === undefined || post.departmentId === reach.departmentId) &&
      (reach.itemKey === undefined || post.itemKeys === null || post.itemKeys.includes(reach.itemKey)),
  );
}

export const holdsRole = (actor: Actor, role: Role): boolean =>
  actor.kind === 'staff' && actor.posts.some((post) => post.role === role);
