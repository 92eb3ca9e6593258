import { timingSafeEqual } from 'node:crypto';
import type { PersonActor } from '../../kernel/actor.ts';
import { legalNow } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { blindIndex, type Keys, newCode, seal, unsealText } from '../../kernel/crypto.ts';
import type { Tx } from '../../kernel/db.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { countAttempt } from './attempt-store.ts';
import { type CodePurpose, markUsed, putCode, takeMessage, takeTry } from './code-store.ts';
import { identityErrors, signInErrors } from './errors.ts';
import { codeRequested } from './events.ts';
import { checkedMobile, getPersonRow } from './people.ts';
import { mobileIndex, openMobile } from './person-store.ts';
import { attemptRules, CODE_SECONDS } from './rules.ts';

export const codeTimes = { validSeconds: CODE_SECONDS, nextInSeconds: attemptRules.codeNextToNumber.seconds };

type Ground = Pick<Context, 'keys' | 'config'>;
/** `address` is where the request came from, which may ask only so often whatever the numbers. */
interface Asked {
  mobile: string;
  address: string;
}

/** Sends a code to a number, whether or not it has an account: whoever has the phone may sign in or register. */
export const askSignInCode = (tx: Tx, ground: Ground, { mobile, address }: Asked): Promise<void> =>
  sendCode(tx, ground, 'sign-in', checkedMobile(mobile, ground.config.mode !== 'production'), address);

/** Sends a code to somebody signed in: to their own number as a proof, or to a new number to see that they can be reached there. */
export async function askOwnCode(
  tx: Tx,
  ground: Ground,
  actor: PersonActor,
  asked: { newMobile?: string; address: string },
): Promise<void> {
  if (asked.newMobile !== undefined)
    return await sendCode(
      tx,
      ground,
      'new-mobile',
      checkedMobile(asked.newMobile, ground.config.mode !== 'production'),
      asked.address,
    );
  const own = openMobile(ground.keys, await getPersonRow(tx, actor.id));
  if (own === null) throw identityErrors.notFound();
  await sendCode(tx, ground, 'proof', own, asked.address);
}

async function sendCode(
  tx: Tx,
  { keys, config }: Ground,
  purpose: CodePurpose,
  mobile: string,
  address: string,
): Promise<void> {
  const number = mobileIndex(keys, mobile);
  for (const [kind, subject] of [
    ...(config.mode === 'test' ? [] : ([['codePerAddress', addressIndex(keys, address)]] as const)),
    ['codeNextToNumber', number],
    ['codePerNumber', number],
  ] as const) {
    const wait = await countAttempt(tx, kind, subject);
    if (wait !== undefined) throw signInErrors.codeTooSoon(wait);
  }
  const [id, code, now] = [newId(), newCode(6), await legalNow(tx)];
  await putCode(tx, {
    id,
    mobileIndex: number,
    purpose,
    digest: codeDigest(keys, id, code),
    messageSealed: seal(keys, 'sign-in-code', JSON.stringify({ mobile, code, purpose })),
    sentAt: now,
    expiresAt: new Date(now.getTime() + CODE_SECONDS * 1000),
  });
  await emit(tx, codeRequested, { areaCode: 0, codeId: id });
}

/** Addresses are kept only as what they were seen to do, not as what they are. */
export const addressIndex = (keys: Keys, address: string): Buffer => blindIndex(keys, 'address', address);

/** Six digits are soon guessed from a plain digest; with the key of the installation they are not. */
const codeDigest = (keys: Keys, id: string, code: string): Buffer => blindIndex(keys, 'sign-in-code', `${id} ${code}`);

/** Whether this is the code; a wrong guess has cost a try when the transaction ends well, so it must not be thrown away. */
export async function spendCode(
  tx: Tx,
  keys: Keys,
  { mobile, purpose, code }: { mobile: string; purpose: CodePurpose; code: string },
): Promise<boolean> {
  const now = await legalNow(tx);
  const live = await takeTry(tx, mobileIndex(keys, mobile), purpose, now);
  const right = timingSafeEqual(live?.digest ?? Buffer.alloc(32), codeDigest(keys, live?.id ?? newId(), code));
  if (live && right) await markUsed(tx, live.id, now);
  return live !== undefined && right;
}

export interface CodeMessage {
  mobile: string;
  code: string;
  purpose: CodePurpose;
}

/** The number and the code, for whoever sends the message; only once, and not when it would arrive too late. */
export async function openSignInCode(tx: Tx, keys: Keys, codeId: string): Promise<CodeMessage | undefined> {
  const sealed = await takeMessage(tx, codeId, await legalNow(tx));
  return sealed && (JSON.parse(unsealText(keys, 'sign-in-code', sealed)) as CodeMessage);
}
