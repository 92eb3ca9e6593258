import { type Actor, regionPrefix } from '../../kernel/actor.ts';
import { audit } from '../../kernel/audit.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { legalNow } from '../../kernel/clock.ts';
import { breaks, type Db, type Tx } from '../../kernel/db.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { type Page, type PageQuery, pageOf } from '../../kernel/paging.ts';
import { requestProblems } from '../../kernel/problem.ts';
import type { NewPost, NewStaff, StaffView } from './contract.ts';
import { orgErrors } from './errors.ts';
import { staffSuspended } from './events.ts';
import { getDepartment, getRegion } from './places.ts';
import { canAdminister } from './policy.ts';
import { areaOfRegion, conflictingRole } from './rules.ts';
import {
  endPostRow,
  findStaff,
  insertPost,
  insertStaff,
  postViews,
  presentStaff,
  type StaffRow,
  staffIn,
  updateStaff,
} from './staff-store.ts';

/** An account as the administrator read it: a change is refused when somebody else changed it since. */
interface Account {
  staffId: string;
  version: number;
}

export async function createStaff(tx: Tx, actor: Actor, input: NewStaff): Promise<StaffView> {
  if (!canAdminister(actor, input.areaCode)) throw orgErrors.notYours();
  await getRegion(tx, `${input.areaCode}000000`);
  const staff = { ...input, id: newId(input.areaCode), version: 1, suspendedAt: null };
  try {
    await insertStaff(tx, { ...staff, createdAt: await legalNow(tx) });
  } catch (error) {
    throw breaks(error, 'staff_login_name_once') ? orgErrors.loginNameTaken() : error;
  }
  await audit(tx, actor, { areaCode: staff.areaCode, action: 'org.staffCreated', subjectId: staff.id });
  return presentStaff(staff, []);
}

export async function grantPost(tx: Tx, actor: Actor, input: Account & NewPost): Promise<StaffView> {
  const staff = await openAccount(tx, actor, input);
  await getRegion(tx, input.regionCode);
  if (!canAdminister(actor, areaOfRegion(input.regionCode))) throw orgErrors.notYours();
  await getDepartment(tx, input.departmentId);

  const now = await legalNow(tx);
  const { role, departmentId, regionCode, itemKeys = null, validFrom = civilDate(now), validTo = null } = input;
  if (validTo !== null && validTo < validFrom) throw orgErrors.daysReversed();
  const held = await postViews(tx, [staff.id], civilDate(now));
  const conflict = conflictingRole(
    held.map((post) => post.role),
    role,
  );
  if (conflict) throw orgErrors.rolesConflict(conflict);
  const same = held.some(
    (post) =>
      post.role === role &&
      post.department.id === departmentId &&
      post.regionCode === regionCode &&
      String(post.itemKeys) === String(itemKeys),
  );
  if (same) throw orgErrors.postHeld();

  const post = { id: newId(staff.areaCode), role, departmentId, regionCode, itemKeys, validFrom, validTo };
  await insertPost(tx, staff.id, post, now);
  return await recordChange(tx, actor, staff, 'org.postGranted', { post: post.id, role, regionCode });
}

/** Takes effect at the holder's next request. */
export async function endPost(tx: Tx, actor: Actor, input: Account & { postId: string }): Promise<StaffView> {
  const staff = await openAccount(tx, actor, input);
  if (!(await endPostRow(tx, staff.id, input.postId, await legalNow(tx)))) throw orgErrors.notFound('岗位');
  return await recordChange(tx, actor, staff, 'org.postEnded', { post: input.postId });
}

/** Takes effect at the next request, whatever sessions are open. */
export async function suspendStaff(tx: Tx, actor: Actor, input: Account): Promise<StaffView> {
  const staff = await openAccount(tx, actor, input);
  if (staff.suspendedAt !== null) throw orgErrors.suspended();
  await emit(tx, staffSuspended, { areaCode: staff.areaCode, staffId: staff.id });
  return await recordChange(tx, actor, staff, 'org.staffSuspended', {}, { suspendedAt: await legalNow(tx) });
}

export async function resumeStaff(tx: Tx, actor: Actor, input: Account): Promise<StaffView> {
  const staff = await openAccount(tx, actor, input);
  if (staff.suspendedAt === null) throw orgErrors.notSuspended();
  return await recordChange(tx, actor, staff, 'org.staffResumed', {}, { suspendedAt: null });
}

/** The accounts within the reach of a security administrator. */
export async function listStaff(db: Db, actor: Actor, page: PageQuery): Promise<Page<StaffView>> {
  const reaches = actor.kind === 'staff' ? actor.posts.filter((post) => post.role === 'securityAdministrator') : [];
  if (reaches.length === 0) throw orgErrors.notYours();
  const ranges = reaches.map(({ regionCode }) => {
    const prefix = regionPrefix(regionCode).slice(0, 6);
    return { from: Number(prefix.padEnd(6, '0')), to: Number(prefix.padEnd(6, '9')) };
  });
  const { limit = 20, after } = page;
  const rows = await staffIn(db, ranges, { limit, ...(after !== undefined && { after }) });
  const { items, next } = pageOf(rows, limit, ({ loginName }) => loginName);
  return { items: await withPosts(db, items), next };
}

export async function getStaff(db: Db, actor: Actor, staffId: string): Promise<StaffView> {
  const staff = await findStaff(db, staffId);
  if (!staff || !canAdminister(actor, staff.areaCode)) throw orgErrors.notFound('账号');
  return await viewOf(db, staff);
}

/** The account, locked; never the administrator's own, because 三员 give out rights that they cannot use. */
async function openAccount(tx: Tx, actor: Actor, { staffId, version }: Account): Promise<StaffRow> {
  const staff = await findStaff(tx, staffId, true);
  if (!staff) throw orgErrors.notFound('账号');
  if (!canAdminister(actor, staff.areaCode)) throw orgErrors.notYours();
  if (actor.kind === 'staff' && actor.id === staffId) throw orgErrors.ownAccount();
  if (staff.version !== version) throw requestProblems.stale(staff.version);
  return staff;
}

async function recordChange(
  tx: Tx,
  actor: Actor,
  staff: StaffRow,
  action: string,
  detail: Record<string, string>,
  change: { suspendedAt?: Date | null } = {},
): Promise<StaffView> {
  await updateStaff(tx, staff.id, change);
  await audit(tx, actor, { areaCode: staff.areaCode, action, subjectId: staff.id, detail });
  return await viewOf(tx, { ...staff, ...change, version: staff.version + 1 });
}

const viewOf = async (db: Db, staff: StaffRow): Promise<StaffView> => {
  const [view] = await withPosts(db, [staff]);
  return view ?? presentStaff(staff, []);
};

async function withPosts(db: Db, rows: StaffRow[]): Promise<StaffView[]> {
  const posts = await postViews(
    db,
    rows.map(({ id }) => id),
    civilDate(await legalNow(db)),
  );
  return rows.map((row) =>
    presentStaff(
      row,
      posts.flatMap(({ staffId, ...post }) => (staffId === row.id ? [post] : [])),
    ),
  );
}
