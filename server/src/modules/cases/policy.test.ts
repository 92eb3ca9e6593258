import { describe, expect, test } from 'vitest';
import type { Actor, PersonActor, Post, StaffActor } from '../../kernel/actor.ts';
import { anonymous, system } from '../../kernel/actor.ts';
import { type CaseFacts, canSee, canStart, isSecondPerson, partFor, partsOf } from './policy.ts';

const facts: CaseFacts = {
  areaCode: 690_102,
  departmentId: 'market',
  itemKey: 'food',
  applicantId: 'wang',
  reviewerId: 'reviewer',
  draft: false,
  windowStaffId: null,
};

const person = (over: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  id: 'wang',
  sessionId: 's',
  name: '示例',
  realNameLevel: 'L3',
  ...over,
});

const staff = (post: Partial<Post>, id = 'officer'): StaffActor => ({
  kind: 'staff',
  id,
  sessionId: 's',
  name: '示例·官',
  posts: [{ id: 'p', role: 'reviewer', departmentId: 'market', regionCode: '690102000000', itemKeys: null, ...post }],
});

const agent = (itemKeys: string[] | null, id = 'wang') =>
  person({ id: 'agent', actingFor: { mandateId: 'm', kind: 'firm', id, name: '示例公司', itemKeys } });

describe('the applicant', () => {
  test('is the person herself, and nobody else who is signed in', () => {
    expect(partsOf(person(), facts)).toEqual(['applicant']);
    expect(partsOf(person({ id: 'li' }), facts)).toEqual([]);
    expect(partsOf(anonymous, facts)).toEqual([]);
  });

  test('is the agent whose mandate names the applicant and covers the item', () => {
    expect(partsOf(agent(null), facts)).toEqual(['applicant']);
    expect(partsOf(agent(['food']), facts)).toEqual(['applicant']);
    expect(partsOf(agent(['other']), facts)).toEqual([]);
    expect(partsOf(agent(null, 'another-firm'), facts)).toEqual([]);
  });

  test('who acts for a firm does not see her own cases at the same time', () => {
    const acting = person({
      actingFor: { mandateId: 'm', kind: 'firm', id: 'firm', name: '示例公司', itemKeys: null },
    });

    expect(canSee(acting, facts)).toBe(false);
  });
});

describe('officials', () => {
  test('a window accepts for every department of its area, a reviewer handles only her own department’s', () => {
    expect(partsOf(staff({ role: 'acceptanceOfficer', departmentId: 'hall' }), facts)).toEqual(['acceptanceOfficer']);
    expect(partsOf(staff({ departmentId: 'hall' }), facts)).toEqual([]);
    expect(partsOf(staff({}), facts)).toEqual(['reviewer']);
  });

  test.each([
    ['690103000000', false],
    ['690102000000', true],
    ['690100000000', true],
    ['690000000000', true],
    ['700000000000', false],
  ])('a post of region %s reaches a case of 690102: %s', (regionCode, reaches) => {
    expect(partsOf(staff({ regionCode }), facts).length > 0).toBe(reaches);
  });

  test('a draft is begun at a window only where it accepts applications', () => {
    const place = { areaCode: 690_102, itemKey: 'food' };
    const clerk = (post: Partial<Post>) => staff({ role: 'acceptanceOfficer', departmentId: 'hall', ...post });

    expect(canStart(person(), place)).toBe(true);
    expect(canStart(clerk({}), place)).toBe(true);
    expect(canStart(clerk({ regionCode: '690103000000' }), place)).toBe(false);
    expect(canStart(clerk({ itemKeys: ['other'] }), place)).toBe(false);
    expect(canStart(staff({ role: 'reviewer' }), place)).toBe(false);
    expect(canStart(anonymous, place)).toBe(false);
  });

  test('a post for certain items reaches no other', () => {
    expect(canSee(staff({ itemKeys: ['other'] }), facts)).toBe(false);
    expect(canSee(staff({ itemKeys: ['food'] }), facts)).toBe(true);
  });

  test('administrators of system, security and audit see no case', () => {
    for (const role of [
      'systemAdministrator',
      'securityAdministrator',
      'auditAdministrator',
      'itemAdministrator',
    ] as const)
      expect(canSee(staff({ role }), facts), role).toBe(false);
  });

  test('a supervisor sees a case and can do nothing with it', () => {
    const supervisor = staff({ role: 'supervisor' });

    expect(canSee(supervisor, facts)).toBe(true);
    expect(partsOf(supervisor, facts)).toEqual([]);
  });

  test('a draft is seen by nobody but its applicant and the clerk who fills it in with her', () => {
    const draft = { ...facts, draft: true, windowStaffId: 'clerk' };
    const clerk = staff({ role: 'acceptanceOfficer' }, 'clerk');
    const others: Actor[] = [
      staff({ role: 'acceptanceOfficer' }),
      staff({ role: 'supervisor' }),
      staff({}),
      person({ id: 'li' }),
    ];

    expect(canSee(clerk, draft)).toBe(true);
    expect(canSee(person(), draft)).toBe(true);
    for (const other of others) expect(canSee(other, draft)).toBe(false);
  });

  test('who reviewed does not decide', () => {
    expect(isSecondPerson(staff({ role: 'decisionMaker' }, 'reviewer'), facts)).toBe(false);
    expect(isSecondPerson(staff({ role: 'decisionMaker' }), facts)).toBe(true);
  });

  test('the system plays its own part only', () => {
    expect(partFor(system('jobs'), 'dispatch', facts)).toBe('system');
    expect(partFor(system('jobs'), 'grant', facts)).toBeUndefined();
  });
});
