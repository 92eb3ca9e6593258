import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { demoCases, type SetBack } from './demo-cases.ts';
import { type PersonActor, postFor, type RealNameLevel, type Role, type StaffActor, system } from './kernel/actor.ts';
import { civilDate } from './kernel/civil-date.ts';
import { legalNow } from './kernel/clock.ts';
import type { Context } from './kernel/context.ts';
import { inTx, type Tx } from './kernel/db.ts';
import type { ItemDefinition } from './modules/catalogue/contract.ts';
import { publish, saveDraft } from './modules/catalogue/service.ts';
import { loadSynonyms } from './modules/guidance/service.ts';
import { setPassword } from './modules/identity/account.ts';
import { chooseIdentity, grantMandate, registerFirm } from './modules/identity/mandates.ts';
import { hashPassword } from './modules/identity/passwords.ts';
import { registerPerson } from './modules/identity/people.ts';
import { actorOf, openPersonSession } from './modules/identity/sessions.ts';
import { DEMO_CODE, setStaffCredential } from './modules/identity/staff-sign-in.ts';
import type { Department, Places } from './modules/org/contract.ts';
import { childRegions, createStaff, grantPost, importPlaces, listDepartments, postsOf } from './modules/org/public.ts';

const folder = join(import.meta.dirname, '../seeds/demo');
const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;

/** One password for everybody who is made up; shown beside the accounts, refused outside demo mode like the accounts themselves. */
export const DEMO_PASSWORD = 'heting-shili-2026';

interface DemoPost {
  role: Role;
  department: string;
  regionCode: string;
  itemKeys: string[] | null;
}
interface People {
  staff: { loginName: string; displayName: string; areaCode: number; listed?: boolean; posts: DemoPost[] }[];
  persons: {
    key: string;
    name: string;
    idNumber: string;
    mobile: string;
    realNameLevel: RealNameLevel;
    listed?: boolean;
    note: string;
  }[];
  firms: { key: string; name: string; uscc: string; legalRepresentative: string }[];
  mandates: { firm: string; agent: string; itemKeys: string[] | null }[];
}

const actor = system('demo');

/** Whether somebody lives here already: then nothing is seeded. */
export async function isEmpty(ctx: Context): Promise<boolean> {
  return (await childRegions(ctx.db, undefined)).length === 0;
}

/** The fictional city, built by calling services, so that nothing in it could not have happened. `say` hears each step. */
export async function seedDemo(ctx: Context, owner: pg.Pool, say: (step: string) => void): Promise<void> {
  const setBack: SetBack = async (days) => {
    await owner.query('update platform.clock set shift = make_interval(days => $1)', [-days]);
  };
  try {
    await setBack(DAYS_OF_HISTORY);
    await settleCity(ctx, setBack, say);
  } finally {
    await setBack(0);
  }
}

/** The city was there before its first case: long enough ago for every item to be in force. */
const DAYS_OF_HISTORY = 60;

async function settleCity(ctx: Context, setBack: SetBack, say: (step: string) => void): Promise<void> {
  const places = read<Places>('places.json');
  const people = read<People>('people.json');
  say('地区、部门与大厅');
  const departments = await inTx(ctx.db, async (tx) => {
    await importPlaces(tx, actor, places);
    const areas = [...new Set(places.departments.map(({ regionCode }) => Number(regionCode.slice(0, 6))))];
    return (await Promise.all(areas.map((area) => listDepartments(tx, area)))).flat();
  });
  say('工作人员');
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const staff: StaffActor[] = [];
  for (const person of people.staff)
    staff.push(await inTx(ctx.db, (tx) => giveStaff(tx, person, departments, passwordHash)));
  say('事项');
  for (const item of readItems()) await inTx(ctx.db, (tx) => publishEverywhere(tx, item, departments));
  await inTx(ctx.db, (tx) => loadSynonyms(tx, actor, read('synonyms.json')));
  say('居民与企业');
  const actors = await givePeople(ctx, people);
  say('办件');
  await demoCases(ctx, setBack, actors, (role, areaCode, departmentId) =>
    officialFor(staff, role, { areaCode, departmentId }),
  );
}

export interface DemoAccount {
  loginName: string;
  name: string;
  unit: string;
  role: Role;
  password: string;
  code: string;
}

/** The officials to try it with, as the sign-in page and the first start show them. */
export function demoOfficials(): DemoAccount[] {
  const { departments } = read<Places>('places.json');
  return read<People>('people.json')
    .staff.filter(({ listed }) => listed)
    .flatMap(({ loginName, displayName: name, posts }) => {
      const [post] = posts;
      const unit = departments.find(({ key }) => key === post?.department)?.name;
      return post && unit !== undefined
        ? [{ loginName, name, unit, role: post.role, password: DEMO_PASSWORD, code: DEMO_CODE }]
        : [];
    });
}

/** The citizens to try it with: mobile number, name, and who they are. */
export const demoCitizens = (): { mobile: string; name: string; note: string; password: string }[] =>
  read<People>('people.json')
    .persons.filter(({ listed }) => listed)
    .map(({ mobile, name, note }) => ({ mobile, name, note, password: DEMO_PASSWORD }));

const readItems = (): ItemDefinition[] =>
  readdirSync(join(folder, 'items'))
    .sort()
    .map((file) => read<ItemDefinition>(`items/${file}`));

async function giveStaff(
  tx: Tx,
  person: People['staff'][number],
  departments: readonly Department[],
  passwordHash: string,
): Promise<StaffActor> {
  const { loginName, displayName, areaCode } = person;
  let staff = await createStaff(tx, actor, { loginName, displayName, areaCode });
  for (const { department, ...post } of person.posts) {
    const departmentId = departments.find(({ key }) => key === department)?.id;
    if (departmentId === undefined) throw new Error(`${loginName}: no department ${department}`);
    staff = await grantPost(tx, actor, { staffId: staff.id, version: staff.version, ...post, departmentId });
  }
  await setStaffCredential(tx, staff.id, { passwordHash, temporary: false, secondFactorSealed: null });
  const posts = await postsOf(tx, staff.id, civilDate(await legalNow(tx)));
  return { kind: 'staff', id: staff.id, sessionId: 'demo', name: displayName, posts };
}

/** Windows and issuing clerks serve every department, reviewers and decision makers their own. */
function officialFor(
  staff: readonly StaffActor[],
  role: Role,
  { areaCode, departmentId }: { areaCode: number; departmentId: string },
): StaffActor {
  const own = role === 'reviewer' || role === 'decisionMaker' ? { areaCode, departmentId } : { areaCode };
  const official = staff.find((candidate) => postFor(candidate, role, own) !== undefined);
  return official ?? missing(`${role} of ${areaCode}`);
}

/** Levels of exercise that make an item a city's, a district's (GB/T 39554.1 A.2). */
const CITY = '3';

/**
 * One document, one version in each area that exercises it: the department that bears the body's name there gives its own name and
 * phones, and of the places those that lie in the area are kept.
 */
async function publishEverywhere(tx: Tx, item: ItemDefinition, departments: readonly Department[]): Promise<void> {
  const bodies = departments.filter(
    ({ shortName, areaCode }) =>
      shortName === item.implementingBody.name && item.exerciseLevels.includes(areaCode % 100 === 0 ? CITY : '4'),
  );
  if (bodies.length === 0) throw new Error(`${item.key}: no department is ${item.implementingBody.name}`);
  for (const { name, phone, complaintPhone, areaCode } of bodies) {
    const within = areaCode % 100 === 0 ? String(areaCode).slice(0, 4) : String(areaCode);
    const definition: ItemDefinition = {
      ...item,
      implementingBody: { ...item.implementingBody, name },
      places: item.places.filter(({ regionCode }) => regionCode?.startsWith(within) ?? true),
      ...(phone !== null && { consultPhone: phone }),
      ...(complaintPhone !== null && { complaintPhone }),
    };
    const version = await saveDraft(tx, actor, { regionCode: `${areaCode}000000`, areaCode, definition });
    if (version.state === 'draft') await publish(tx, actor, { versionId: version.id });
  }
}

/** Citizens with their accounts, firms with their legal representatives, agents under mandates; returned as the actors they are. */
async function givePeople(ctx: Context, people: People): Promise<Map<string, PersonActor>> {
  const actors = new Map<string, PersonActor>();
  for (const { key, name, idNumber, mobile, realNameLevel: level } of people.persons) {
    const token = await inTx(ctx.db, async (tx) => {
      const row = await registerPerson(tx, ctx, { mobile, realName: { name, idNumber }, level, registeredBy: 'self' });
      return (await openPersonSession(tx, row)).token;
    });
    actors.set(key, await actorWith(ctx, await setPassword(ctx, await actorWith(ctx, token), DEMO_PASSWORD)));
  }
  const validTo = `${Number(civilDate(await legalNow(ctx.db)).slice(0, 4)) + 2}-12-31`;
  const named = (key: string) => actors.get(key) ?? missing(key);
  for (const { key, name, uscc, legalRepresentative } of people.firms) {
    const firm = await inTx(ctx.db, (tx) =>
      registerFirm(tx, ctx, { uscc, name, legalRepresentativeId: named(legalRepresentative).id }),
    );
    for (const { agent, itemKeys } of people.mandates.filter((mandate) => mandate.firm === key)) {
      const { name: agentName, idNumber: agentIdNumber } =
        people.persons.find((person) => person.key === agent) ?? missing(agent);
      const token = await inTx(ctx.db, async (tx) => {
        const mandate = await grantMandate(tx, ctx.keys, named(legalRepresentative), {
          firmId: firm.id,
          agentName,
          agentIdNumber,
          validTo,
          ...(itemKeys && { itemKeys }),
        });
        return await chooseIdentity(tx, named(agent), mandate.id);
      });
      actors.set(`${agent}@${key}`, await actorWith(ctx, token));
    }
  }
  return actors;
}

function missing(key: string): never {
  throw new Error(`people.json names ${key} but does not have it`);
}

async function actorWith(ctx: Context, token: string): Promise<PersonActor> {
  const person = await actorOf(ctx, token, 'person');
  if (person.kind !== 'person') throw new Error('the session did not open');
  return person;
}
