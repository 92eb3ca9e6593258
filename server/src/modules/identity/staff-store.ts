import type { Db, Tx } from '../../kernel/db.ts';

export interface Credential {
  passwordHash: string;
  temporary: boolean;
  secondFactorSealed: Buffer | null;
  lastStep: number;
}

/** `lock` makes two sign-ins to one account take turns. */
export async function findCredential(db: Db, staffId: string, lock = false): Promise<Credential | undefined> {
  const query = db
    .selectFrom('identity.staff_credential')
    .select(['password_hash', 'temporary', 'second_factor_sealed', 'last_step'])
    .where('staff_id', '=', staffId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return (
    row && {
      passwordHash: row.password_hash,
      temporary: row.temporary,
      secondFactorSealed: row.second_factor_sealed,
      lastStep: Number(row.last_step),
    }
  );
}

export async function putCredential(
  tx: Tx,
  staffId: string,
  credential: Omit<Credential, 'lastStep'>,
  at: Date,
): Promise<void> {
  const values = {
    password_hash: credential.passwordHash,
    temporary: credential.temporary,
    second_factor_sealed: credential.secondFactorSealed,
    last_step: 0,
    changed_at: at,
  };
  await tx
    .insertInto('identity.staff_credential')
    .values({ staff_id: staffId, ...values })
    .onConflict((conflict) => conflict.column('staff_id').doUpdateSet(values))
    .execute();
}

export async function updateCredential(
  tx: Tx,
  staffId: string,
  change: { password: { hash: string; at: Date } } | { lastStep: number },
): Promise<void> {
  await tx
    .updateTable('identity.staff_credential')
    .set(
      'lastStep' in change
        ? { last_step: change.lastStep }
        : { password_hash: change.password.hash, temporary: false, changed_at: change.password.at },
    )
    .where('staff_id', '=', staffId)
    .execute();
}
