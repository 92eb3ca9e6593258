import { anonymous, type PersonActor } from '../../kernel/actor.ts';
import { audit } from '../../kernel/audit.ts';
import type { Context } from '../../kernel/context.ts';
import { inTx, type Tx } from '../../kernel/db.ts';
import { areaOf } from '../../kernel/ids.ts';
import { countAttempt, forgetAttempts } from './attempt-store.ts';
import { addressIndex, spendCode } from './codes.ts';
import { identityErrors, signInErrors } from './errors.ts';
import { isPassword } from './passwords.ts';
import { checkedMobile, getPersonRow, registerPerson } from './people.ts';
import { findByMobile, mobileIndex, openMobile } from './person-store.ts';
import { openPersonSession, rotateSession, type SignedIn } from './sessions.ts';

/*
 * These verbs open their transactions themselves: a failed guess must stay counted while the person is refused, and a password is
 * compared between two transactions because that takes time on purpose.
 */

type Ground = Pick<Context, 'db' | 'keys' | 'config'>;

/** Signs in whoever has the phone; a number without an account gets one. */
export async function signInByCode(
  ctx: Ground,
  input: { mobile: string; code: string; address: string },
): Promise<SignedIn> {
  const mobile = checkedMobile(input.mobile, ctx.config.mode !== 'production');
  const signedIn = await inTx(ctx.db, async (tx) => {
    await limitAddress(tx, ctx, input.address);
    const known = await findByMobile(tx, ctx.keys, mobile);
    if (await spendCode(tx, ctx.keys, { mobile, purpose: 'sign-in', code: input.code }))
      return await openPersonSession(tx, known ?? (await registerPerson(tx, ctx, { mobile, registeredBy: 'self' })));
    await recordRefusal(tx, known?.id);
    return undefined;
  });
  if (!signedIn) throw signInErrors.codeWrong();
  return signedIn;
}

export async function signInByPassword(
  ctx: Ground,
  input: { mobile: string; password: string; address: string },
): Promise<SignedIn> {
  const mobile = checkedMobile(input.mobile, ctx.config.mode !== 'production');
  const number = mobileIndex(ctx.keys, mobile);
  const person = await inTx(ctx.db, async (tx) => {
    await limitAddress(tx, ctx, input.address);
    const wait = await countAttempt(tx, 'password', number);
    if (wait !== undefined) throw signInErrors.locked(wait);
    return await findByMobile(tx, ctx.keys, mobile);
  });
  const right = await isPassword(person?.passwordHash, input.password);
  if (!person || !right) {
    await inTx(ctx.db, (tx) => recordRefusal(tx, person?.id));
    throw signInErrors.passwordWrong();
  }
  return await inTx(ctx.db, async (tx) => {
    const now = await getPersonRow(tx, person.id, true);
    if (now.passwordHash !== person.passwordHash) throw signInErrors.passwordWrong();
    await forgetAttempts(tx, 'password', number);
    return await openPersonSession(tx, now);
  });
}

/** Shows again that it is oneself, with a code to one's own phone: for a few minutes the account may be changed. */
export async function proveAgain(ctx: Ground, actor: PersonActor, code: string): Promise<string> {
  const token = await inTx(ctx.db, async (tx) => {
    const mobile = openMobile(ctx.keys, await getPersonRow(tx, actor.id));
    if (mobile === null) throw identityErrors.notFound();
    if (!(await spendCode(tx, ctx.keys, { mobile, purpose: 'proof', code }))) return undefined;
    await audit(tx, actor, { areaCode: 0, action: 'identity.proved', subjectId: actor.id });
    return await rotateSession(tx, actor.sessionId, { proved: true });
  });
  if (token === undefined) throw signInErrors.codeWrong();
  return token;
}

/** Somebody was not recognised; whose account they wanted is kept when it is one. */
export async function recordRefusal(tx: Tx, subjectId: string | undefined): Promise<void> {
  const areaCode = subjectId === undefined ? 0 : areaOf(subjectId);
  const subject = subjectId !== undefined && { subjectId };
  await audit(tx, anonymous, { areaCode, action: 'identity.signInRefused', ...subject });
}

/** Tests come from one address; everywhere else one address may try only so often, whoever it claims to be. */
export async function limitAddress(tx: Tx, { keys, config }: Ground, address: string): Promise<void> {
  if (config.mode === 'test') return;
  const wait = await countAttempt(tx, 'signInPerAddress', addressIndex(keys, address));
  if (wait !== undefined) throw signInErrors.locked(wait);
}
