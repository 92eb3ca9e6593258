import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import Fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerOptions, LogController } from 'fastify';
import type { Context } from './context.ts';
import { digestOf } from './crypto.ts';
import { type Authenticate, keepPolicies } from './http-policy.ts';
import { sendProblem } from './http-problems.ts';
import { newId } from './ids.ts';
import { limits } from './limits.ts';
import type { Claim } from './once.ts';
import { requestProblems } from './problem.ts';
import { readableText } from './text.ts';

const JSON_LIMIT = 256 * 1024;

const schemaOptions = { removeAdditional: false, useDefaults: true, allErrors: false, strict: false } as const;
const bodies = new Ajv2020({ ...schemaOptions, coerceTypes: false });
/** Everything in an address is text, so numbers, booleans and repeated keys are read from it. */
const addresses = new Ajv2020({ ...schemaOptions, coerceTypes: 'array' });
addFormats.default(bodies);
addFormats.default(addresses);

/** Fastify with our defaults instead of its own (timeouts, limits, strict schemas, problem+json, policies, security headers). */
export async function createHttp(ctx: Context, authenticate: Authenticate): Promise<FastifyInstance> {
  const { config, log } = ctx;
  const app = Fastify({
    loggerInstance: log as NonNullable<FastifyServerOptions['loggerInstance']>,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    requestTimeout: limits.arrival.filesMs,
    keepAliveTimeout: 5_000,
    connectionTimeout: 0,
    maxRequestsPerSocket: 1000,
    bodyLimit: JSON_LIMIT,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    trustProxy: config.trustProxy === '' ? false : config.trustProxy.split(','),
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 16 * 1024 },
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.server.maxConnections = 2000;
  app.removeContentTypeParser('text/plain');

  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? bodies : addresses).compile(schema as object),
  );
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler({ preHandler: [] }, (request, reply) =>
    sendProblem(requestProblems.notFound(), request, reply),
  );

  app.decorateRequest('language', 'zh');
  app.addHook('onRequest', async (request) => {
    refuseAmbiguousHost(request);
    if (/^en\b/i.test(request.headers['accept-language'] ?? '')) request.language = 'en';
  });
  await app.register(cookie);
  keepPolicies(app, authenticate, (request) => config.publicUrl || `${request.protocol}://${request.host}`);
  if (config.mode !== 'test') await limitRates(app);

  app.addHook('preParsing', async ({ headers, raw }) => {
    if (/^multipart\/form-data/i.test(headers['content-type'] ?? '')) return;
    const late = setTimeout(() => raw.destroy(), limits.arrival.formMs).unref();
    raw.once('close', () => clearTimeout(late));
  });
  app.addHook('preValidation', async (request) => {
    request.query = readableText(request.query);
    request.params = readableText(request.params);
    if (typeof request.body === 'object' && request.body !== null && !('pipe' in request.body)) {
      request.body = readableText(request.body);
      refuseUnaskedBody(request);
    }
  });
  app.addHook('onSend', async (request, reply) => {
    for (const [name, value] of Object.entries(safeHeaders)) if (!reply.hasHeader(name)) reply.header(name, value);
    if (request.actor.kind !== 'anonymous' && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
    if (config.publicUrl.startsWith('https://')) reply.header('strict-transport-security', 'max-age=31536000');
  });
  app.addHook('onResponse', async (request, reply) => {
    log.info({
      event: 'request',
      requestId: request.id,
      route: request.routeOptions.url ?? 'none',
      method: request.method,
      status: reply.statusCode,
      actor: request.actor.kind,
      durMs: Math.round(reply.elapsedTime),
    });
  });
  return app as unknown as FastifyInstance;
}

const safeHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Node answers two Host headers and an absolute-form target that names another host; both could poison a link or a cache. */
function refuseAmbiguousHost({ raw }: FastifyRequest): void {
  const hosts = raw.rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host');
  if (hosts.length > 1 || !raw.url?.startsWith('/')) throw requestProblems.malformed();
}

/** Fields that nobody asked for are refused, not ignored, also where no body is asked for at all. */
function refuseUnaskedBody({ body, url, routeOptions }: FastifyRequest): void {
  if (!url.startsWith('/api/') || routeOptions.schema?.body !== undefined) return;
  const errors = Object.keys(body as object).map((field) => ({
    pointer: `/${field}`,
    detail: '不接受这个字段，请删除',
  }));
  if (errors.length > 0) throw requestProblems.invalid(errors);
}

/** Per node, in memory; the stricter limits of sign-in codes, uploads and submissions are kept by their modules in the database. */
async function limitRates(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    hook: 'preValidation',
    timeWindow: limits.anonymous.windowMs,
    max: (request) => (request.actor.kind === 'anonymous' ? limits.anonymous.max : limits.signedIn.max),
    keyGenerator: ({ actor, ip }) => (actor.kind === 'person' || actor.kind === 'staff' ? actor.id : ip),
    allowList: (request) => /^\/(health|assets|desk\/assets)\//.test(request.url),
    errorResponseBuilder: (_, { ttl }) => requestProblems.tooMany(Math.ceil(ttl / 1000)),
  });
}

/** The version a change is based on, from `If-Match: "7"`. */
export function ifMatch(request: FastifyRequest): number {
  const header = request.headers['if-match'];
  if (header === undefined) throw requestProblems.ifMatchRequired();
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) throw requestProblems.malformed();
  return Number(version);
}

export const etag = (version: number): string => `"${version}"`;

/** The claim of a request with legal effect, for `once`. `asked` is everything that makes it this request and no other. */
export function claimOf(request: FastifyRequest, asked: unknown): Claim {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key)) throw requestProblems.keyRequired();
  return {
    ...claimWith(key, asked),
    actor: request.actor.kind === 'person' || request.actor.kind === 'staff' ? request.actor.id : request.ip,
  };
}

/** For form posts, where key and version travel as hidden fields. */
export const claimWith = (key: string, asked: unknown): Omit<Claim, 'actor'> => ({
  key,
  request: digestOf(JSON.stringify(asked)),
});
