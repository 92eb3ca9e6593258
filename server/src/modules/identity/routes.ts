import type { Context } from '../../kernel/context.ts';
import type { Authenticate } from '../../kernel/http-policy.ts';
import { cookies } from './cookies.ts';
import { actorOf } from './sessions.ts';

/** Who a request comes from: an official on the desk's routes, a person on all others. */
export const authenticate =
  (ctx: Context): Authenticate =>
  async (request) => {
    const { who } = request.routeOptions.config.policy ?? { who: 'anyone' };
    if (who === 'loopback') throw new Error('a loopback route has no actor');
    return await actorOf(ctx, request.cookies[cookies[who === 'staff' ? 'staff' : 'person'].name], who);
  };
