import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import serveFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from './kernel/context.ts';
import { recorded, sendProblem } from './kernel/http-problems.ts';
import { newId } from './kernel/ids.ts';
import { requestProblems } from './kernel/problem.ts';
import { acceptMultipart, type FormPart, partsOf } from './kernel/uploads.ts';
import { cookieOptions, cookies } from './modules/identity/cookies.ts';
import { checkCsrf, csrfToken } from './modules/identity/csrf.ts';
import { sessionView } from './modules/identity/session-view.ts';
import { createPortalServices, type Visit } from './portal-services.ts';

/** What the portal's build exports. */
interface PortalBuild {
  handle(request: Request, visit: Visit): Promise<Response>;
}

/** As whom and where somebody is here: what has to be looked up. */
type Place = Pick<Visit, 'session' | 'region'>;
const nowhere: Place = {
  session: { person: null, actingFor: null, mandateEnded: false, choices: [], csrf: null },
  region: '',
};

const folder = join(import.meta.dirname, '../../web/portal/build');
const built = join(folder, 'server/index.js');

const anyone = { policy: { who: 'anyone' } } as const;
const FORM_LIMIT = 1024 * 1024;
const A_YEAR = 365 * 24 * 3600;

/** The citizens' portal: every address that no API, desk or emulator has taken. Without a build there is no portal, and the API stands alone. */
export const portal =
  (ctx: Context) =>
  async (app: FastifyInstance): Promise<void> => {
    if (!existsSync(built)) return ctx.log.warn({ event: 'portal.absent' }, 'web/portal is not built');
    const { handle } = (await import(pathToFileURL(built).href)) as PortalBuild;
    const services = createPortalServices(ctx);

    acceptMultipart(app);
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      (_request, body, done) => done(null, [...new URLSearchParams(body as string)]),
    );
    await app.register(serveFiles, { root: join(folder, 'client/assets'), serve: false, cacheControl: false });
    app.get<{ Params: { '*': string } }>('/assets/*', { config: anyone }, (request, reply) =>
      reply.header('cache-control', `public, max-age=${A_YEAR}, immutable`).sendFile(request.params['*']),
    );

    app.route({
      method: ['GET', 'POST'],
      url: '/*',
      config: anyone,
      handler: async (request, reply) => {
        if (isApi(request)) throw requestProblems.notFound();
        const visit = visitOf(request, reply, await placeOf(request));
        if (request.method === 'POST' && !isMultipart(request)) requireToken(request, new Map(visit.form).get('csrf'));
        if (visit.session.mandateEnded && isOnesOwn(request, visit)) return reply.redirect('/my/identity', 303);
        return await answer(request.method, reply, visit);
      },
    });

    /** A refusal before a page was reached is a page too. */
    app.setErrorHandler(async (error, request, reply) => {
      if (isApi(request)) return sendProblem(error, request, reply);
      const problem = recorded(request, error);
      const place = await placeOf(request).catch(() => nowhere);
      const visit = { ...visitOf(request, reply, place), problem, path: '/', form: [] };
      const { retryAfterSeconds } = problem.extra;
      if (typeof retryAfterSeconds === 'number') reply.header('retry-after', String(retryAfterSeconds));
      return await answer('GET', reply, visit, '/refused');
    });

    async function placeOf(request: FastifyRequest): Promise<Place> {
      const token = request.cookies[cookies.person.name];
      return {
        session: await sessionView(ctx.db, ctx.keys, request.actor, token),
        region: await services.site.region(request.cookies['region']?.slice(0, 12)),
      };
    }

    function visitOf(request: FastifyRequest, reply: FastifyReply, place: Place): Visit {
      const [language, path] = splitLanguage(request.url);
      return {
        services,
        actor: request.actor,
        ...place,
        language,
        path,
        ip: request.ip,
        requestId: request.id,
        nonce: randomBytes(16).toString('base64'),
        csrf: csrfToken(ctx.keys, boundTo(request) ?? newForm(reply)),
        form: Array.isArray(request.body) ? (request.body as [string, string][]) : [],
        parts: () => partsWithToken(request),
        problemOf: (error) => recorded(request, error),
        sessionCookie: (fresh) =>
          app.serializeCookie(cookies.person.name, fresh ?? '', {
            ...cookieOptions('person'),
            ...(fresh === null && { maxAge: 0 }),
          }),
        csrfOf: (token) => csrfToken(ctx.keys, token),
        newKey: newId,
      };
    }

    /** A form is bound to the session, or before there is one to a cookie of its own. */
    const boundTo = ({ cookies: given }: FastifyRequest): string | undefined =>
      given[cookies.person.name] ?? given[cookies.form.name];

    function newForm(reply: FastifyReply): string {
      const token = randomBytes(32).toString('base64url');
      reply.setCookie(cookies.form.name, token, cookieOptions('form'));
      return token;
    }

    function requireToken(request: FastifyRequest, given: unknown): void {
      if (!checkCsrf(ctx.keys, boundTo(request), given)) throw requestProblems.foreignOrigin();
    }

    /** The token stands first in a form with files, so that nothing is taken in before it has been seen. */
    async function* partsWithToken(request: FastifyRequest): AsyncGenerator<FormPart> {
      let seen = false;
      for await (const part of partsOf(request)) {
        if (!seen) requireToken(request, part.kind === 'field' && part.field === 'csrf' ? part.value : undefined);
        seen = true;
        yield part;
      }
    }

    async function answer(method: string, reply: FastifyReply, visit: Visit, at = visit.path) {
      const { request } = reply;
      const url = new URL(ctx.config.publicUrl || `${request.protocol}://${request.host}`);
      [url.pathname = '/', url.search = ''] = at.split(/(?=\?)/);
      const headers = { cookie: request.headers.cookie ?? '' };
      const response = await handle(new Request(url, { method, headers }), visit);
      reply.code(response.status);
      for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
      for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
      reply.header('content-security-policy', policyWith(visit.nonce)).header('content-language', visit.language);
      return reply.send(response.body === null ? null : Buffer.from(await response.arrayBuffer()));
    }
  };

/** Nothing but our own style sheet, our own pictures, and the one script that carries the nonce. */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** English stands under `/en`; the rest of the address is the same. */
function splitLanguage(url: string): ['zh' | 'en', string] {
  const [, rest] = /^\/en(\/.*|\?.*|)$/.exec(url) ?? [];
  if (rest === undefined) return ['zh', url];
  return ['en', rest.startsWith('/') ? rest : `/${rest}`];
}

/** What no API route has taken is no page either. */
const isApi = ({ url }: FastifyRequest): boolean => url.startsWith('/api/');

const isMultipart = ({ headers }: FastifyRequest): boolean =>
  headers['content-type']?.startsWith('multipart/form-data') ?? false;

/** Pages and posts that act as somebody, which must be chosen anew when a mandate has ended. */
const isOnesOwn = ({ method }: FastifyRequest, { path }: Visit): boolean =>
  (method === 'POST' || /^\/my\b/.test(path)) && !/^\/(my\/identity|sign-out|display|regions)\b/.test(path);
