import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { type Actor, anonymous, type Role } from '../src/kernel/actor.ts';
import { type Config, readConfig } from '../src/kernel/config.ts';
import type { Context } from '../src/kernel/context.ts';
import { claimOf, createHttp, ifMatch } from '../src/kernel/http.ts';
import { createLog } from '../src/kernel/log.ts';
import { Problem, requestProblems } from '../src/kernel/problem.ts';

/** A server of the kernel alone, without a database: routes of every kind, and whoever `x-test-actor` says. */

export const logged: string[] = [];
export const thingsContext = (over: Partial<Config> = {}): Context => {
  const log = createLog('silent');
  log.level = 'error';
  log.error = ((...line: unknown[]) => void logged.push(JSON.stringify(line))) as typeof log.error;
  const config = readConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1/none', TONGBAN_MODE: 'test' });
  return { config: { ...config, ...over }, log } as Context;
};

/** Whoever the header says: `person`, or `staff` with roles. */
const actorOf = (header: string | undefined): Actor => {
  const [kind, ...roles] = (header ?? '').split(' ');
  if (kind === 'person') return { kind, id: 'p1', sessionId: 's1', name: '示例甲', realNameLevel: 'L2' };
  const posts = roles.map((role) => ({
    id: role,
    role: role as Role,
    departmentId: 'd1',
    regionCode: '690102000000',
    itemKeys: null,
  }));
  return kind === 'staff' ? { kind, id: 'o1', sessionId: 's2', name: '示例乙', posts } : anonymous;
};

export async function serveThings(over: Partial<Config> = {}): Promise<FastifyInstance> {
  const app = await createHttp(thingsContext(over), async (request) =>
    actorOf(String(request.headers['x-test-actor'] ?? '')),
  );
  const anyone = { policy: { who: 'anyone' } } as const;
  const Thing = Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 5 }),
      age: Type.Optional(Type.Integer({ minimum: 0, maximum: 150 })),
      tags: Type.Optional(Type.Array(Type.String(), { maxItems: 2 })),
    },
    { additionalProperties: false },
  );
  const Query = Type.Object(
    {
      limit: Type.Optional(Type.Integer({ maximum: 100, default: 20 })),
      flag: Type.Optional(Type.Boolean()),
      tag: Type.Optional(Type.Array(Type.String())),
    },
    { additionalProperties: false },
  );
  app.post('/api/things', { config: anyone, schema: { body: Thing } }, async ({ body }) => body);
  app.get('/api/things', { config: anyone, schema: { querystring: Query } }, async ({ query }) => query);
  app.get('/api/things/:id', { config: anyone }, async ({ params }) => params);
  app.put('/api/things/:id', { config: anyone }, async (request) => {
    if (ifMatch(request) !== 7) throw requestProblems.stale(7);
    return {};
  });
  app.post('/api/claims', { config: anyone }, async (request) => claimOf(request, 'asked').key);
  app.get('/api/mine', { config: { policy: { who: 'person' } } }, async () => ({}));
  app.get('/api/desk', { config: { policy: { who: 'staff', roles: ['reviewer', 'supervisor'] } } }, async () => ({}));
  app.get('/api/here', { config: { policy: { who: 'loopback' } } }, async () => ({}));
  app.post('/form', { config: anyone }, async () => ({}));
  app.get('/api/fails/:how', { config: anyone }, async ({ params }) => {
    throw failures[(params as { how: string }).how];
  });
  await app.ready();
  return app;
}

/** What nobody may find in an answer or a log. */
export const secret = '13900001234';
/** What goes wrong at `/api/fails/:how`. */
const failures: Record<string, Error> = {
  bug: new TypeError(`cannot read ${secret}`),
  database: Object.assign(new Error(`duplicate key ${secret}`), {
    severity: 'ERROR',
    code: '23505',
    detail: `Key (mobile)=(${secret}) already exists.`,
    constraint: 'person_mobile_once',
  }),
  badData: Object.assign(new Error('invalid input'), { code: '22P02' }),
  nowhere: Object.assign(new Error('no row'), { code: '23503' }),
  locked: Object.assign(new Error('lock timeout'), { code: '55P03' }),
  away: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
  ours: new Problem(409, 'test/no', { zh: '不行', en: 'no' }, { more: 1 }),
};
