import { defineEvent } from '../../kernel/events.ts';

/** A file came in while the scanner could not be asked. */
export const fileHeld = defineEvent<{ areaCode: number; fileId: string }>('files.held');

/** What the scanner said about a held file. */
export const fileScanned = defineEvent<{
  areaCode: number;
  fileId: string;
  ownerId: string;
  state: 'clean' | 'refused';
}>('files.scanned');

/** A file was taken out of a draft; its bytes may go when no other row refers to them. */
export const fileRemoved = defineEvent<{ areaCode: number; ownerId: string; digest: string }>('files.removed');
