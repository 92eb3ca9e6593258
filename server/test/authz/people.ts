import { type Role, system } from '../../src/kernel/actor.ts';
import { civilDate } from '../../src/kernel/civil-date.ts';
import { legalNow } from '../../src/kernel/clock.ts';
import { inTx } from '../../src/kernel/db.ts';
import { cookies } from '../../src/modules/identity/cookies.ts';
import { chooseIdentity, grantMandate, revokeMandate } from '../../src/modules/identity/mandates.ts';
import { suspendStaff } from '../../src/modules/org/staff.ts';
import type { Citizen, FirmAgent, Official, World } from '../world.ts';

/** Every kind of principal: the columns of the matrix. */
export const principals = [
  'anonymous',
  'citizen',
  'otherCitizen',
  'agent',
  'endedAgent',
  'clerk',
  'clerkElsewhere',
  'reviewer',
  'otherReviewer',
  'decisionMaker',
  'issuingClerk',
  'supervisor',
  'itemAdmin',
  'sysAdmin',
  'secAdmin',
  'auditAdmin',
  'suspended',
] as const;
export type Principal = (typeof principals)[number];

/** Somebody of one of those kinds: nobody, a person, or an official. */
export interface Someone {
  readonly person?: Citizen & { readonly mandateId?: string };
  readonly official?: Official;
}
export type People = Readonly<Record<Principal, Someone>>;

/** The posts of the officials; the items of the scene belong to `market` of 690102. */
const posts: Partial<Record<Principal, [Role, areaCode?: number, departmentKey?: string]>> = {
  clerk: ['acceptanceOfficer', 690102, 'approval'],
  clerkElsewhere: ['acceptanceOfficer', 690103, 'approval'],
  reviewer: ['reviewer'],
  otherReviewer: ['reviewer', 690102, 'approval'],
  decisionMaker: ['decisionMaker'],
  issuingClerk: ['issuingClerk', 690102, 'approval'],
  supervisor: ['supervisor', 690102, 'approval'],
  itemAdmin: ['itemAdministrator'],
  sysAdmin: ['systemAdministrator'],
  secAdmin: ['securityAdministrator'],
  auditAdmin: ['auditAdministrator'],
  suspended: ['acceptanceOfficer', 690102, 'approval'],
};

export const cookieOf = ({ person, official }: Someone): { cookie: string } | undefined => person ?? official;

/** One more of that kind, who has to do with nobody's cases: for what can be done only once with a session or an account. */
export async function newcomer(world: World, kind: Principal): Promise<Someone> {
  const { ctx } = world;
  const post = posts[kind];
  if (post) {
    const official = await world.staff(...post);
    if (kind === 'suspended')
      await inTx(ctx.db, (tx) => suspendStaff(tx, system('test'), { staffId: official.id, version: 2 }));
    return { official };
  }
  if (kind === 'anonymous') return {};
  if (kind === 'agent') return { person: await world.firmAgent() };
  if (kind === 'endedAgent') return { person: await whoseMandateEnded(world, await world.firmAgent()) };
  return { person: await world.citizen() };
}

/** One of each, the two agents of the same firm. */
export async function meet(world: World): Promise<People & { agent: { person: FirmAgent } }> {
  const agent = await world.firmAgent();
  const people: Partial<Record<Principal, Someone>> = {
    agent: { person: agent },
    endedAgent: { person: await whoseMandateEnded(world, agent) },
  };
  for (const kind of principals) people[kind] ??= await newcomer(world, kind);
  return people as People & { agent: { person: FirmAgent } };
}

/** Somebody who had chosen to act for that agent's firm when the mandate was taken back. */
async function whoseMandateEnded(world: World, { firm, legalRepresentative }: FirmAgent) {
  const { ctx } = world;
  const person = await world.citizen();
  const token = await inTx(ctx.db, async (tx) => {
    const mandate = await grantMandate(tx, ctx.keys, legalRepresentative.actor, {
      firmId: firm.id,
      agentName: person.name,
      agentIdNumber: person.idNumber,
      validTo: civilDate(await legalNow(tx)),
    });
    const chosen = await chooseIdentity(tx, person.actor, mandate.id);
    await revokeMandate(tx, legalRepresentative.actor, mandate.id);
    return { chosen, mandateId: mandate.id };
  });
  return { ...person, mandateId: token.mandateId, cookie: `${cookies.person.name}=${token.chosen}` };
}
