import type { RouteOptions } from 'fastify';
import { describe, expect, test } from 'vitest';
import { operationOf, routesOf } from './authz/ask.ts';
import { createWorld } from './world.ts';

const routes = routesOf(await createWorld());

/** Pages, and texts about the system that hold nothing of anybody's. */
const plainTexts = [
  'GET /api/openapi.json',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'GET /dev/inbox',
  'GET /desk',
  'GET /desk/*',
  'GET /desk/assets/*',
  'GET /desk/favicon.svg',
  'GET /assets/*',
  'GET /*',
  'POST /*',
];

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  additionalProperties?: boolean | Schema;
  patternProperties?: Record<string, Schema>;
}
const answersOf = ({ schema }: RouteOptions): [string, Schema][] =>
  Object.entries((schema?.response ?? {}) as Record<string, Schema>).filter(([status]) => /^2\d\d$/.test(status));

/** Where an answer may hold what its schema does not name: records, and values of any kind. */
function* openPlaces(schema: Schema, pointer = ''): Generator<string> {
  const { type, properties, items, anyOf, additionalProperties, patternProperties } = schema;
  for (const [key, inner] of Object.entries(properties ?? {})) yield* openPlaces(inner, `${pointer}/${key}`);
  for (const inner of anyOf ?? []) yield* openPlaces(inner, pointer);
  if (items) yield* openPlaces(items, `${pointer}/*`);
  const isRecord =
    patternProperties !== undefined || (additionalProperties !== undefined && additionalProperties !== false);
  const isAnything = Object.keys(schema).filter((key) => key !== 'description').length === 0;
  if (isRecord || isAnything || (type === 'object' && !properties)) yield pointer;
}

/** Conditions, a form's schema, the English of an item, a difference between two versions of it: all of it public. */
const ofItems = ['when', 'autoRule', 'schema', 'en', 'before', 'after'];
/** By question and field of the item; `blocked` by action. Officials get the answers masked. */
const ofCases = ['answers', 'situation', 'blocked'];

describe('what is answered is what was declared, because only named fields are sent', () => {
  const answering = routes.filter((route) => !plainTexts.includes(operationOf(route)));

  test.each(answering.map((route): [string, RouteOptions] => [operationOf(route), route]))(
    '%s has a schema',
    (_, route) => {
      expect(answersOf(route)).toHaveLength(1);
    },
  );

  test('more may stand only where an item is described, and where a form or an item decides what there is', () => {
    const open = answering.flatMap((route) =>
      answersOf(route).flatMap(([status, schema]) => (status === '204' ? [] : [...openPlaces(schema)])),
    );

    const names = new Set(open.map((place) => place.split('/').at(-1)));
    expect([...names].sort()).toEqual([...ofItems, ...ofCases].sort());
  });

  test('the list of texts names only routes that there are', () => {
    const known = new Set(routes.map(operationOf));
    const absent = plainTexts.filter((name) => !known.has(name) && !/\/(desk|assets|\*)/.test(name));

    expect(absent).toEqual([]);
  });
});
