import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Context } from '../../kernel/context.ts';
import { inTx } from '../../kernel/db.ts';
import { EmulatedFault, EmulatedSmsList } from './contract.ts';
import { newestEmulatedSms, putFault } from './emulator-store.ts';
import { inboxPage } from './inbox-page.ts';

const config = { policy: { who: 'loopback' } } as const;
const SHOWN = 100;

/** Where the emulator's text messages are read, and where it is told to misbehave. Does not exist in production. */
export const devInboxRoutes =
  ({ db, config: { mode } }: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    if (mode === 'production') return;

    app.get('/dev/inbox', { config, schema: { hide: true } }, async (_, reply) =>
      reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
        .header('cache-control', 'no-store')
        .send(inboxPage(await newestEmulatedSms(db, SHOWN))),
    );

    app.get(
      '/dev/inbox/messages',
      { config, schema: { hide: true, response: { 200: EmulatedSmsList } } },
      async () => ({
        items: (await newestEmulatedSms(db, SHOWN)).map(({ mobile, text, received_at }) => ({
          mobile,
          text,
          receivedAt: received_at.toISOString(),
        })),
      }),
    );

    app.put(
      '/dev/inbox/faults',
      { config, schema: { hide: true, body: EmulatedFault, response: { 204: Type.Null() } } },
      async ({ body: { mobile, fault, times } }, reply) => {
        await inTx(db, (tx) => putFault(tx, mobile, fault, times));
        return reply.code(204).send(null);
      },
    );
  };
