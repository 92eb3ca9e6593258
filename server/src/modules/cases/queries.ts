import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import type { DB } from '../../kernel/db.types.ts';
import { cursor, keysOf, type Page, pageOf } from '../../kernel/paging.ts';
import type { MyCasesQuery, QueueQuery } from './contract.ts';
import type { CaseState } from './machine.ts';
import type { CaseRecord } from './store.ts';

/** What one post makes visible in the work list: a role's states, in the areas beneath the post. */
export interface Beat {
  readonly states: readonly CaseState[];
  readonly areaCodes: readonly number[];
  /** Absent for integrated windows, which serve every department. */
  readonly departmentId?: string;
  readonly itemKeys: readonly string[] | null;
}

type Builder = ExpressionBuilder<DB, 'cases.case'>;
type Filter = ExpressionWrapper<DB, 'cases.case', SqlBool>;

const within = (eb: Builder, { states, areaCodes, departmentId, itemKeys }: Beat): Filter =>
  eb.and([
    eb('area_code', 'in', [...areaCodes]),
    eb('state', 'in', [...states]),
    ...(departmentId === undefined ? [] : [eb('department_id', '=', departmentId)]),
    ...(itemKeys === null ? [] : [eb('item_key', 'in', [...itemKeys])]),
  ]);

const COUNT_LIMIT = 10_000;

/** The work list of an official: what waits for any of the posts, in the order of deadlines (ux R23). */
export async function listQueue(
  db: Db,
  staffId: string,
  beats: readonly Beat[],
  query: QueueQuery,
): Promise<Page<CaseRecord> & { total?: number }> {
  const { limit = 20, after, state, itemKey, text, work } = query;
  const usable = beats.filter(
    (beat) => beat.areaCodes.length > 0 && beat.states.length > 0 && beat.itemKeys?.length !== 0,
  );
  if (usable.length === 0) return { items: [], next: null, ...(query.count && { total: 0 }) };
  const keys = keysOf(after, 2);

  const filtered = db
    .selectFrom('cases.case')
    .where((eb) => eb.or(usable.map((beat) => within(eb, beat))))
    .$if(work === 'mine', (q) => q.where('reviewer_id', '=', staffId))
    .$if(work === 'unclaimed', (q) => q.where('reviewer_id', 'is', null))
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? ''))
    .$if(itemKey !== undefined, (q) => q.where('item_key', '=', itemKey ?? ''))
    .$if(text !== undefined, (q) =>
      q.where((eb) =>
        eb.or([
          eb('number', 'like', `${escapeLike(text ?? '')}%`),
          eb('item_name', 'like', `%${escapeLike(text ?? '')}%`),
        ]),
      ),
    );
  const rows = (await filtered
    .selectAll()
    .$if(keys !== undefined, (q) =>
      q.where(sql<boolean>`(due_on, id) > (${keys?.[0] ?? ''}::date, ${keys?.[1] ?? ''}::uuid)`),
    )
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit + 1)
    .execute()) as CaseRecord[];
  const page = pageOf(rows, limit, (row) => cursor(row.due_on, row.id));
  if (!query.count) return page;
  const counted = await db
    .selectFrom(filtered.select('id').limit(COUNT_LIMIT).as('some'))
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return { ...page, total: Number(counted.n) };
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

const shown: Record<NonNullable<MyCasesQuery['show']>, readonly CaseState[] | null> = {
  all: null,
  action: ['DRAFT', 'DELIVERING'],
  running: [
    'SUBMITTED',
    'RECEIVED',
    'ACCEPTED',
    'UNDER_REVIEW',
    'PENDING_DECISION',
    'GRANTED',
    'REFUSED',
    'DELIVERING',
  ],
  closed: ['CLOSED'],
  drafts: ['DRAFT'],
};

/** The cases of one applicant over all areas, newest first; this list may fan out over the cluster. */
export async function listCasesOf(
  db: Db,
  { applicantId, itemKeys }: { applicantId: string; itemKeys: readonly string[] | null },
  query: MyCasesQuery,
): Promise<Page<CaseRecord>> {
  const { limit = 20, after, show = 'all' } = query;
  const states = shown[show];
  const [last] = keysOf(after, 1) ?? [];
  const rows = (await db
    .selectFrom('cases.case')
    .selectAll()
    .where('applicant_id', '=', applicantId)
    .$if(itemKeys !== null, (q) => q.where('item_key', 'in', [...(itemKeys ?? [])]))
    .$if(states !== null, (q) => q.where('state', 'in', [...(states ?? [])]))
    .$if(last !== undefined, (q) => q.where('id', '<', last ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()) as CaseRecord[];
  return pageOf(rows, limit, (row) => cursor(row.id));
}
