import type { Db, Tx } from '../../kernel/db.ts';

export interface FirmRow {
  id: string;
  uscc: string;
  name: string;
  legalRepresentativeName: string;
}

export async function findFirm(db: Db, id: string): Promise<FirmRow | undefined> {
  return await db
    .selectFrom('identity.firm')
    .select(['id', 'uscc', 'name', 'legal_representative_name as legalRepresentativeName'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

export async function insertFirm(tx: Tx, firm: FirmRow & { createdAt: Date }): Promise<void> {
  await tx
    .insertInto('identity.firm')
    .values({
      id: firm.id,
      uscc: firm.uscc,
      name: firm.name,
      legal_representative_name: firm.legalRepresentativeName,
      created_at: firm.createdAt,
    })
    .execute();
}

/** Who represents a firm by law, as its statutory mandate says. */
export async function legalRepresentativeOf(db: Db, firmId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('identity.mandate')
    .select('agent_id')
    .where('principal_firm_id', '=', firmId)
    .where('kind', '=', 'statutory')
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row?.agent_id;
}

export interface MandateRow {
  id: string;
  kind: 'statutory' | 'granted';
  firmId: string | null;
  firmName: string | null;
  principalId: string | null;
  principalName: string | null;
  agentId: string;
  agentName: string | null;
  itemKeys: string[] | null;
  validFrom: string;
  validTo: string | null;
  grantedAt: Date;
  revokedAt: Date | null;
}

const mandates = (db: Db) =>
  db
    .selectFrom('identity.mandate as m')
    .innerJoin('identity.person as a', 'a.id', 'm.agent_id')
    .leftJoin('identity.firm as f', 'f.id', 'm.principal_firm_id')
    .leftJoin('identity.person as q', 'q.id', 'm.principal_person_id')
    .select([
      'm.id',
      'm.kind',
      'f.id as firmId',
      'f.name as firmName',
      'q.id as principalId',
      'q.name as principalName',
      'm.agent_id as agentId',
      'a.name as agentName',
      'm.item_keys as itemKeys',
      'm.valid_from as validFrom',
      'm.valid_to as validTo',
      'm.granted_at as grantedAt',
      'm.revoked_at as revokedAt',
    ]);

/** `lock` makes two who revoke at once take turns. */
export async function findMandate(db: Db, id: string, lock = false): Promise<MandateRow | undefined> {
  const query = mandates(db).where('m.id', '=', id);
  return (await (lock ? query.forUpdate('m') : query).executeTakeFirst()) as MandateRow | undefined;
}

/** Whether that mandate holds today. */
export async function isInForce(db: Db, mandateId: string, on: string): Promise<boolean> {
  const row = await db
    .selectFrom('identity.mandate')
    .select('id')
    .where('id', '=', mandateId)
    .where('revoked_at', 'is', null)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** For whom this person may act today, the newest first. */
export async function mandatesTo(db: Db, agentId: string, on: string): Promise<MandateRow[]> {
  return (await mandates(db)
    .where('m.agent_id', '=', agentId)
    .where('m.revoked_at', 'is', null)
    .where('m.valid_from', '<=', on)
    .where((eb) => eb.or([eb('m.valid_to', 'is', null), eb('m.valid_to', '>=', on)]))
    .orderBy('m.id', 'desc')
    .limit(100)
    .execute()) as MandateRow[];
}

/** What a person has granted for themselves and for the firms they represent, with what has ended; a page, the newest first. */
export async function mandatesFrom(
  db: Db,
  principals: { personId: string; firmIds: readonly string[] },
  page: { limit: number; after?: string },
): Promise<MandateRow[]> {
  let query = mandates(db)
    .where('m.kind', '=', 'granted')
    .where((eb) =>
      eb.or([
        eb('m.principal_person_id', '=', principals.personId),
        ...(principals.firmIds.length > 0 ? [eb('m.principal_firm_id', 'in', principals.firmIds)] : []),
      ]),
    )
    .orderBy('m.id', 'desc')
    .limit(page.limit + 1);
  if (page.after !== undefined) query = query.where('m.id', '<', page.after);
  return (await query.execute()) as MandateRow[];
}

export async function firmsRepresentedBy(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('identity.mandate')
    .select('principal_firm_id')
    .where('agent_id', '=', personId)
    .where('kind', '=', 'statutory')
    .where('revoked_at', 'is', null)
    .execute();
  return rows.flatMap((row) => row.principal_firm_id ?? []);
}

export interface NewMandate {
  id: string;
  kind: 'statutory' | 'granted';
  principal: { kind: 'firm' | 'person'; id: string };
  agentId: string;
  itemKeys: readonly string[] | null;
  validFrom: string;
  validTo: string | null;
  grantedBy: string;
  grantedAt: Date;
}

export async function insertMandate(tx: Tx, mandate: NewMandate): Promise<void> {
  const { principal } = mandate;
  await tx
    .insertInto('identity.mandate')
    .values({
      id: mandate.id,
      kind: mandate.kind,
      principal_firm_id: principal.kind === 'firm' ? principal.id : null,
      principal_person_id: principal.kind === 'person' ? principal.id : null,
      agent_id: mandate.agentId,
      item_keys: mandate.itemKeys === null ? null : [...mandate.itemKeys],
      valid_from: mandate.validFrom,
      valid_to: mandate.validTo,
      granted_by: mandate.grantedBy,
      granted_at: mandate.grantedAt,
    })
    .execute();
}

export async function revokeMandateRow(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  await tx.updateTable('identity.mandate').set({ revoked_by: by, revoked_at: at }).where('id', '=', id).execute();
}
