import type { Actor } from '../../kernel/actor.ts';
import { audit } from '../../kernel/audit.ts';
import type { Db, Tx } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import type { Department, Places, Region } from './contract.ts';
import { orgErrors } from './errors.ts';
import { areaOfRegion, codesOf } from './rules.ts';
import {
  findDepartment,
  findDepartmentByName,
  findRegion,
  insertDepartment,
  listDepartments,
  putDepartments,
  putHall,
  putRegions,
  regionsByCode,
} from './store.ts';

/** Brings a city's regions, departments, halls and windows up to that document. Doing it again changes nothing. */
export async function importPlaces(tx: Tx, actor: Actor, places: Places): Promise<void> {
  const { regions, departments, halls } = places;
  const top = regions.find(({ parent }) => parent === null);
  if (!top) throw orgErrors.notFound('上级行政区划');
  const parents = new Map(regions.map((region) => [region.code, region.parent]));
  const pathOf = (code: string): string => {
    const parent = parents.get(code);
    return parent ? `${pathOf(parent)}/${code}` : code;
  };
  await putRegions(
    tx,
    regions.map((region) => ({ ...region, path: pathOf(region.code), sample: places.sample })),
  );

  await putDepartments(
    tx,
    departments.map(({ body, ...known }) => newDepartment({ ...known, shortName: body })),
  );
  const ids = new Map<string, string>();
  for (const area of new Set(departments.map(({ regionCode }) => areaOfRegion(regionCode))))
    for (const { key, id } of await listDepartments(tx, area)) ids.set(`${area} ${key}`, id);
  for (const hall of halls) {
    const area = areaOfRegion(hall.regionCode);
    const departmentId = ids.get(`${area} ${hall.department}`);
    if (departmentId === undefined) throw orgErrors.notFound('部门');
    await putHall(tx, { address: null, hours: null, phone: null, ...hall, id: newId(area), departmentId });
  }
  const detail = { regions: regions.length, departments: departments.length, halls: halls.length };
  await audit(tx, actor, { areaCode: areaOfRegion(top.code), action: 'org.placesImported', detail });
}

/** The region of that code, made beneath its parent when it is not known yet. */
export async function ensureRegion(tx: Tx, region: Omit<Region, 'sample'>): Promise<Region> {
  const known = await findRegion(tx, region.code);
  if (known) return known;
  const parent = region.parent === null ? undefined : await getRegion(tx, region.parent);
  const path = parent ? `${parent.path}/${region.code}` : region.code;
  const row = { ...region, path, sample: false };
  await putRegions(tx, [row]);
  return row;
}

/** The department of that name in an area, made when it is not known yet: an imported guide knows nothing else of it. */
export async function ensureDepartment(
  tx: Tx,
  { name, regionCode }: { name: string; regionCode: string },
): Promise<Department> {
  const areaCode = areaOfRegion(regionCode);
  const known = await findDepartmentByName(tx, areaCode, name);
  if (known) return known;
  const department = newDepartment({ name, regionCode });
  if (await insertDepartment(tx, department)) return department;
  return await ensureDepartment(tx, { name, regionCode });
}

function newDepartment(known: Partial<Department> & Pick<Department, 'name' | 'regionCode'>): Department {
  const areaCode = areaOfRegion(known.regionCode);
  const unknown = {
    key: null,
    shortName: null,
    uscc: null,
    nature: null,
    phone: null,
    complaintPhone: null,
    address: null,
  };
  return { ...unknown, ...known, id: newId(areaCode), areaCode };
}

export async function getRegion(db: Db, code: string) {
  const region = await findRegion(db, code);
  if (!region) throw orgErrors.notFound('行政区划');
  return region;
}

/** The region itself and all above it, the highest first; for a breadcrumb, and to look for what holds further up. */
export async function regionChain(db: Db, code: string): Promise<Region[]> {
  const { path } = await getRegion(db, code);
  return await regionsByCode(db, codesOf(path));
}

export async function getDepartment(db: Db, id: string): Promise<Department> {
  const department = await findDepartment(db, id);
  if (!department) throw orgErrors.notFound('部门');
  return department;
}
