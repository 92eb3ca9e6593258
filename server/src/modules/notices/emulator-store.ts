import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../kernel/db.ts';
import type { DB } from '../../kernel/db.types.ts';

export type EmulatedSms = Selectable<DB['notices.emulated_sms']>;
export type Fault = 'refuses' | 'fails' | 'delays' | 'undelivered';

/** Takes one of the faults that are left for a number. */
export async function takeFault(tx: Tx, mobile: string): Promise<Fault | undefined> {
  const row = await tx
    .updateTable('notices.emulated_fault')
    .set((eb) => ({ times: eb('times', '-', 1) }))
    .where('mobile', '=', mobile)
    .where('times', '>', 0)
    .returning('fault')
    .executeTakeFirst();
  return row?.fault as Fault | undefined;
}

export async function putFault(tx: Tx, mobile: string, fault: Fault, times: number): Promise<void> {
  await tx
    .insertInto('notices.emulated_fault')
    .values({ mobile, fault, times })
    .onConflict((conflict) => conflict.column('mobile').doUpdateSet({ fault, times }))
    .execute();
}

/** The same reference twice is one message. */
export async function insertEmulatedSms(tx: Tx, row: EmulatedSms): Promise<void> {
  await tx
    .insertInto('notices.emulated_sms')
    .values(row)
    .onConflict((conflict) => conflict.column('ref').doNothing())
    .execute();
}

/** Newest first. */
export async function newestEmulatedSms(db: Db, limit: number): Promise<EmulatedSms[]> {
  return await db.selectFrom('notices.emulated_sms').selectAll().orderBy('received_at', 'desc').limit(limit).execute();
}
