import type { FastifyInstance } from 'fastify';
import type { Context } from './kernel/context.ts';
import { Listeners } from './kernel/events.ts';
import { createHttp } from './kernel/http.ts';
import { healthRoutes } from './kernel/http-health.ts';
import { measure } from './kernel/http-metrics.ts';
import { calendarRoutes } from './modules/calendar/routes.ts';
import { authenticate } from './modules/identity/routes.ts';
import { orgRoutes } from './modules/org/routes.ts';
import { describeApi, serveApiDescription } from './openapi.ts';

/** Every module's routes, in the order of `modules.ts`. */
const moduleRoutes = [orgRoutes, calendarRoutes];

/** The whole server but the listening. */
export async function createApp(ctx: Context): Promise<FastifyInstance> {
  const app = await createHttp(ctx, authenticate(ctx));
  measure(app);
  await describeApi(app);
  await serveApiDescription(app);
  await app.register(healthRoutes(ctx));
  for (const routes of moduleRoutes) await app.register(routes(ctx), { prefix: '/api' });
  return app;
}

/** Who reacts to what. */
export function createListeners(): Listeners {
  return new Listeners();
}
