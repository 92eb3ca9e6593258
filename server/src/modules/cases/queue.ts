import type { Actor, Post } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import type { Page } from '../../kernel/paging.ts';
import { areasUnder } from '../org/public.ts';
import type { CaseRow, MyCasesQuery, QueueQuery } from './contract.ts';
import { caseErrors } from './errors.ts';
import { applicantOf } from './item.ts';
import { type CaseState, caseActions, type Part, states, transitionOf } from './machine.ts';
import { type Beat, listCasesOf, listQueue } from './queries.ts';
import { presentRows } from './view.ts';

/** The states in which somebody who plays that part has something to do, read off the machine. */
const statesFor = (part: Part): CaseState[] =>
  states.filter(
    (state) =>
      state !== 'DRAFT' &&
      caseActions.some((action) => transitionOf(action).from.includes(state) && transitionOf(action).by.includes(part)),
  );

const decided: readonly CaseState[] = ['GRANTED', 'REFUSED', 'DELIVERING', 'CLOSED'];
const seesAll: readonly CaseState[] = states.filter((state) => state !== 'DRAFT' && state !== 'CLOSED');

const ofDepartment = (role: Post['role']): boolean => role === 'reviewer' || role === 'decisionMaker';
const isPart = (role: Post['role']): role is Post['role'] & Part =>
  ['acceptanceOfficer', 'reviewer', 'decisionMaker', 'issuingClerk'].includes(role);

async function beatOf(db: Db, post: Post, work: QueueQuery['work']): Promise<Beat[]> {
  if (!isPart(post.role) && post.role !== 'supervisor') return [];
  const open = isPart(post.role) ? statesFor(post.role) : seesAll;
  return [
    {
      states: work === 'done' ? decided : work === 'unclaimed' ? open.filter((state) => state === 'ACCEPTED') : open,
      areaCodes: await areasUnder(db, post.regionCode),
      itemKeys: post.itemKeys,
      ...(ofDepartment(post.role) && { departmentId: post.departmentId }),
    },
  ];
}

/** The work list of an official's posts, in the order of deadlines. */
export async function queueOf(db: Db, actor: Actor, query: QueueQuery): Promise<Page<CaseRow> & { total?: number }> {
  if (actor.kind !== 'staff') throw caseErrors.notFound();
  const beats = (await Promise.all(actor.posts.map((post) => beatOf(db, post, query.work)))).flat();
  const { items, ...rest } = await listQueue(db, actor.id, beats, query);
  return { ...rest, items: await presentRows(db, items, true) };
}

/** The applicant's cases, newest first; for an agent those of whom she acts for, and only of the items that her mandate covers. */
export async function myCases(db: Db, actor: Actor, query: MyCasesQuery): Promise<Page<CaseRow>> {
  const applicant = applicantOf(actor);
  if (!applicant) throw caseErrors.notFound();
  const itemKeys = actor.kind === 'person' ? (actor.actingFor?.itemKeys ?? null) : null;
  const { items, next } = await listCasesOf(db, { applicantId: applicant.id, itemKeys }, query);
  return { next, items: await presentRows(db, items, false) };
}
