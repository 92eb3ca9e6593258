import { expect, test } from 'vitest';
import { testContext } from '../../test/database.ts';
import { newId } from './ids.ts';
import { type Setting, settingOf } from './settings.ts';

const { db, owner } = await testContext();

/** A setting that nothing else uses; `rows` are (area, value, valid from). */
async function aSetting(...rows: [area: number, value: unknown, from: string][]): Promise<Setting<number>> {
  const key = `test.${newId()}`;
  for (const [area_code, value, valid_from] of rows)
    await owner
      .insertInto('platform.setting')
      .values({ key, area_code, value: JSON.stringify(value), valid_from })
      .execute();
  return { key, fallback: 10, accepts: (value): value is number => Number.isInteger(value) };
}

test('until a city sets it, a setting has the value it is shipped with', async () => {
  expect(await settingOf(db, await aSetting(), 690102, '2026-11-21')).toBe(10);
});

test('an area’s own value goes before the one for everywhere, even when that is newer', async () => {
  const setting = await aSetting([0, 20, '2026-06-01'], [690102, 30, '2026-01-01']);

  expect(await settingOf(db, setting, 690102, '2026-11-21')).toBe(30);
  expect(await settingOf(db, setting, 690103, '2026-11-21')).toBe(20);
});

test('a value holds from its first day to the day before the next one’s', async () => {
  const setting = await aSetting([0, 20, '2026-03-01'], [0, 30, '2026-07-01']);

  const values = await Promise.all(
    ['2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'].map((on) => settingOf(db, setting, 690102, on)),
  );

  expect(values).toEqual([10, 20, 20, 30]);
});

test('a value of the wrong shape is ignored, never half used', async () => {
  for (const wrong of ['20', 2.5, null, { value: 20 }])
    expect(await settingOf(db, await aSetting([0, wrong, '2026-01-01']), 690102, '2026-11-21')).toBe(10);
});
