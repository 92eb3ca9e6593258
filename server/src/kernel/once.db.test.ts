import { expect, test } from 'vitest';
import { testContext } from '../../test/database.ts';
import { digestOf } from './crypto.ts';
import { inTx } from './db.ts';
import { newId } from './ids.ts';
import { type Claim, once } from './once.ts';

const { db } = await testContext();
const claim = (over: Partial<Claim> = {}): Claim => ({
  actor: newId(),
  key: newId(),
  request: digestOf('asked'),
  ...over,
});
const run = <T>(asked: Claim, work: () => Promise<T>): Promise<T> => inTx(db, (tx) => once(tx, asked, work));

test('a repeat gets the first reply and does nothing', async () => {
  const asked = claim();
  let done = 0;
  const work = async () => {
    done += 1;
    return { number: `n${done}`, list: [1, null, '办件'] };
  };

  const replies = [await run(asked, work), await run(asked, work)];

  expect(done).toBe(1);
  expect(replies).toEqual([
    { number: 'n1', list: [1, null, '办件'] },
    { number: 'n1', list: [1, null, '办件'] },
  ]);
});

test('the same key for another request is 422', async () => {
  const asked = claim();
  await run(asked, async () => 'first');

  const refused = run({ ...asked, request: digestOf('something else') }, async () => 'second');

  await expect(refused).rejects.toMatchObject({ status: 422, type: 'request/key-reused' });
});

test('two people may use one key', async () => {
  const asked = claim();

  expect(await run(asked, async () => 'hers')).toBe('hers');
  expect(await run({ ...asked, actor: newId() }, async () => 'his')).toBe('his');
});

test('sixteen at once: the work is done once and all get its reply', async () => {
  const asked = claim();
  let done = 0;

  const replies = await Promise.all(
    Array.from({ length: 16 }, () =>
      run(asked, async () => {
        done += 1;
        await new Promise((resume) => setTimeout(resume, 50));
        return done;
      }),
    ),
  );

  expect(done).toBe(1);
  expect(replies).toEqual(Array(16).fill(1));
});

test('work that fails frees its key', async () => {
  const asked = claim();
  const failed = run(asked, async () => {
    throw new Error('no');
  });

  await expect(failed).rejects.toThrow('no');
  expect(await run(asked, async () => 'now')).toBe('now');
});

test('when the first of two at once fails, the second does the work', async () => {
  const asked = claim();
  let attempts = 0;
  const work = async () => {
    attempts += 1;
    await new Promise((resume) => setTimeout(resume, 50));
    if (attempts === 1) throw new Error('no');
    return attempts;
  };

  const outcomes = await Promise.allSettled([run(asked, work), run(asked, work)]);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(attempts).toBe(2);
});

test('work that returns nothing is done once too', async () => {
  const asked = claim();
  let done = 0;
  const work = async () => {
    done += 1;
  };

  await run(asked, work);
  await run(asked, work);

  expect(done).toBe(1);
});
