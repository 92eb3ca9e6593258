import { expect, test } from 'vitest';
import { testContext } from '../../test/database.ts';
import { createApp } from '../app.ts';
import { limits } from './limits.ts';

test('as shipped, one address without a session may ask so often and is then told when to come back', async () => {
  const ctx = await testContext();
  const app = await createApp({ ...ctx, config: { ...ctx.config, mode: 'demo' } });
  const ask = (url: string) => app.inject({ url, remoteAddress: '127.0.0.9' });

  const searches = [];
  for (let i = 0; i <= limits.search.max; i += 1) searches.push(await ask('/api/search?q=x&region=690100000000'));
  const pages = [];
  for (let i = 0; i <= limits.anonymous.max; i += 1) pages.push(await ask('/api/regions'));
  const health = await ask('/health/live');
  await app.close();

  expect([limits.search.max, limits.anonymous.max, limits.signedIn.max, limits.submit.max]).toEqual([30, 90, 300, 10]);
  expect(searches.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
  expect(pages.at(-1)?.statusCode).toBe(429);
  expect(pages.at(-1)?.json()).toMatchObject({ type: 'request/too-many' });
  expect(Number(pages.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
  expect(health.statusCode).toBe(200);
});
