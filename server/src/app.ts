import type { FastifyInstance } from 'fastify';
import { anonymous } from './kernel/actor.ts';
import type { Context } from './kernel/context.ts';
import { Listeners } from './kernel/events.ts';
import { createHttp } from './kernel/http.ts';
import { healthRoutes } from './kernel/http-health.ts';
import { calendarRoutes } from './modules/calendar/routes.ts';

/** The whole server but the listening: every module's routes, in the order of `modules.ts`. */
export async function createApp(ctx: Context): Promise<FastifyInstance> {
  const app = await createHttp(ctx, async () => anonymous);
  await app.register(healthRoutes(ctx));
  await app.register(calendarRoutes(ctx), { prefix: '/api' });
  return app;
}

/** Who reacts to what. */
export function createListeners(): Listeners {
  return new Listeners();
}
