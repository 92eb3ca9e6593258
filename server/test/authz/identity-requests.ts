import { civilDate } from '../../src/kernel/civil-date.ts';
import { legalNow } from '../../src/kernel/clock.ts';
import { inTx } from '../../src/kernel/db.ts';
import { setPassword } from '../../src/modules/identity/account.ts';
import { askOwnCode, askSignInCode } from '../../src/modules/identity/codes.ts';
import { cookies } from '../../src/modules/identity/cookies.ts';
import { grantMandate } from '../../src/modules/identity/mandates.ts';
import { hashPassword } from '../../src/modules/identity/passwords.ts';
import { openStaffSession } from '../../src/modules/identity/sessions.ts';
import { DEMO_CODE, setStaffCredential } from '../../src/modules/identity/staff-sign-in.ts';
import { findStaff } from '../../src/modules/org/public.ts';
import { key, match } from '../shop.ts';
import type { Official } from '../world.ts';
import type { Makers } from './ask.ts';
import { officialOf } from './office-requests.ts';
import type { Scene } from './scene.ts';

const password = 'a long walk by the lake';
const passwordHash = await hashPassword(password);
const address = '127.0.0.1';

const addDay = async ({ world }: Scene): Promise<string> => civilDate(await legalNow(world.ctx.db));

/** A mandate that the citizen, or the firm through its legal representative, has granted the visitor. */
const mandateOf = (scene: Scene, principal: string): Promise<string> =>
  scene.kept(`the mandate ${principal}`, async () => {
    const { people, visitor, world } = scene;
    const { legalRepresentative, firm } = people.agent.person;
    const [from, firmId] =
      principal === 'of the firm' ? [legalRepresentative, { firmId: firm.id }] : [people.citizen.person!, {}];
    const agent = { agentName: visitor.name, agentIdNumber: visitor.idNumber, validTo: await addDay(scene) };
    const mandate = await inTx(world.ctx.db, (tx) =>
      grantMandate(tx, world.ctx.keys, from.actor, { ...agent, ...firmId }),
    );
    return mandate.id;
  });

/** A session of an official whose password is known. */
async function signedInWithPassword({ world }: Scene, official: Official) {
  const token = await inTx(world.ctx.db, async (tx) => {
    await setStaffCredential(tx, official.id, { passwordHash, temporary: false, secondFactorSealed: null });
    return (await openStaffSession(tx, (await findStaff(tx, official.id))!)).token;
  });
  return { cookie: `${cookies.staff.name}=${token}` };
}

export const identityRequests: Makers = {
  'identity.askSignInCode': ({ world }) => ({ body: { mobile: world.newMobile() } }),
  'identity.signInByCode': async ({ world }) => {
    const mobile = world.newMobile();
    await inTx(world.ctx.db, (tx) => askSignInCode(tx, world.ctx, { mobile, address }));
    return { body: { mobile, code: await world.codeSentTo(mobile) } };
  },
  'identity.signInByPassword': async (scene) => {
    const { mobile } = await scene.kept('somebody with a password', async () => {
      const person = await scene.world.citizen();
      await setPassword(scene.world.ctx, person.actor, password);
      return person;
    });
    return { body: { mobile, password } };
  },
  'identity.session': () => ({}),
  'identity.signOut': () => ({}),
  'identity.chooseIdentity': ({ people }, { person }, relation) => ({
    body: {
      mandateId:
        relation === 'oneself'
          ? null
          : relation === 'own mandate'
            ? (person?.mandateId ?? null)
            : people.agent.person.mandateId,
    },
  }),
  'identity.askOwnCode': () => ({ body: { purpose: 'proof' } }),
  'identity.proveAgain': async ({ world }, { person }) => {
    if (!person) return { body: { code: '123456' } };
    await inTx(world.ctx.db, (tx) => askOwnCode(tx, world.ctx, person.actor, { address }));
    return { body: { code: await world.codeSentTo(person.mobile, 'proof') } };
  },
  'identity.account': () => ({}),
  'identity.changeAccount': async (scene, { person }) => ({
    headers: match(person ? await scene.versionOf('identity.person', person.id) : 1),
    body: { elderMode: true },
  }),
  'identity.setPassword': () => ({ body: { password } }),
  'identity.verifyRealName': ({ world }) => ({ body: { name: '示例某', idNumber: world.newIdNumber() } }),
  'identity.accessLog': () => ({}),
  'identity.registerFirm': ({ world }) => ({ body: { uscc: world.newUscc(), name: '示例新办有限公司' } }),
  'identity.listMandates': () => ({}),
  'identity.grantMandate': async (scene, _, relation) => {
    const { visitor, people } = scene;
    const agent = { agentName: visitor.name, agentIdNumber: visitor.idNumber, validTo: await addDay(scene) };
    return {
      headers: key(),
      body: { ...agent, ...(relation === 'for the firm' && { firmId: people.agent.person.firm.id }) },
    };
  },
  'identity.revokeMandate': async (scene, _, relation) => ({
    params: { mandateId: await mandateOf(scene, relation) },
  }),
  'identity.signInStaff': async (scene) => {
    const { loginName } = await scene.kept('an official with a password', async () => {
      const official = await scene.world.staff('reviewer');
      await signedInWithPassword(scene, official);
      return official;
    });
    return { body: { loginName, password, code: DEMO_CODE } };
  },
  'identity.deskSession': () => ({}),
  'identity.signOutStaff': () => ({}),
  'identity.changeStaffPassword': async (scene, { official }) => ({
    body: { current: password, password: 'another walk around the lake' },
    ...(official && { as: await signedInWithPassword(scene, official) }),
  }),
  'identity.issueCredential': async (scene, who, relation) => ({
    params: { staffId: (await officialOf(scene, who, relation)).id },
  }),
  'identity.findPerson': ({ visitor }) => ({ body: { idNumber: visitor.idNumber } }),
  'identity.registerAtWindow': ({ world }) => ({ body: { name: '示例某', idNumber: world.newIdNumber() } }),
};

/** What ends a session, gives it a new token, or can be done only so often: everybody who asks for it comes fresh. */
export const oncePerPerson: ReadonlySet<string> = new Set([
  'identity.signInByCode',
  'identity.signInByPassword',
  'identity.signOut',
  'identity.chooseIdentity',
  'identity.askOwnCode',
  'identity.proveAgain',
  'identity.setPassword',
  'identity.signOutStaff',
  'identity.changeStaffPassword',
  'portal session.signOut',
  'portal account.setPassword',
  'portal account.askProof',
  'portal account.prove',
  'portal account.actAs',
]);
