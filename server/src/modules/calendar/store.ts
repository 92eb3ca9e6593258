import { sql } from 'kysely';
import type { Db, Tx } from '../../kernel/db.ts';
import { type ArrangedDay, type Arrangement, type Calendar, calendarOf } from './arrangement.ts';

/** The whole country. A calendar of an area or an office would stand beside it under its own code and come first. */
export const NATION = 'CN';

/** Versions never change once written, so a calendar read once is read for good. */
const known = new Map<string, Calendar>();

/** The calendar as it is now; one without any arrangement, version 0, before the first is loaded. */
export async function currentCalendar(db: Db, scope = NATION): Promise<Calendar> {
  const latest = await versions(db, scope).orderBy('version', 'desc').limit(1).executeTakeFirst();
  return latest ? await readCalendar(db, scope, latest) : calendarOf(scope, 0, []);
}

/** The calendar as it was in that version: what was told to people rests on the version of its day. */
export async function calendarAt(db: Db, version: number, scope = NATION): Promise<Calendar> {
  if (version === 0) return calendarOf(scope, 0, []);
  return await readCalendar(
    db,
    scope,
    await versions(db, scope).where('version', '=', version).limit(1).executeTakeFirstOrThrow(),
  );
}

interface Version {
  version: number;
  loaded_at: Date;
}

const versions = (db: Db, scope: string) =>
  db.selectFrom('calendar.arrangement').select(['version', 'loaded_at']).where('scope', '=', scope);

/** The time is part of the key because a transaction that loaded the same version may have been rolled back. */
async function readCalendar(db: Db, scope: string, { version, loaded_at }: Version): Promise<Calendar> {
  const key = `${scope}@${version}@${loaded_at.toISOString()}`;
  const calendar = known.get(key) ?? calendarOf(scope, version, await listArrangements(db, scope, version));
  known.set(key, calendar);
  return calendar;
}

/** Each year as its latest notice up to that version has it. */
async function listArrangements(db: Db, scope: string, version: number): Promise<Arrangement[]> {
  const years = await db
    .selectFrom('calendar.arrangement')
    .distinctOn('year')
    .select(['year', 'version', 'published_on', 'sources'])
    .where('scope', '=', scope)
    .where('version', '<=', version)
    .orderBy('year')
    .orderBy('version', 'desc')
    .execute();
  const days = await db
    .selectFrom('calendar.day')
    .select(['year', 'version', 'day_on', 'kind', 'holiday'])
    .where('scope', '=', scope)
    .where('version', '<=', version)
    .orderBy('day_on')
    .execute();
  return years.map((year) => ({
    year: year.year,
    publishedOn: year.published_on,
    sources: year.sources,
    days: days
      .filter((day) => day.year === year.year && day.version === year.version)
      .map((day) => ({ on: day.day_on, kind: day.kind as ArrangedDay['kind'], holiday: day.holiday })),
  }));
}

/** Whoever adds a version does it alone, so that two starts at once do not both add the same. */
export async function lockVersions(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('calendar.arrangement'))`.execute(tx);
}

export async function insertArrangements(
  tx: Tx,
  { scope, version, at }: { scope: string; version: number; at: Date },
  arrangements: readonly Arrangement[],
): Promise<void> {
  await tx
    .insertInto('calendar.arrangement')
    .values(
      arrangements.map(({ year, publishedOn, sources }) => ({
        scope,
        year,
        version,
        published_on: publishedOn,
        sources: [...sources],
        loaded_at: at,
      })),
    )
    .execute();
  await tx
    .insertInto('calendar.day')
    .values(
      arrangements.flatMap(({ year, days }) =>
        days.map(({ on, kind, holiday }) => ({ scope, year, version, day_on: on, kind, holiday })),
      ),
    )
    .execute();
}
