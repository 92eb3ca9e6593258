import { legalNow } from '../../kernel/clock.ts';
import { type Keys, seal } from '../../kernel/crypto.ts';
import type { Tx } from '../../kernel/db.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { openSignInCode } from '../identity/public.ts';
import { messageQueued } from './events.ts';
import { SEALED_USE, type SealedMessage } from './send.ts';
import { insertMessage, insertNotice, type NewMessage } from './store.ts';
import { type CaseFacts, type NoticeKind, notices, signInCode } from './zh.ts';

/** Tells a person something, in the caller's transaction: it is told if and only if it happened. Some kinds go by text message too. */
export async function notify(
  tx: Tx,
  notice: { areaCode: number; personId: string; kind: NoticeKind; facts: CaseFacts; subjectId?: string },
): Promise<void> {
  const { areaCode, personId, kind, facts, subjectId = null } = notice;
  const { title, body, sms } = notices[kind](facts);
  await insertNotice(tx, {
    area_code: areaCode,
    id: newId(areaCode),
    person_id: personId,
    kind,
    title,
    body,
    subject_id: subjectId,
    created_at: await legalNow(tx),
    read_at: null,
  });
  if (sms !== undefined) await queueMessage(tx, areaCode, { person_id: personId, kind, text: sms, sealed: null });
}

/** Takes a code over from identity and queues it. It goes to a number that may have no account yet, so both are sealed. */
export async function queueSignInCode(tx: Tx, keys: Keys, codeId: string): Promise<void> {
  const opened = await openSignInCode(tx, keys, codeId);
  if (!opened) return;
  const message: SealedMessage = { to: opened.mobile, text: signInCode(opened.code, opened.purpose) };
  const sealed = seal(keys, SEALED_USE, JSON.stringify(message));
  await queueMessage(tx, 0, { person_id: null, kind: 'signInCode', text: null, sealed });
}

async function queueMessage(
  tx: Tx,
  areaCode: number,
  message: Pick<NewMessage, 'person_id' | 'kind' | 'text' | 'sealed'>,
): Promise<void> {
  const id = newId(areaCode);
  await insertMessage(tx, { ...message, area_code: areaCode, id, created_at: await legalNow(tx) });
  await emit(tx, messageQueued, { areaCode, messageId: id });
}
