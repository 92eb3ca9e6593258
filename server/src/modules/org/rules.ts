import type { Role } from '../../kernel/actor.ts';

const administrators: readonly Role[] = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'];

/**
 * 三员分立 (GB/T 22239-2019, 8.1.4.2): system, security and audit administrator are three persons, and none of them does business. The
 * role already held that stands in the way of another, if any.
 */
export const conflictingRole = (held: readonly Role[], wanted: Role): Role | undefined =>
  held.find((role) => role !== wanted && (administrators.includes(role) || administrators.includes(wanted)));

/** The codes from the top of the tree down to the region itself. */
export const codesOf = (path: string): string[] => path.split('/');

export const areaOfRegion = (regionCode: string): number => Number(regionCode.slice(0, 6));
