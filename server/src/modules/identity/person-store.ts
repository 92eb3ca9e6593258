import type { RealNameLevel } from '../../kernel/actor.ts';
import { blindIndex, type Keys, seal, unsealText } from '../../kernel/crypto.ts';
import type { Db, Tx } from '../../kernel/db.ts';

export interface PersonRow {
  id: string;
  name: string | null;
  realNameLevel: RealNameLevel;
  registeredBy: 'self' | 'window' | 'import';
  idNumberSealed: Buffer | null;
  mobileSealed: Buffer | null;
  passwordHash: string | null;
  elderMode: boolean;
  language: 'zh' | 'en';
  version: number;
}

const columns = [
  'id',
  'name',
  'real_name_level as realNameLevel',
  'registered_by as registeredBy',
  'id_number_sealed as idNumberSealed',
  'mobile_sealed as mobileSealed',
  'password_hash as passwordHash',
  'elder_mode as elderMode',
  'language',
  'version',
] as const;

export const mobileIndex = (keys: Keys, mobile: string): Buffer => blindIndex(keys, 'mobile', mobile);
const idNumberIndex = (keys: Keys, idNumber: string): Buffer => blindIndex(keys, 'id-number', idNumber);

export const openMobile = (keys: Keys, { mobileSealed }: PersonRow): string | null =>
  mobileSealed && unsealText(keys, 'mobile', mobileSealed);
export const openIdNumber = (keys: Keys, { idNumberSealed }: PersonRow): string | null =>
  idNumberSealed && unsealText(keys, 'id-number', idNumberSealed);

const people = (db: Db) => db.selectFrom('identity.person').select(columns).where('ended_at', 'is', null);

export async function findPersonRow(db: Db, id: string, lock = false): Promise<PersonRow | undefined> {
  const query = people(db).where('id', '=', id);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) as PersonRow | undefined;
}

export async function findByMobile(db: Db, keys: Keys, mobile: string): Promise<PersonRow | undefined> {
  return (await people(db).where('mobile_index', '=', mobileIndex(keys, mobile)).executeTakeFirst()) as
    | PersonRow
    | undefined;
}

export async function findByIdNumber(db: Db, keys: Keys, idNumber: string): Promise<PersonRow | undefined> {
  return (await people(db).where('id_number_index', '=', idNumberIndex(keys, idNumber)).executeTakeFirst()) as
    | PersonRow
    | undefined;
}

export interface RealName {
  name: string;
  idNumber: string;
}

export interface NewPerson {
  id: string;
  mobile: string | null;
  realName: (RealName & { level: RealNameLevel }) | null;
  registeredBy: PersonRow['registeredBy'];
  createdAt: Date;
}

export async function insertPerson(tx: Tx, keys: Keys, person: NewPerson): Promise<void> {
  await tx
    .insertInto('identity.person')
    .values({
      id: person.id,
      registered_by: person.registeredBy,
      created_at: person.createdAt,
      ...sealedMobile(keys, person.mobile),
      ...(person.realName && sealedName(keys, person.realName)),
    })
    .execute();
}

const sealedMobile = (keys: Keys, mobile: string | null) => ({
  mobile_sealed: mobile === null ? null : seal(keys, 'mobile', mobile),
  mobile_index: mobile === null ? null : mobileIndex(keys, mobile),
});

const sealedName = (keys: Keys, { name, idNumber, level }: RealName & { level: RealNameLevel }) => ({
  name,
  id_doc_type: '111',
  id_number_sealed: seal(keys, 'id-number', idNumber),
  id_number_index: idNumberIndex(keys, idNumber),
  real_name_level: level,
});

export interface PersonChange {
  realName?: RealName & { level: RealNameLevel };
  mobile?: string;
  passwordHash?: string;
  elderMode?: boolean;
  language?: 'zh' | 'en';
}

export async function updatePerson(tx: Tx, keys: Keys, id: string, change: PersonChange): Promise<void> {
  await tx
    .updateTable('identity.person')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(change.realName && sealedName(keys, change.realName)),
      ...(change.mobile !== undefined && sealedMobile(keys, change.mobile)),
      ...(change.passwordHash !== undefined && { password_hash: change.passwordHash }),
      ...(change.elderMode !== undefined && { elder_mode: change.elderMode }),
      ...(change.language !== undefined && { language: change.language }),
    }))
    .where('id', '=', id)
    .execute();
}
