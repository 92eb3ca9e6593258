import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { legalNow } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/db.ts';
import { type Arrangement, readHolidays } from './arrangement.ts';
import { currentCalendar, insertArrangements, lockVersions, NATION } from './store.ts';

const holidaysFile = join(import.meta.dirname, '../../../seeds/reference/holidays.csv');

/**
 * Brings the years of the reference file into the national calendar, as one new version. Changes nothing when all are known, and
 * never puts an older notice in the place of a newer one.
 */
export async function loadCalendar(
  tx: Tx,
  arrangements = readHolidays(readFileSync(holidaysFile, 'utf8')),
): Promise<void> {
  await lockVersions(tx);
  const calendar = await currentCalendar(tx);
  const news = arrangements.filter((arrangement) => isNews(arrangement, calendar.arrangements.get(arrangement.year)));
  if (news.length === 0) return;
  await insertArrangements(tx, { scope: NATION, version: calendar.version + 1, at: await legalNow(tx) }, news);
}

const isNews = (arrangement: Arrangement, current: Arrangement | undefined): boolean =>
  current === undefined || (arrangement.publishedOn >= current.publishedOn && !isDeepStrictEqual(arrangement, current));
