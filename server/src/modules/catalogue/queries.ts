import { type SelectQueryBuilder, sql } from 'kysely';
import { regionPrefix } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import type { DB } from '../../kernel/db.types.ts';
import { cursor, keysOf, type Page, pageOf } from '../../kernel/paging.ts';
import type { ItemCard, ItemDefinition, ItemFacets, ItemFilter, ItemPage } from './contract.ts';
import { catalogueErrors } from './errors.ts';
import { regionsAround } from './policy.ts';
import type { ItemVersion } from './store.ts';

/** A version in force, found from a place: it may be that of the street, the district or the city. */
export interface LiveVersion {
  id: string;
  key: string;
  regionCode: string;
  areaCode: number;
  departmentId: string;
  version: number;
  validFrom: string;
  definition: ItemDefinition;
  card: ItemCard;
}

/** The version of an item that holds at a place today: the innermost one. */
export async function findLiveVersion(db: Db, key: string, regionCode: string): Promise<LiveVersion | undefined> {
  return (await db
    .selectFrom('catalogue.item_version as whole')
    .innerJoin('catalogue.v_in_force as live', 'live.id', 'whole.id')
    .select([
      'whole.id',
      'whole.item_key as key',
      'whole.region_code as regionCode',
      'whole.area_code as areaCode',
      'whole.department_id as departmentId',
      'whole.version',
      'whole.valid_from as validFrom',
      'whole.definition',
      'whole.card',
    ])
    .where('live.item_key', '=', key)
    .where('live.region_code', 'in', regionsAround(regionCode))
    .orderBy('live.region_code', 'desc')
    .limit(1)
    .executeTakeFirst()) as LiveVersion | undefined;
}

/** As `findLiveVersion`; what is no longer handled says so and why, instead of never having been. */
export async function getItem(db: Db, key: string, regionCode: string): Promise<LiveVersion> {
  const live = await findLiveVersion(db, key, regionCode);
  if (live) return live;
  const withdrawn = await db
    .selectFrom('catalogue.item_version')
    .select('withdrawn_reason')
    .where('item_key', '=', key)
    .where('region_code', 'in', regionsAround(regionCode))
    .where('state', '=', 'withdrawn')
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  throw withdrawn ? catalogueErrors.withdrawn(key, withdrawn.withdrawn_reason ?? '') : catalogueErrors.notFound(key);
}

/** When the item changed at its place, the latest first. */
export async function listChanges(db: Db, { key, regionCode }: LiveVersion) {
  const rows = await db
    .selectFrom('catalogue.item_version')
    .select(['version', 'valid_from as validFrom'])
    .where('item_key', '=', key)
    .where('region_code', '=', regionCode)
    .where('valid_from', 'is not', null)
    .orderBy('version', 'desc')
    .limit(10)
    .execute();
  return rows.map(({ version, validFrom }) => ({ version, validFrom: validFrom ?? '' }));
}

type Live = SelectQueryBuilder<DB & { live: DB['catalogue.v_in_force'] }, 'live', object>;

/**
 * The items in force at a place, each once, in its innermost version; and those that only parts of the place have, so that a city shows
 * what its districts handle. Item by item through the index: a province has hundreds of versions of each.
 */
const liveAt = (db: Db, regionCode: string, keys?: readonly string[]): Live => {
  const ofItem = sql`select * from catalogue.v_in_force where item_key = one.key`;
  const [from, to] = rangeOf(regionCode);
  const live = sql`(
    select live.* from catalogue.item as one cross join lateral (
      (${ofItem} and region_code in (${sql.join(regionsAround(regionCode))}) order by region_code desc limit 1)
      union all
      (${ofItem} and region_code between ${from} and ${to} order by region_code limit 1)
      limit 1
    ) as live ${keys ? sql`where one.key = any(${keys})` : sql``}
  )`;
  return db.selectFrom(live.as('live')) as unknown as Live;
};

/** A region's code and the last that can lie within it. */
const rangeOf = (regionCode: string): [string, string] => [regionCode, regionPrefix(regionCode).padEnd(12, '9')];

/** Of an item: the parts of a place in which it is in force, when it is not in force in the whole. */
export async function partsWith(db: Db, key: string, regionCode: string): Promise<string[]> {
  const rows = await db
    .selectFrom('catalogue.v_in_force')
    .select('region_code')
    .where('item_key', '=', key)
    .where('region_code', '>=', rangeOf(regionCode)[0])
    .where('region_code', '<=', rangeOf(regionCode)[1])
    .orderBy('region_code')
    .execute();
  return rows.flatMap(({ region_code }) => region_code ?? []);
}

const narrowed = (query: Live, filter: ItemFilter): Live => {
  let narrow = query;
  if (filter.department !== undefined) narrow = narrow.where('department', '=', filter.department);
  if (filter.lifeEvent !== undefined) narrow = narrow.where(sql<boolean>`${filter.lifeEvent} = any(life_events)`);
  if (filter.theme !== undefined) narrow = narrow.where(sql<boolean>`${filter.theme} = any(themes)`);
  if (filter.target !== undefined) narrow = narrow.where(sql<boolean>`${filter.target} = any(targets)`);
  if (filter.caseType !== undefined) narrow = narrow.where('case_type', '=', filter.caseType);
  if (filter.applyOnline !== undefined) narrow = narrow.where('apply_online', '=', filter.applyOnline);
  return narrow;
};

interface ListInput extends ItemFilter {
  regionCode: string;
  limit: number;
  after?: string | undefined;
}

/** A page of the items at a place in pinyin order; several filters all hold. */
export async function listItems(db: Db, input: ListInput): Promise<ItemPage> {
  const matching = narrowed(liveAt(db, input.regionCode), input);
  const [pinyin, key] = keysOf(input.after, 2) ?? ['', ''];
  const rows = await matching
    .select(['card', 'pinyin', 'item_key'])
    .where(sql<boolean>`(pinyin, item_key) > (${pinyin}, ${key})`)
    .orderBy('pinyin')
    .orderBy('item_key')
    .limit(input.limit + 1)
    .execute();
  const { total, applyOnline } = await matching
    .select((eb) => [
      eb.fn.countAll<number>().as('total'),
      eb.fn.countAll<number>().filterWhere('apply_online', '=', true).as('applyOnline'),
    ])
    .executeTakeFirstOrThrow();
  const { items, next } = pageOf(rows, input.limit, (row) => cursor(row.pinyin, row.item_key));
  return {
    items: items.map(({ card }) => card as ItemCard),
    next,
    total: Number(total),
    applyOnline: Number(applyOnline),
  };
}

/** Cards of those items at a place, as far as they are in force there and pass the filter; in no order. */
export async function cardsOf(
  db: Db,
  regionCode: string,
  keys: readonly string[],
  filter: ItemFilter,
): Promise<ItemCard[]> {
  if (keys.length === 0) return [];
  const rows = await narrowed(liveAt(db, regionCode, keys), filter)
    .select('card')
    .execute();
  return rows.map(({ card }) => card as ItemCard);
}

/** By what one can browse at a place, with how many items each way holds. */
export async function itemFacets(db: Db, regionCode: string): Promise<ItemFacets> {
  const rows = await liveAt(db, regionCode)
    .select(['department', 'life_events', 'themes', 'targets', 'apply_online'])
    .execute();
  const count = (values: string[]) =>
    [...Map.groupBy(values, (value) => value)]
      .map(([value, hits]) => ({ value, count: hits.length }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    total: rows.length,
    applyOnline: rows.filter(({ apply_online }) => apply_online).length,
    departments: count(rows.map(({ department }) => department)),
    lifeEvents: count(rows.flatMap(({ life_events }) => life_events)),
    themes: count(rows.flatMap(({ themes }) => themes)),
    targets: count(rows.flatMap(({ targets }) => targets)),
  };
}

/** All versions of an item, of one region or of all, the newest first. */
export async function listVersions(
  db: Db,
  input: { key: string; regionCode?: string | undefined; limit: number; after?: string | undefined },
): Promise<Page<Omit<ItemVersion, 'definition' | 'digest'>>> {
  let query = db
    .selectFrom('catalogue.item_version')
    .select([
      'id',
      'item_key as key',
      'region_code as regionCode',
      'area_code as areaCode',
      'department_id as departmentId',
      'version',
      'state',
      'revision',
      'name',
      'valid_from as validFrom',
      'valid_to as validTo',
      'updated_at as updatedAt',
      'published_at as publishedAt',
      'withdrawn_reason as withdrawnReason',
    ])
    .where('item_key', '=', input.key)
    .orderBy('id', 'desc')
    .limit(input.limit + 1);
  if (input.regionCode !== undefined) query = query.where('region_code', '=', input.regionCode);
  const [after] = keysOf(input.after, 1) ?? [];
  if (after !== undefined) query = query.where('id', '<', after);
  const rows = (await query.execute()) as Omit<ItemVersion, 'definition' | 'digest'>[];
  return pageOf(rows, input.limit, ({ id }) => cursor(id));
}
