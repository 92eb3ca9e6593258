import type { Db } from './db.ts';

/** A rule that a city may change at run time, with the value that holds until it does. */
export interface Setting<T> {
  readonly key: string;
  readonly fallback: T;
  /** Whether a stored value has the right shape; a wrong one is ignored, never half used. */
  readonly accepts: (value: unknown) => value is T;
}

/** The value in force for an area on a date: the area's own, else the one for everywhere (area 0), else the fallback. */
export async function settingOf<T>(db: Db, setting: Setting<T>, areaCode: number, on: string): Promise<T> {
  const rows = await db
    .selectFrom('platform.setting')
    .select('value')
    .where('key', '=', setting.key)
    .where('area_code', 'in', [areaCode, 0])
    .where('valid_from', '<=', on)
    .orderBy('area_code', 'desc')
    .orderBy('valid_from', 'desc')
    .limit(1)
    .execute();
  const value = rows[0]?.value;
  return setting.accepts(value) ? value : setting.fallback;
}
