import { legalNow } from '../../kernel/clock.ts';
import { defineEvent, type Listeners } from '../../kernel/events.ts';
import { staffSuspended } from '../org/public.ts';
import { endSessions } from './session-store.ts';

/** A code waits to be sent. It is fetched once with `openSignInCode`; neither number nor code is in the event. */
export const codeRequested = defineEvent<{ areaCode: 0; codeId: string }>('identity.codeRequested');

export function listen(listeners: Listeners): void {
  /** Requests are refused from the first moment by the account itself; this leaves nothing open to come back to. */
  listeners.on(staffSuspended, 'identity.endSessions', async (tx, { staffId }) => {
    await endSessions(tx, { staffId }, 'suspension', await legalNow(tx));
  });
}
