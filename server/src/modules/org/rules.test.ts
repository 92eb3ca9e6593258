import { describe, expect, test } from 'vitest';
import { roles } from '../../kernel/actor.ts';
import { codesOf, conflictingRole } from './rules.ts';

const administrators = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const;
const business = roles.filter((role) => !administrators.some((administrator) => administrator === role));

describe('system, security and audit administrator are three persons', () => {
  test.each(administrators)('%s goes with no other role, in either order', (administrator) => {
    for (const other of roles.filter((role) => role !== administrator)) {
      expect(conflictingRole([administrator], other), other).toBe(administrator);
      expect(conflictingRole([other], administrator), other).toBe(other);
    }
  });

  test('a second post of the same role, and business roles among themselves, are no conflict', () => {
    for (const role of roles) expect(conflictingRole([role], role), role).toBeUndefined();
    for (const role of business) expect(conflictingRole(business, role), role).toBeUndefined();
    expect(conflictingRole([], 'auditAdministrator')).toBeUndefined();
  });
});

test('the path of a region names all above it', () => {
  expect(codesOf('690100000000/690102000000/690102001000')).toEqual(['690100000000', '690102000000', '690102001000']);
});
