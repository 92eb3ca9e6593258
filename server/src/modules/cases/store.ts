import type { Insertable, Selectable, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { Db, Tx } from '../../kernel/db.ts';
import type { DB } from '../../kernel/db.types.ts';
import { areaOf } from '../../kernel/ids.ts';
import type { CaseState } from './machine.ts';

export type CaseRecord = Omit<Selectable<DB['cases.case']>, 'state'> & { state: CaseState };
export type JournalRecord = Selectable<DB['cases.journal']>;
export type SubmissionRecord = Selectable<DB['cases.submission']> & { file_ids: string[] };
export type VerdictRecord = Selectable<DB['cases.verdict']>;
export type DecisionRecord = Selectable<DB['cases.decision']>;

export async function insertCase(tx: Tx, values: Insertable<DB['cases.case']>): Promise<void> {
  await tx.insertInto('cases.case').values(values).execute();
}

/** `lock` takes the row lock that serialises two people acting on one case. */
export async function findCase(db: Db, id: string, lock = false): Promise<CaseRecord | undefined> {
  const query = db.selectFrom('cases.case').selectAll().where('area_code', '=', areaOf(id)).where('id', '=', id);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) as CaseRecord | undefined;
}

export async function updateCase(tx: Tx, id: string, values: Updateable<DB['cases.case']>): Promise<void> {
  await tx.updateTable('cases.case').set(values).where('area_code', '=', areaOf(id)).where('id', '=', id).execute();
}

/** Only drafts are ever deleted; what hangs on them goes with them. */
export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('cases.case')
    .where('area_code', '=', areaOf(id))
    .where('id', '=', id)
    .where('state', '=', 'DRAFT')
    .execute();
}

/** Drafts whose last day has passed, over all areas, some at a time. */
export const expiredDrafts = (db: Db, today: string): Promise<{ id: string }[]> =>
  db
    .selectFrom('cases.case')
    .select('id')
    .where('state', '=', 'DRAFT')
    .where('expires_on', '<', today)
    .limit(200)
    .execute();

/** The draft of this item that the applicant left, so that it can be resumed instead of begun again. */
export async function findDraftOf(
  db: Db,
  areaCode: number,
  applicantId: string,
  itemKey: string,
): Promise<CaseRecord | undefined> {
  return (await db
    .selectFrom('cases.case')
    .selectAll()
    .where('area_code', '=', areaCode)
    .where('applicant_id', '=', applicantId)
    .where('item_key', '=', itemKey)
    .where('state', '=', 'DRAFT')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()) as CaseRecord | undefined;
}

export async function insertJournal(tx: Tx, values: Insertable<DB['cases.journal']>): Promise<void> {
  await tx.insertInto('cases.journal').values(values).execute();
}

export const journalOf = (db: Db, id: string): Promise<JournalRecord[]> =>
  db
    .selectFrom('cases.journal')
    .selectAll()
    .where('area_code', '=', areaOf(id))
    .where('case_id', '=', id)
    .orderBy('version', 'desc')
    .execute();

/** The next serial of the day in the area; undefined when all 99,999 are used. The row stays locked until the transaction ends. */
export async function nextSerial(tx: Tx, areaCode: number, day: string): Promise<number | undefined> {
  const row = await tx
    .insertInto('cases.day_serial')
    .values({ area_code: areaCode, day, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['area_code', 'day'])
        .doUpdateSet((eb) => ({ last: eb('cases.day_serial.last', '+', 1) }))
        .where('cases.day_serial.last', '<', 99_999),
    )
    .returning('last')
    .executeTakeFirst();
  return row?.last;
}

export async function submissionsOf(db: Db, caseId: string): Promise<SubmissionRecord[]> {
  return await db
    .selectFrom('cases.submission as s')
    .selectAll('s')
    .select((eb) =>
      eb
        .selectFrom('cases.submission_file as f')
        .select(sql<string[]>`coalesce(array_agg(f.file_id order by f.added_at, f.file_id), '{}')`.as('ids'))
        .where('f.area_code', '=', areaOf(caseId))
        .whereRef('f.area_code', '=', 's.area_code')
        .whereRef('f.submission_id', '=', 's.id')
        .as('file_ids'),
    )
    .where('s.area_code', '=', areaOf(caseId))
    .where('s.case_id', '=', caseId)
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, file_ids: row.file_ids ?? [] })));
}

/** Fills a slot, or changes how it is filled; returns the submission's id. */
export async function fillSlot(tx: Tx, values: Insertable<DB['cases.submission']>): Promise<string> {
  const { id } = await tx
    .insertInto('cases.submission')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['area_code', 'case_id', 'material_key']).doUpdateSet((eb) => ({
        source: eb.ref('excluded.source'),
        trust: eb.ref('excluded.trust'),
        original_seen: eb.ref('excluded.original_seen'),
        pages: eb.ref('excluded.pages'),
        verified_by: eb.ref('excluded.verified_by'),
        verified_at: eb.ref('excluded.verified_at'),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function emptySlot(tx: Tx, caseId: string, materialKey: string): Promise<void> {
  await tx
    .deleteFrom('cases.submission')
    .where('area_code', '=', areaOf(caseId))
    .where('case_id', '=', caseId)
    .where('material_key', '=', materialKey)
    .execute();
}

export async function attachFile(tx: Tx, submissionId: string, fileId: string, at: Date): Promise<void> {
  await tx
    .insertInto('cases.submission_file')
    .values({ area_code: areaOf(submissionId), submission_id: submissionId, file_id: fileId, added_at: at })
    .execute();
}

export async function detachFile(tx: Tx, submissionId: string, fileId: string): Promise<void> {
  await tx
    .deleteFrom('cases.submission_file')
    .where('area_code', '=', areaOf(submissionId))
    .where('submission_id', '=', submissionId)
    .where('file_id', '=', fileId)
    .execute();
}

export const verdictsOf = (db: Db, caseId: string): Promise<VerdictRecord[]> =>
  db
    .selectFrom('cases.verdict')
    .selectAll()
    .where('area_code', '=', areaOf(caseId))
    .where('case_id', '=', caseId)
    .execute();

export async function saveVerdict(tx: Tx, values: Insertable<DB['cases.verdict']>): Promise<void> {
  await tx
    .insertInto('cases.verdict')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['area_code', 'case_id', 'point_key']).doUpdateSet((eb) => ({
        verdict: eb.ref('excluded.verdict'),
        note: eb.ref('excluded.note'),
        judged_by: eb.ref('excluded.judged_by'),
        judged_by_name: eb.ref('excluded.judged_by_name'),
        judged_at: eb.ref('excluded.judged_at'),
      })),
    )
    .execute();
}

export async function insertDecision(tx: Tx, values: Insertable<DB['cases.decision']>): Promise<void> {
  await tx.insertInto('cases.decision').values(values).execute();
}

export const findDecision = (db: Db, caseId: string): Promise<DecisionRecord | undefined> =>
  db
    .selectFrom('cases.decision')
    .selectAll()
    .where('area_code', '=', areaOf(caseId))
    .where('case_id', '=', caseId)
    .executeTakeFirst();
