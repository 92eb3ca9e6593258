import { expect, test } from 'vitest';
import { testContext } from '../../test/database.ts';
import { forgetRepeats } from './forget.ts';

const hours = (n: number) => new Date(Date.now() - n * 3_600_000);

test('a key is remembered for a day and a handled event for two weeks', async () => {
  const { db } = await testContext();
  const keys = [1, 23, 25].map((age) => ({
    actor: 'a',
    key: `key-of-${age}-hours`,
    request: Buffer.from('x'),
    created_at: hours(age),
  }));
  await db.insertInto('platform.idempotency').values(keys).execute();
  const handled = [1, 13 * 24, 15 * 24].map((age) => ({
    handler: `h.${age}`,
    event_id: crypto.randomUUID(),
    handled_at: hours(age),
  }));
  await db.insertInto('platform.handled').values(handled).execute();

  await forgetRepeats(db, new Date());

  const left = await db.selectFrom('platform.idempotency').select('key').orderBy('created_at').execute();
  expect(left.map(({ key }) => key)).toEqual(['key-of-23-hours', 'key-of-1-hours']);
  expect(await db.selectFrom('platform.handled').select('handler').orderBy('handled_at').execute()).toEqual([
    { handler: 'h.312' },
    { handler: 'h.1' },
  ]);
});
