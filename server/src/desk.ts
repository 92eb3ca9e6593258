import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import serveFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Context } from './kernel/context.ts';

const folder = join(import.meta.dirname, '../../web/desk/dist');
const page = join(folder, 'index.html');

/** The shell holds no data; every call it makes needs a sign-in. */
const anyone = { policy: { who: 'anyone' } } as const;
const A_YEAR = 365 * 24 * 3600;

/** The officials' desk: one page for every address under /desk, and its files, whose names change with their contents. */
export const desk =
  (ctx: Context) =>
  async (app: FastifyInstance): Promise<void> => {
    if (!existsSync(page)) return ctx.log.warn({ event: 'desk.absent' }, 'web/desk is not built');
    /** Read each time: it names files of the build, which may be renewed under a running server. */
    const shell = () => readFileSync(page, 'utf8').replaceAll('__MODE__', ctx.config.mode);

    await app.register(serveFiles, { root: folder, serve: false, cacheControl: false, preCompressed: true });
    app.get<{ Params: { '*': string } }>('/desk/assets/*', { config: anyone }, (request, reply) =>
      reply.header('cache-control', `public, max-age=${A_YEAR}, immutable`).sendFile(`assets/${request.params['*']}`),
    );
    app.get('/desk/favicon.svg', { config: anyone }, (_, reply) => reply.sendFile('favicon.svg'));
    app.get('/desk', { config: anyone }, (_, reply) => reply.redirect('/desk/', 308));
    app.get('/desk/*', { config: anyone }, (_, reply) => {
      const nonce = randomBytes(16).toString('base64');
      return reply
        .header('content-security-policy', policyWith(nonce))
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(shell().replaceAll('__NONCE__', nonce));
    });
  };

/** Scripts, and the styles that Ant Design writes at run time, carry the nonce; files of a case are shown from memory (blob:). */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    'frame-src blob:',
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
