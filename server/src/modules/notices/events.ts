import { defineEvent } from '../../kernel/events.ts';

/** A text message waits to be sent. */
export const messageQueued = defineEvent<{ areaCode: number; messageId: string }>('notices.messageQueued');

/** What a real gateway would tell us by calling back. */
export const emulatedSmsArrived = defineEvent<{ areaCode: number; ref: string; delivered: boolean }>(
  'notices.emulatedSmsArrived',
);
