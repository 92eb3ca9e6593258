import { defineEvent } from '../../kernel/events.ts';

/** An account was suspended: whoever keeps something open for it closes it. */
export const staffSuspended = defineEvent<{ areaCode: number; staffId: string }>('org.staffSuspended');
