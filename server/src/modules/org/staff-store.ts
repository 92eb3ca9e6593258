import type { Post, Role } from '../../kernel/actor.ts';
import type { Db, Tx } from '../../kernel/db.ts';
import type { PostView, StaffView } from './contract.ts';

export interface StaffRow {
  id: string;
  areaCode: number;
  loginName: string;
  displayName: string;
  version: number;
  suspendedAt: Date | null;
}

const staffColumns = [
  'id',
  'area_code as areaCode',
  'login_name as loginName',
  'display_name as displayName',
  'version',
  'suspended_at as suspendedAt',
] as const;

/** `lock` makes two administrators at one account take turns. */
export async function findStaff(db: Db, id: string, lock = false): Promise<StaffRow | undefined> {
  const query = db.selectFrom('org.staff').select(staffColumns).where('id', '=', id);
  return await (lock ? query.forUpdate() : query).executeTakeFirst();
}

export async function findStaffByLogin(db: Db, loginName: string): Promise<StaffRow | undefined> {
  return await db.selectFrom('org.staff').select(staffColumns).where('login_name', '=', loginName).executeTakeFirst();
}

export async function insertStaff(tx: Tx, staff: StaffRow & { createdAt: Date }): Promise<void> {
  await tx
    .insertInto('org.staff')
    .values({
      id: staff.id,
      area_code: staff.areaCode,
      login_name: staff.loginName,
      display_name: staff.displayName,
      created_at: staff.createdAt,
    })
    .execute();
}

export async function updateStaff(tx: Tx, id: string, change: { suspendedAt?: Date | null }): Promise<void> {
  await tx
    .updateTable('org.staff')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(change.suspendedAt !== undefined && { suspended_at: change.suspendedAt }),
    }))
    .where('id', '=', id)
    .execute();
}

const rightsColumns = [
  'id',
  'role',
  'department_id as departmentId',
  'region_code as regionCode',
  'item_keys as itemKeys',
] as const;

/** The posts that hold on that day, as rights. */
export async function postsOf(db: Db, staffId: string, on: string): Promise<Post[]> {
  return (await db
    .selectFrom('org.post')
    .select(rightsColumns)
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .orderBy('id')
    .execute()) as Post[];
}

export interface PostRow extends Post {
  validFrom: string;
  validTo: string | null;
}

/** Posts of these accounts that hold or will hold, as an administrator sees them. */
export async function postViews(
  db: Db,
  staffIds: readonly string[],
  on: string,
): Promise<(PostView & { staffId: string })[]> {
  if (staffIds.length === 0) return [];
  const rows = await db
    .selectFrom('org.post as p')
    .innerJoin('org.department as d', 'd.id', 'p.department_id')
    .select([
      'p.id',
      'p.staff_id',
      'p.role',
      'p.department_id',
      'd.name',
      'p.region_code',
      'p.item_keys',
      'p.valid_from',
      'p.valid_to',
    ])
    .where('p.staff_id', 'in', staffIds)
    .where('p.ended_at', 'is', null)
    .where((eb) => eb.or([eb('p.valid_to', 'is', null), eb('p.valid_to', '>=', on)]))
    .orderBy('p.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    staffId: row.staff_id,
    role: row.role as Role,
    department: { id: row.department_id, name: row.name },
    regionCode: row.region_code,
    itemKeys: row.item_keys,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

export async function insertPost(tx: Tx, staffId: string, post: PostRow, at: Date): Promise<void> {
  await tx
    .insertInto('org.post')
    .values({
      id: post.id,
      staff_id: staffId,
      role: post.role,
      department_id: post.departmentId,
      region_code: post.regionCode,
      item_keys: post.itemKeys === null ? null : [...post.itemKeys],
      valid_from: post.validFrom,
      valid_to: post.validTo,
      granted_at: at,
    })
    .execute();
}

/** Tells whether there was such a post to end. */
export async function endPostRow(tx: Tx, staffId: string, postId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('org.post')
    .set({ ended_at: at })
    .where('staff_id', '=', staffId)
    .where('id', '=', postId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface AreaRange {
  from: number;
  to: number;
}

/** Accounts of these areas by login name, with one more row than asked for when there is a next page. */
export async function staffIn(
  db: Db,
  ranges: readonly AreaRange[],
  page: { limit: number; after?: string },
): Promise<StaffRow[]> {
  let query = db
    .selectFrom('org.staff')
    .select(staffColumns)
    .where((eb) => eb.or(ranges.map(({ from, to }) => eb.between('area_code', from, to))))
    .orderBy('login_name')
    .limit(page.limit + 1);
  if (page.after !== undefined) query = query.where('login_name', '>', page.after);
  return await query.execute();
}

/** Who these officials are to somebody outside: their names and the departments they have worked for. */
export async function staffNames(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; name: string; departments: string[] }[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('org.staff as s')
    .leftJoin('org.post as p', 'p.staff_id', 's.id')
    .leftJoin('org.department as d', 'd.id', 'p.department_id')
    .select(['s.id', 's.display_name', 'd.name'])
    .distinct()
    .where('s.id', 'in', ids)
    .execute();
  return ids.map((id) => {
    const own = rows.filter((row) => row.id === id);
    return { id, name: own[0]?.display_name ?? '', departments: own.flatMap(({ name }) => name ?? []) };
  });
}

export const presentStaff = ({ suspendedAt, ...staff }: StaffRow, posts: PostView[]): StaffView => ({
  ...staff,
  suspended: suspendedAt !== null,
  posts,
});
