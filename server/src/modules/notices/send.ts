import { legalNow } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { type Keys, unsealText } from '../../kernel/crypto.ts';
import { type Db, inTx, type Tx } from '../../kernel/db.ts';
import { contactOf } from '../identity/public.ts';
import { type SmsGateway, SmsRefused } from './gateway.ts';
import { findMessage, type MessageRecord, updateMessage } from './store.ts';

/** What a message to a bare number is sealed for while it waits. */
export const SEALED_USE = 'text-message';
export interface SealedMessage {
  readonly to: string;
  readonly text: string;
}

/** The queue's back-off makes of eight attempts half an hour; a code is of no use after a minute and a half, five attempts. */
const mostAttempts = (kind: string): number => (kind === 'signInCode' ? 5 : 8);

/**
 * Sends a queued message. Throws when it may be tried again, so that the queue does; after the last attempt, or when it would be refused
 * for ever, it stays with the reason, and the notice is still in the portal. Without a gateway nothing can be sent.
 */
export async function sendMessage(ctx: Context, gateway: SmsGateway | undefined, id: string): Promise<void> {
  const message = await findMessage(ctx.db, id);
  if (message?.state !== 'queued') return;
  const end = async (state: 'failed' | 'given_up', failure: string): Promise<void> => {
    const attempts = message.attempts + 1;
    await inTx(ctx.db, (tx) => updateMessage(tx, id, { state, failure, attempts, sealed: null }));
    ctx.log.warn({ event: 'notices.notSent', messageId: id, kind: message.kind, reason: failure }, state);
  };

  if (!gateway) return await end('failed', 'no-gateway');
  const { to, text } = await addressed(ctx.db, ctx.keys, message);
  if (to === null) return await end('failed', 'no-number');
  try {
    const { providerRef } = await gateway.send({ to, text, ref: id });
    await inTx(ctx.db, (tx) => recordSent(tx, message, providerRef));
  } catch (error) {
    if (error instanceof SmsRefused) return await end('failed', error.reason);
    if (message.attempts + 1 >= mostAttempts(message.kind)) return await end('given_up', 'gateway-unavailable');
    await inTx(ctx.db, (tx) => updateMessage(tx, id, { attempts: message.attempts + 1 }));
    throw new Error('the gateway did not take a message on; it is tried again');
  }
}

async function addressed(db: Db, keys: Keys, message: MessageRecord): Promise<{ to: string | null; text: string }> {
  if (message.sealed) return JSON.parse(unsealText(keys, SEALED_USE, message.sealed)) as SealedMessage;
  const person = { kind: 'person', id: message.person_id ?? '', agentId: null } as const;
  return { to: (await contactOf(db, keys, person)).mobile, text: message.text ?? '' };
}

async function recordSent(tx: Tx, { id, attempts }: MessageRecord, providerRef: string): Promise<void> {
  await updateMessage(tx, id, {
    state: 'sent',
    attempts: attempts + 1,
    provider_ref: providerRef,
    sent_at: await legalNow(tx),
    sealed: null,
  });
}

/** What the gateway says became of a message. It may come before `sendMessage` has written down that it was sent. */
export async function recordReceipt(tx: Tx, id: string, delivered: boolean): Promise<void> {
  await updateMessage(tx, id, {
    receipt: delivered ? 'delivered' : 'undelivered',
    received_at: await legalNow(tx),
  });
}
