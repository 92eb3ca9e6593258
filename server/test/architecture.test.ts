import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { needs } from '../src/modules.ts';

const root = resolve(import.meta.dirname, '../..');

interface Source {
  /** Relative to the repository's root. */
  path: string;
  text: string;
}

function sourcesUnder(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && /\.tsx?$/.test(entry.name) && !/node_modules|\/build\/|\.react-router/.test(entry.parentPath),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
}

const isTest = ({ path }: Source): boolean => /\.test\.tsx?$/.test(path) || path.includes('/test/');
const moduleOf = (path: string): string | undefined => /^server\/src\/modules\/([^/]+)\//.exec(path)?.[1];

/** What a file imports: relative paths resolved from the root, packages as they are. */
const importsOf = ({ path, text }: Source): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, to = '']) =>
    to.startsWith('.') ? relative(root, resolve(root, dirname(path), to)) : to,
  );

/** The fences, each as a function of the sources, so that a planted violation can be shown to turn it red. */
const fences: Record<string, (sources: Source[]) => string[]> = {
  'modules know only the modules they declare, and only by public.ts or contract.ts': (sources) =>
    sources.flatMap((source) =>
      importsOf(source).flatMap((to) => {
        const [a, b] = [moduleOf(source.path), moduleOf(to)];
        if (b === undefined || a === b || isTest(source)) return [];
        if (source.path.startsWith('server/src/kernel/')) return [`${source.path}: the kernel must not know ${to}`];
        if (a === undefined) return [];
        if (!needs[a]?.includes(b)) return [`${source.path}: ${a} does not declare that it needs ${b}`];
        return ['public.ts', 'contract.ts'].includes(basename(to))
          ? []
          : [`${source.path}: reach ${b} by public.ts, not ${to}`];
      }),
    ),

  'only routes, the app and the kernel’s http files know fastify': (sources) =>
    sources
      .filter((source) => !isTest(source) && source.path.startsWith('server/src/'))
      .filter((source) => importsOf(source).some((to) => to === 'fastify' || to.startsWith('@fastify/')))
      .map(({ path }) => path)
      .filter(
        (path) =>
          !/(\/routes\.ts|-routes\.ts|server\/src\/(app|portal|desk|openapi)\.ts|kernel\/http(-[a-z]+)?\.ts|kernel\/uploads\.ts)$/.test(
            path,
          ),
      ),

  'SQL stands only in stores and queries': (sources) =>
    sources
      .filter((source) => moduleOf(source.path) !== undefined && !isTest(source))
      .filter(({ text }) => /\bsql(<[^`]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom|with)\('/.test(text))
      .map(({ path }) => path)
      .filter((path) => !/(store|queries)\.ts$/.test(path)),

  'only the owner touches a table; others read its views': (sources) =>
    sources
      .filter((source) => !isTest(source))
      .flatMap((source) => {
        const own = moduleOf(source.path)?.replaceAll('-', '_');
        if (own === undefined) return [];
        const schemas = Object.keys(needs).map((name) => name.replaceAll('-', '_'));
        return [...source.text.matchAll(/(?:From|Into|Table|Join|from|join|into|update)[ (]'?([a-z_]+)\.([a-z_]+)/g)]
          .filter(
            ([, schema = '', table = '']) => schemas.includes(schema) && schema !== own && !table.startsWith('v_'),
          )
          .map(([hit]) => `${source.path}: ${hit}`);
      }),

  'machines, rules and policies do no input or output': (sources) =>
    sources
      .filter(({ path }) => moduleOf(path) !== undefined && /\/(machine|rules|policy)\.ts$/.test(path))
      .flatMap((source) =>
        importsOf(source)
          .filter((to) => /^(kysely|pg|fastify|node:)|kernel\/(db|clock|audit|once|events|settings|http)/.test(to))
          .map((to) => `${source.path}: imports ${to}`),
      ),

  'only config reads the environment, and business code asks neither the wall clock nor plain randomness': (sources) =>
    sources
      .filter((source) => !isTest(source) && source.path.startsWith('server/src/modules/'))
      .filter(({ text }) => /process\.env|Date\.now\(\)|new Date\(\)|Math\.random\(\)/.test(text))
      .map(({ path }) => path),

  'the web knows the server only by contracts, the predicate language and the portal’s façade': (sources) =>
    sources
      .filter(({ path }) => path.startsWith('web/'))
      .flatMap((source) =>
        importsOf(source)
          .filter(
            (to) =>
              to.startsWith('server/') ||
              (to.startsWith('@tongban/server/') &&
                !/^@tongban\/server\/(contract\/[a-z-]+|condition|portal-services)$/.test(to)),
          )
          .map((to) => `${source.path}: imports ${to}`),
      ),

  'features of a web app do not import each other': (sources) =>
    sources.flatMap((source) => {
      const feature = (path: string) => /^web\/\w+\/(?:app|src)\/features\/([^/]+)\//.exec(path);
      const from = feature(source.path)?.[1];
      return importsOf(source)
        .filter((to) => from !== undefined && feature(to) && feature(to)?.[1] !== from)
        .map((to) => `${source.path}: imports ${to}`);
    }),

  'no index files, no folders below a module, no file longer than 400 lines': (sources) =>
    sources.flatMap(({ path, text }) => [
      ...(/\/index\.tsx?$/.test(path) ? [`${path}: name it after what it holds`] : []),
      ...(/^server\/src\/modules\/[^/]+\/[^/]+\//.test(path) ? [`${path}: a module is flat`] : []),
      ...(text.split('\n').length > 400 && !path.endsWith('db.types.ts')
        ? [`${path}: ${text.split('\n').length} lines`]
        : []),
    ]),

  'nobody mocks our own modules': (sources) =>
    sources
      .filter(
        ({ path, text }) => isTest({ path, text }) && !path.endsWith('architecture.test.ts') && /vi\.mock\(/.test(text),
      )
      .map(({ path }) => path),
};

const sources = ['server/src', 'server/test', 'web'].flatMap(sourcesUnder);

describe('the house keeps its fences', () => {
  test('a module needs only modules listed above it, so there are no cycles', () => {
    const seen = new Set<string>();
    for (const [name, wants] of Object.entries(needs)) {
      expect(
        wants.filter((want) => !seen.has(want)),
        name,
      ).toEqual([]);
      seen.add(name);
    }
  });

  test.each(Object.entries(fences))('%s', (_, fence) => {
    expect(fence(sources)).toEqual([]);
  });
});

describe('a planted violation turns its fence red', () => {
  const [undeclared, privately, sqlOutside, routeOutside, foreignTable, impure, clock, web, feature, flat, mocked] = [
    [
      'modules know only the modules they declare, and only by public.ts or contract.ts',
      'server/src/modules/org/service.ts',
      `import { x } from '../cases/public.ts'`,
    ],
    [
      'modules know only the modules they declare, and only by public.ts or contract.ts',
      'server/src/modules/cases/service.ts',
      `import { x } from '../org/store.ts'`,
    ],
    ['SQL stands only in stores and queries', 'server/src/modules/cases/service.ts', `tx.selectFrom('cases.case')`],
    [
      'only routes, the app and the kernel’s http files know fastify',
      'server/src/modules/cases/service.ts',
      `import type { X } from 'fastify'`,
    ],
    [
      'only the owner touches a table; others read its views',
      'server/src/modules/cases/store.ts',
      `db.selectFrom('identity.person')`,
    ],
    [
      'machines, rules and policies do no input or output',
      'server/src/modules/cases/machine.ts',
      `import { sql } from 'kysely'`,
    ],
    [
      'only config reads the environment, and business code asks neither the wall clock nor plain randomness',
      'server/src/modules/cases/service.ts',
      'const now = new Date();',
    ],
    [
      'the web knows the server only by contracts, the predicate language and the portal’s façade',
      'web/portal/app/x.ts',
      `import { x } from '../../../server/src/kernel/db.ts'`,
    ],
    [
      'features of a web app do not import each other',
      'web/desk/src/features/cases/x.ts',
      `import { y } from '../queue/y.ts'`,
    ],
    [
      'no index files, no folders below a module, no file longer than 400 lines',
      'server/src/modules/cases/deep/x.ts',
      '',
    ],
    ['nobody mocks our own modules', 'server/src/modules/cases/x.test.ts', `vi.mock('./store.ts')`],
  ] as const;

  test.each([undeclared, privately, sqlOutside, routeOutside, foreignTable, impure, clock, web, feature, flat, mocked])(
    '%s (%s)',
    (fence, path, text) => {
      expect(fences[fence]?.([{ path, text }])).toHaveLength(1);
    },
  );
});
