import { readFileSync } from 'node:fs';
import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { type Role, roles } from '../../src/kernel/actor.ts';
import { citizenIdFault, usccFault } from '../../src/modules/identity/numbers.ts';
import { Places } from '../../src/modules/org/contract.ts';
import { conflictingRole } from '../../src/modules/org/rules.ts';

interface People {
  staff: {
    loginName: string;
    displayName: string;
    areaCode: number;
    posts: { role: Role; department: string; regionCode: string; itemKeys: string[] | null }[];
  }[];
  persons: { key: string; name: string; idNumber: string; mobile: string; realNameLevel: string }[];
  firms: {
    key: string;
    name: string;
    uscc: string;
    legalRepresentative: string;
    regionCode: string;
    address: string;
  }[];
  mandates: { firm: string; agent: string; itemKeys: string[] | null }[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const places = read('places.json') as Places;
const people = read('people.json') as People;
const posts = people.staff.flatMap(({ loginName, posts }) => posts.map((post) => ({ loginName, ...post })));

const unique = (names: string[]) => expect(new Set(names).size).toBe(names.length);
const demo = { today: '2026-11-21', demo: true };
const production = { ...demo, demo: false };

test('the places are one document of their contract', () => {
  expect([...Value.Errors(Places, places)]).toEqual([]);
});

test('the city has three districts, twelve streets and forty communities, each beneath the region whose code it continues', () => {
  const levels = ['3', '4', '5', '6'].map((level) => places.regions.filter((region) => region.level === level).length);
  const digits: Record<string, number> = { '4': 4, '5': 6, '6': 9 };
  const astray = places.regions.filter(({ code, level, parent }) =>
    parent === null ? code !== '690100000000' : code.slice(0, digits[level]) !== parent.slice(0, digits[level]),
  );

  expect(levels).toEqual([1, 3, 12, 40]);
  expect(astray).toEqual([]);
  unique(places.regions.map(({ code }) => code));
  unique(places.regions.map(({ name }) => name));
});

test('every department has a credit code of the fictional division where it stands, refused outside the demo city', () => {
  const codes = places.departments.map(({ uscc = '' }) => uscc);

  for (const { key, uscc = '', regionCode } of places.departments) {
    expect(usccFault(uscc, demo), key).toBeUndefined();
    expect(usccFault(uscc, production), key).toBe('region');
    expect(uscc.slice(2, 8), key).toBe(regionCode.slice(0, 6));
  }
  unique(codes);
  unique(places.departments.map(({ key }) => key));
});

test('no two departments of one area answer for the same body, save street offices', () => {
  const bodies = places.departments.filter(({ body }) => body !== '街道办事处');

  unique(bodies.map(({ regionCode, body }) => `${regionCode} ${body}`));
});

test('every hall is run by a department of its region, and its windows serve bodies that exist', () => {
  const bodies = new Set(places.departments.map(({ body }) => body));

  for (const hall of places.halls) {
    expect(places.departments.find(({ key }) => key === hall.department)?.regionCode, hall.key).toBe(hall.regionCode);
    for (const { no, serves = [] } of hall.windows)
      for (const body of serves) expect(bodies, `${hall.key} ${no}`).toContain(body);
    unique(hall.windows.map(({ no }) => no));
  }
});

test('whoever reads an address or a number sees that it is made up', () => {
  const addresses = [...places.halls, ...people.firms].map(({ address }) => address ?? '');
  const phones = JSON.stringify([places, people]).match(/"(?:phone|complaintPhone|mobile)":"[^"]*"/g) ?? [];

  expect(addresses.filter((address) => !address.includes('示例数据'))).toEqual([]);
  expect(phones.length).toBeGreaterThan(100);
  expect(phones.filter((phone) => !/:"1000(-\d{7}|\d{7})"$/.test(phone))).toEqual([]);
});

test('people are visibly synthetic, with valid numbers that nobody holds', () => {
  for (const { name, idNumber, mobile } of people.persons) {
    expect(name).toMatch(/^示例·/);
    expect(citizenIdFault(idNumber, demo)).toBeUndefined();
    expect(citizenIdFault(idNumber, production)).toBe('province');
    expect(mobile).toMatch(/^1000\d{7}$/);
  }
  for (const { name, uscc } of people.firms) {
    expect(name).toContain('示例');
    expect(usccFault(uscc, demo)).toBeUndefined();
    expect(usccFault(uscc, production)).toBe('region');
  }
  for (const { displayName } of people.staff) expect(displayName).toMatch(/^示例·/);
  unique(people.persons.map(({ idNumber }) => idNumber));
  unique(people.persons.map(({ mobile }) => mobile));
  unique(people.staff.map(({ loginName }) => loginName));
  expect(JSON.stringify(people)).not.toMatch(/"password/i);
});

test('every post names a department and a region that exist, and an account holds no two roles that exclude each other', () => {
  const departments = new Set(places.departments.map(({ key }) => key));
  const regions = new Set(places.regions.map(({ code }) => code));

  for (const { loginName, role, department, regionCode } of posts) {
    expect(departments, loginName).toContain(department);
    expect(regions, loginName).toContain(regionCode);
    expect(roles, loginName).toContain(role);
  }
  for (const { loginName, posts } of people.staff) {
    const held = posts.map(({ role }) => role);
    expect(held.map((role) => conflictingRole(held, role)).filter(Boolean), loginName).toEqual([]);
  }
  expect(new Set(posts.map(({ role }) => role))).toEqual(new Set(roles));
});

test('windows accept in at least two areas, and whoever reviews for a department does not decide for it', () => {
  const accepting = new Set(
    posts.filter(({ role }) => role === 'acceptanceOfficer').map(({ regionCode }) => regionCode.slice(0, 6)),
  );

  expect(accepting.size).toBeGreaterThanOrEqual(2);
  for (const review of posts.filter(({ role }) => role === 'reviewer')) {
    const decide = posts.filter((post) => post.role === 'decisionMaker' && post.department === review.department);
    expect(decide.length, review.department).toBeGreaterThan(0);
    expect(decide.map(({ loginName }) => loginName)).not.toContain(review.loginName);
  }
});

test('a mandate binds a known firm and a known agent who is not its legal representative', () => {
  const firms = new Map(people.firms.map((firm) => [firm.key, firm]));
  const persons = new Set(people.persons.map(({ key }) => key));

  expect(people.mandates).toHaveLength(people.firms.length);
  for (const { firm, agent } of people.mandates) {
    expect(persons).toContain(agent);
    expect(firms.get(firm)?.legalRepresentative).not.toBe(agent);
  }
  for (const { legalRepresentative } of people.firms) expect(persons).toContain(legalRepresentative);
});
