import type { Context } from '../../kernel/context.ts';
import type { Listeners } from '../../kernel/events.ts';
import { codeRequested } from '../identity/public.ts';
import { emulatedGateway } from './emulator.ts';
import { emulatedSmsArrived, messageQueued } from './events.ts';
import { queueSignInCode } from './notify.ts';
import { recordReceipt, sendMessage } from './send.ts';

export function listen(listeners: Listeners, ctx: Context): void {
  const gateway = ctx.config.mode === 'production' ? undefined : emulatedGateway(ctx.db);

  listeners.on(codeRequested, 'notices.queueSignInCode', (tx, { codeId }) => queueSignInCode(tx, ctx.keys, codeId));
  listeners.effect(messageQueued, 'notices.send', ({ messageId }) => sendMessage(ctx, gateway, messageId));
  listeners.on(emulatedSmsArrived, 'notices.recordReceipt', (tx, { ref, delivered }) =>
    recordReceipt(tx, ref, delivered),
  );
}
