import { regionPrefix } from '../../kernel/actor.ts';
import type { Db, Tx } from '../../kernel/db.ts';
import type { Department, Hall, Region } from './contract.ts';
import { areaOfRegion } from './rules.ts';

const regionColumns = ['code', 'name', 'level', 'parent_code as parent', 'sample', 'path'] as const;
const departmentColumns = [
  'id',
  'area_code as areaCode',
  'region_code as regionCode',
  'key',
  'name',
  'short_name as shortName',
  'uscc',
  'nature',
  'phone',
  'complaint_phone as complaintPhone',
  'address',
] as const;

export interface RegionRow extends Region {
  path: string;
}

export async function findRegion(db: Db, code: string): Promise<RegionRow | undefined> {
  return (await db.selectFrom('org.region').select(regionColumns).where('code', '=', code).executeTakeFirst()) as
    | RegionRow
    | undefined;
}

export async function regionsByCode(db: Db, codes: readonly string[]): Promise<RegionRow[]> {
  return (await db
    .selectFrom('org.region')
    .select(regionColumns)
    .where('code', 'in', codes)
    .orderBy('level')
    .execute()) as RegionRow[];
}

/** The regions right beneath one, or those at the top. */
export async function childRegions(db: Db, parent: string | undefined): Promise<Region[]> {
  const query = db.selectFrom('org.region').select(regionColumns).orderBy('code');
  const children =
    parent === undefined ? query.where('parent_code', 'is', null) : query.where('parent_code', '=', parent);
  return (await children.execute()) as Region[];
}

/** What is known already is brought up to date. */
export async function putRegions(tx: Tx, regions: readonly RegionRow[]): Promise<void> {
  await tx
    .insertInto('org.region')
    .values(
      regions.map(({ code, name, level, parent, path, sample }) => ({
        code,
        name,
        level,
        parent_code: parent,
        path,
        area_code: Number(code.slice(0, 6)),
        sample,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        level: eb.ref('excluded.level'),
        parent_code: eb.ref('excluded.parent_code'),
        path: eb.ref('excluded.path'),
        sample: eb.ref('excluded.sample'),
      })),
    )
    .execute();
}

export async function findDepartment(db: Db, id: string): Promise<Department | undefined> {
  return (await db.selectFrom('org.department').select(departmentColumns).where('id', '=', id).executeTakeFirst()) as
    | Department
    | undefined;
}

/** By its full name or, failing that, by the short name that bodies of its kind share (市场监督管理局). */
export async function findDepartmentByName(db: Db, areaCode: number, name: string): Promise<Department | undefined> {
  return (await db
    .selectFrom('org.department')
    .select(departmentColumns)
    .where('area_code', '=', areaCode)
    .where((eb) => eb.or([eb('name', '=', name), eb('short_name', '=', name)]))
    .orderBy((eb) => eb('name', '=', name), 'desc')
    .orderBy('region_code')
    .limit(1)
    .executeTakeFirst()) as Department | undefined;
}

export async function listDepartments(db: Db, areaCode: number): Promise<Department[]> {
  return (await db
    .selectFrom('org.department')
    .select(departmentColumns)
    .where('area_code', '=', areaCode)
    .orderBy('region_code')
    .orderBy('key')
    .orderBy('name')
    .execute()) as Department[];
}

/** Does nothing when the area has a department of that name; tells whether it was new. */
export async function insertDepartment(tx: Tx, department: Department): Promise<boolean> {
  const inserted = await tx
    .insertInto('org.department')
    .values(departmentRow(department))
    .onConflict((conflict) => conflict.columns(['area_code', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** By the key; the id given is only used for what is new. */
export async function putDepartments(tx: Tx, departments: readonly Department[]): Promise<void> {
  await tx
    .insertInto('org.department')
    .values(departments.map(departmentRow))
    .onConflict((conflict) =>
      conflict.columns(['area_code', 'key']).doUpdateSet((eb) => ({
        region_code: eb.ref('excluded.region_code'),
        name: eb.ref('excluded.name'),
        short_name: eb.ref('excluded.short_name'),
        uscc: eb.ref('excluded.uscc'),
        nature: eb.ref('excluded.nature'),
        phone: eb.ref('excluded.phone'),
        complaint_phone: eb.ref('excluded.complaint_phone'),
        address: eb.ref('excluded.address'),
      })),
    )
    .execute();
}

const departmentRow = (department: Department) => ({
  id: department.id,
  area_code: department.areaCode,
  region_code: department.regionCode,
  key: department.key,
  name: department.name,
  short_name: department.shortName,
  uscc: department.uscc,
  nature: department.nature,
  phone: department.phone,
  complaint_phone: department.complaintPhone,
  address: department.address,
});

export interface HallRow extends Hall {
  departmentId: string;
}

/** The hall, by its key, and its windows as they are now. */
export async function putHall(tx: Tx, hall: HallRow): Promise<void> {
  const { id } = await tx
    .insertInto('org.hall')
    .values({
      id: hall.id,
      area_code: Number(hall.regionCode.slice(0, 6)),
      region_code: hall.regionCode,
      department_id: hall.departmentId,
      key: hall.key,
      kind: hall.kind,
      name: hall.name,
      address: hall.address,
      hours: hall.hours,
      phone: hall.phone,
    })
    .onConflict((conflict) =>
      conflict.columns(['area_code', 'key']).doUpdateSet((eb) => ({
        region_code: eb.ref('excluded.region_code'),
        department_id: eb.ref('excluded.department_id'),
        kind: eb.ref('excluded.kind'),
        name: eb.ref('excluded.name'),
        address: eb.ref('excluded.address'),
        hours: eb.ref('excluded.hours'),
        phone: eb.ref('excluded.phone'),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.deleteFrom('org.window').where('hall_id', '=', id).execute();
  if (hall.windows.length === 0) return;
  await tx
    .insertInto('org.window')
    .values(hall.windows.map(({ no, name, kind, serves }) => ({ hall_id: id, no, name, kind, serves: serves ?? null })))
    .execute();
}

export async function hallsOf(db: Db, regionCode: string): Promise<Hall[]> {
  const halls = await db
    .selectFrom('org.hall')
    .select(['id', 'key', 'kind', 'region_code as regionCode', 'name', 'address', 'hours', 'phone'])
    .where('region_code', '=', regionCode)
    .orderBy('key')
    .execute();
  if (halls.length === 0) return [];
  const windows = await db
    .selectFrom('org.window')
    .select(['hall_id', 'no', 'name', 'kind', 'serves'])
    .where(
      'hall_id',
      'in',
      halls.map(({ id }) => id),
    )
    .orderBy('no')
    .execute();
  return halls.map((hall) => ({
    ...hall,
    windows: windows
      .filter(({ hall_id }) => hall_id === hall.id)
      .map(({ no, name, kind, serves }) => ({ no, name, kind, ...(serves && { serves }) })),
  })) as Hall[];
}

/** The areas that decide cases in a region: itself and the districts beneath it; a street's cases are decided in its district. */
export async function areasUnder(db: Db, regionCode: string): Promise<number[]> {
  const rows = await db
    .selectFrom('org.region')
    .select('code')
    .where('code', 'like', `${regionPrefix(regionCode).slice(0, 6)}%`)
    .where('code', 'like', '______000000')
    .execute();
  return rows.map(({ code }) => areaOfRegion(code));
}
