import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Every setting that a city may change, and the file that reads it: a setting nobody reads would be a promise nobody keeps. */
const readers: Record<string, string> = {
  'cases.draft-days': 'server/src/modules/cases/draft.ts',
  'cases.remedies': 'server/src/modules/cases/act.ts',
  'portal.frequent-items': 'server/src/portal-catalogue.ts',
  'portal.hot-words': 'server/src/portal-catalogue.ts',
  'portal.region': 'server/src/portal-catalogue.ts',
};

const root = resolve(import.meta.dirname, '../..');
const sources = readdirSync(join(root, 'server/src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.includes('.test.'))
  .map((path) => ({
    path: relative(root, join(root, 'server/src', path)),
    text: readFileSync(join(root, 'server/src', path), 'utf8'),
  }));

test('each setting has a reader, and is read where it says', () => {
  const defined = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/const (\w+)(?:: \w+<[^=]+>)? = \{\s*key: '([a-z]+\.[a-z-]+)',\s*fallback:/g)].map(
      ([, name = '', key = '']) => ({ path, text, name, key }),
    ),
  );

  expect(Object.fromEntries(defined.map(({ key, path }) => [key, path]))).toEqual(readers);
  for (const { name, text, key } of defined)
    expect(text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length, key).toBeGreaterThan(1);
});
