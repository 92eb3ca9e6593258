import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteOptions } from 'fastify';
import { expect, test } from 'vitest';
import { newId } from '../src/kernel/ids.ts';
import { whoAsks } from './authz/answers.ts';
import { changes, operationOf, routesOf, send } from './authz/ask.ts';
import { readMatrix } from './authz/matrix.ts';
import { principals } from './authz/people.ts';
import { setScene } from './authz/scene.ts';
import { requests } from './authz-requests.ts';

const rows = readMatrix(readFileSync(join(import.meta.dirname, 'authz-matrix.csv'), 'utf8'));
const scene = await setScene();

/** What only the server says of a thing, and something that nobody has heard of. */
const notTheirs: Record<string, unknown> = {
  id: newId(690102),
  state: 'GRANTED',
  version: 99,
  number: '690102-261121-00001-0',
  areaCode: 690103,
  departmentId: newId(690102),
  applicantId: newId(),
  reviewerId: newId(690102),
  fee: 0,
  dueOn: '2030-01-01',
  createdAt: '2020-01-01T00:00:00Z',
  role: 'securityAdministrator',
  somethingElse: true,
};

interface Schema {
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
}
const declared = ({ properties = {}, anyOf = [] }: Schema = {}): string[] => [
  ...Object.keys(properties),
  ...anyOf.flatMap(declared),
];

/** Each object in a body, with where it stands. Answers to the questions of an item that it does not have count for nothing. */
function* objectsIn(value: unknown, pointer = ''): Generator<string> {
  if (typeof value !== 'object' || value === null || pointer === '/situation') return;
  if (!Array.isArray(value)) yield pointer;
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, `${pointer}/${key}`);
}

function withField(body: object, pointer: string, name: string, value: unknown): object {
  const copy = structuredClone(body) as Record<string, unknown>;
  const target = pointer
    .split('/')
    .slice(1)
    .reduce((inner, key) => inner[key] as Record<string, unknown>, copy);
  target[name] = value;
  return copy;
}

/** A request that would be let through, by the first whom the matrix lets through. */
async function goodRequest(route: RouteOptions) {
  const name = operationOf(route);
  const row = rows.find(({ operation, expected }) => operation === name && Object.values(expected).includes('yes'));
  const { relation, expected } = row ?? rows.find(({ operation }) => operation === name)!;
  const kind = principals.find((one) => expected[one] === 'yes') ?? 'citizen';
  const who = await whoAsks(scene, name, kind);
  return { who, ask: await requests[name]!(scene, who, relation) };
}

const api = routesOf(scene.world).filter(({ url }) => url.startsWith('/api/'));
const named = (routes: RouteOptions[]) => routes.map((route): [string, RouteOptions] => [operationOf(route), route]);

test.each(named(api.filter(changes)))('%s refuses what it does not ask for', async (_, route) => {
  const { who, ask } = await goodRequest(route);
  const body = ask.body ?? {};
  if (Buffer.isBuffer(body)) return;
  const own = declared(route.schema?.body as Schema);
  const before = await scene.fingerprint();

  const taken: string[] = [];
  const tryWith = async (pointer: string, name: string, value: unknown) => {
    const reply = await send(scene.world, route, who, { ...ask, body: withField(body, pointer, name, value) });
    const { errors = [] } = reply.statusCode === 400 ? reply.json<{ errors?: { pointer: string }[] }>() : {};
    const [field, inForm] = [`${pointer}/${name}`, `${pointer}/${name}`.replace(/^\/answers/, '')];
    if (!errors.some((error) => field.startsWith(error.pointer) || error.pointer === inForm))
      taken.push(`${field}: ${reply.statusCode}`);
  };
  for (const [name, value] of Object.entries(notTheirs)) if (!own.includes(name)) await tryWith('', name, value);
  for (const pointer of objectsIn(body)) if (pointer !== '') await tryWith(pointer, 'somethingElse', 'yes');

  expect(taken).toEqual([]);
  expect(await scene.fingerprint()).toBe(before);
});

/** The answers to an item's questions travel in the address under names of the item's. */
const openAddresses = ['guidance.guide'];

test.each(named(api.filter((route) => route.schema?.querystring !== undefined)))(
  '%s refuses an address that says more',
  async (name, route) => {
    const { who, ask } = await goodRequest(route);

    const reply = await send(scene.world, route, who, { ...ask, query: { ...ask.query, role: 'supervisor' } });

    expect(reply.statusCode).toBe(openAddresses.includes(name) ? 200 : 400);
  },
);

test('a request cannot call itself another, nor reach a route by another spelling', async () => {
  const { app } = scene.world;
  const caseId = await scene.caseOf('citizen SUBMITTED');
  const { cookie } = scene.people.citizen.person!;
  const headers = { 'x-tongban': '1', cookie };
  const ask = async (method: 'GET' | 'POST', url: string, more = {}) =>
    (await app.inject({ method, url, headers: { ...headers, ...more } })).statusCode;

  const replies = [
    await ask('GET', `/api/cases/${caseId}`),
    await ask('GET', `/api/cases/${caseId}/`),
    await ask('GET', `//api/cases/${caseId}`),
    await ask('GET', `/API/cases/${caseId}`),
    await ask('GET', `/api/my/../cases/${caseId}`),
    await ask('GET', `/api/my/cases/..%2f..%2fcases%2f${caseId}`),
    await ask('GET', `/api/cases/${caseId}%00`),
    await ask('POST', `/api/my/cases/${caseId}/submit`, { 'x-http-method-override': 'DELETE', 'if-match': '"1"' }),
    await ask('GET', `/api/my/cases/${caseId}/submit?_method=POST`),
    await ask('POST', `/api/cases/${caseId}/receive`, { 'x-original-url': '/api/session', 'if-match': '"1"' }),
  ];

  expect(replies.filter((status) => status < 400)).toEqual([]);
});
