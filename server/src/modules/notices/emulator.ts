import { setTimeout as sleep } from 'node:timers/promises';
import { legalNow } from '../../kernel/clock.ts';
import { type Db, inTx } from '../../kernel/db.ts';
import { emit } from '../../kernel/events.ts';
import { areaOf } from '../../kernel/ids.ts';
import { mask } from '../../kernel/masking.ts';
import { insertEmulatedSms, takeFault } from './emulator-store.ts';
import { emulatedSmsArrived } from './events.ts';
import { type SmsGateway, SmsRefused } from './gateway.ts';

const DELAY_MS = 1_000;

/**
 * A gateway for demonstrations and tests that keeps the contract: it takes messages on, gives receipts, and on demand refuses a number,
 * fails some times, is slow, or does not reach the telephone. What it sends is read at `/dev/inbox`.
 */
export const emulatedGateway = (db: Db): SmsGateway => ({
  send: async ({ to, text, ref }) => {
    const fault = await inTx(db, (tx) => takeFault(tx, to));
    if (fault === 'refuses') throw new SmsRefused('number-blocked');
    if (fault === 'delays') await sleep(DELAY_MS);
    if (fault === 'fails') throw new Error('the gateway is out of order');
    await inTx(db, async (tx) => {
      if (fault !== 'undelivered')
        await insertEmulatedSms(tx, { ref, mobile: shown(to), text, received_at: await legalNow(tx) });
      await emit(tx, emulatedSmsArrived, { areaCode: areaOf(ref), ref, delivered: fault !== 'undelivered' });
    });
    return { providerRef: `emulated-${ref}` };
  },
});

/** Somebody may try the demonstration with a telephone of their own: that number is not kept. */
const shown = (mobile: string): string => (mobile.startsWith('1000') ? mobile : mask('mobile', mobile));
