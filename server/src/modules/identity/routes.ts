import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Context } from '../../kernel/context.ts';
import type { Authenticate } from '../../kernel/http-policy.ts';
import { accountRoutes } from './account-routes.ts';
import { cookies } from './cookies.ts';
import { deskRoutes } from './desk-routes.ts';
import { realNameCheckFor } from './real-name-check.ts';
import { sessionRoutes } from './session-routes.ts';
import { actorOf } from './sessions.ts';

/** Who a request comes from: an official on the desk's routes, a person on all others. */
export const authenticate =
  (ctx: Context): Authenticate =>
  async (request) => {
    const { who } = request.routeOptions.config.policy ?? { who: 'anyone' };
    if (who === 'loopback') throw new Error('a loopback route has no actor');
    return await actorOf(ctx, request.cookies[cookies[who === 'staff' ? 'staff' : 'person'].name], who);
  };

export const identityRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    await app.register(sessionRoutes(ctx));
    await app.register(accountRoutes(ctx, realNameCheckFor(ctx.config)));
    await app.register(deskRoutes(ctx));
  };
