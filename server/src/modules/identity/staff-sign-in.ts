import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { audit } from '../../kernel/audit.ts';
import { legalNow } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { digestOf, seal, unseal } from '../../kernel/crypto.ts';
import { type Db, inTx, type Tx } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { requestProblems } from '../../kernel/problem.ts';
import { canAdminister, findStaff, findStaffByLogin, postViews } from '../org/public.ts';
import { countAttempt, forgetAttempts } from './attempt-store.ts';
import type { IssuedCredential } from './contract.ts';
import { identityErrors, signInErrors } from './errors.ts';
import { hashPassword, isPassword, passwordFault } from './passwords.ts';
import { staffSession } from './rules.ts';
import { endSessions } from './session-store.ts';
import { openStaffSession, type SignedIn } from './sessions.ts';
import { limitAddress, recordRefusal } from './sign-in.ts';
import { type Credential, findCredential, putCredential, updateCredential } from './staff-store.ts';
import { matchingStep, totpUri } from './totp.ts';

type Ground = Pick<Context, 'db' | 'keys' | 'config'>;

/** The second factor of the demo city's accounts, printed beside them. In production there is no such thing. */
export const DEMO_CODE = '690100';

const MIN_STAFF_PASSWORD = 12;

/** Name, password and one-time code are judged together, so that neither words nor time tell which of them was right. */
export async function signInStaff(
  ctx: Ground,
  input: { loginName: string; password: string; code: string; address: string },
): Promise<SignedIn> {
  const loginName = input.loginName.trim().toLowerCase();
  const account = digestOf(loginName);
  const [staff, credential] = await inTx(ctx.db, async (tx) => {
    await limitAddress(tx, ctx, input.address);
    const wait = await countAttempt(tx, 'staffPassword', account);
    if (wait !== undefined) throw signInErrors.locked(wait);
    const known = await findStaffByLogin(tx, loginName);
    return [known, await findCredential(tx, known?.id ?? newId())] as const;
  });
  const isRight = await isPassword(credential?.passwordHash, input.password);

  const signedIn = await inTx(ctx.db, async (tx) => {
    const current = await findCredential(tx, staff?.id ?? newId(), true);
    const step = secondFactorStep(ctx, current, input.code, await legalNow(tx));
    if (!staff || !current || !isRight || current.passwordHash !== credential?.passwordHash || step === undefined) {
      await recordRefusal(tx, staff?.id);
      return undefined;
    }
    if ((await findStaff(tx, staff.id))?.suspendedAt !== null) throw signInErrors.suspended();
    await updateCredential(tx, staff.id, { lastStep: step });
    await forgetAttempts(tx, 'staffPassword', account);
    return await openStaffSession(tx, staff, current);
  });
  if (!signedIn) throw signInErrors.staffNotRecognised();
  return signedIn;
}

/** The step of a time-based code, each of which serves once; or 0 for the fixed code of a demo account that has no device. */
function secondFactorStep(
  { keys, config }: Ground,
  credential: Credential | undefined,
  code: string,
  now: Date,
): number | undefined {
  if (credential?.secondFactorSealed)
    return matchingStep(unseal(keys, 'second-factor', credential.secondFactorSealed), code, now, credential.lastStep);
  return config.mode !== 'production' && timingSafeEqual(digestOf(code), digestOf(DEMO_CODE)) ? 0 : undefined;
}

/**
 * A new password and second factor for an official, told once to the security administrator who hands them over. Until the official
 * has changed the password it opens nothing else.
 */
export async function issueCredential(ctx: Ground, actor: Actor, staffId: string): Promise<IssuedCredential> {
  const password = randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  const secret = randomBytes(20);
  return await inTx(ctx.db, async (tx) => {
    const staff = await findStaff(tx, staffId, true);
    if (!staff || !canAdminister(actor, staff.areaCode)) throw identityErrors.notFound();
    if (actor.kind === 'staff' && actor.id === staffId) throw requestProblems.forbidden();
    const secondFactorSealed = seal(ctx.keys, 'second-factor', secret);
    await setStaffCredential(tx, staffId, { passwordHash, temporary: true, secondFactorSealed });
    await audit(tx, actor, { areaCode: staff.areaCode, action: 'identity.credentialIssued', subjectId: staffId });
    return { loginName: staff.loginName, password, secondFactorUri: totpUri(secret, staff.loginName) };
  });
}

/** For the demo city: an account with a password of its own and the demo's second factor. */
export async function setStaffCredential(
  tx: Tx,
  staffId: string,
  credential: Omit<Credential, 'lastStep'>,
): Promise<void> {
  const now = await legalNow(tx);
  await putCredential(tx, staffId, credential, now);
  await endSessions(tx, { staffId }, 'credential', now);
}

export async function changeStaffPassword(
  ctx: Ground,
  actor: StaffActor,
  input: { current: string; password: string },
): Promise<void> {
  const staff = await findStaff(ctx.db, actor.id);
  const credential = await inTx(ctx.db, async (tx) => {
    const wait = await countAttempt(tx, 'staffPassword', digestOf(staff?.loginName ?? ''));
    if (wait !== undefined) throw signInErrors.locked(wait);
    return await findCredential(tx, actor.id);
  });
  if (!staff || !(await isPassword(credential?.passwordHash, input.current))) throw signInErrors.currentPasswordWrong();
  const context = [staff.loginName, staff.displayName, 'tongban', '通办'];
  const fault = passwordFault(input.password, { min: MIN_STAFF_PASSWORD, context });
  if (fault !== undefined) throw requestProblems.invalid([{ pointer: '/password', detail: fault }]);
  if (input.password === input.current)
    throw requestProblems.invalid([{ pointer: '/password', detail: '与现在的密码相同，请换一个' }]);
  const hash = await hashPassword(input.password);
  await inTx(ctx.db, async (tx) => {
    const now = await legalNow(tx);
    await updateCredential(tx, actor.id, { password: { hash, at: now } });
    await forgetAttempts(tx, 'staffPassword', digestOf(staff.loginName));
    await endSessions(tx, { staffId: actor.id }, 'credential', now, { except: actor.sessionId });
    await audit(tx, actor, { areaCode: staff.areaCode, action: 'identity.passwordChanged', subjectId: actor.id });
  });
}

/** What the desk shows of whoever signed in, and which posts hold today. */
export async function deskSession(db: Db, actor: StaffActor, today: string) {
  const staff = await findStaff(db, actor.id);
  const credential = await findCredential(db, actor.id);
  const roles = actor.posts.map(({ role }) => role);
  const held = new Set(actor.posts.map(({ id }) => id));
  const posts = (await postViews(db, [actor.id], today)).filter(({ id }) => held.has(id));
  return {
    id: actor.id,
    loginName: staff?.loginName ?? '',
    name: actor.name,
    mustChangePassword: credential?.temporary ?? false,
    posts,
    idleSeconds: staffSession(roles).idleSeconds,
  };
}
