import type { FastifyInstance } from 'fastify';
import { demoRoutes } from './demo-routes.ts';
import { desk } from './desk.ts';
import type { Context } from './kernel/context.ts';
import { Listeners } from './kernel/events.ts';
import { forgetRepeats } from './kernel/forget.ts';
import { createHttp } from './kernel/http.ts';
import { healthRoutes } from './kernel/http-health.ts';
import { measure } from './kernel/http-metrics.ts';
import { calendarRoutes } from './modules/calendar/routes.ts';
import { listen as listenCases } from './modules/cases/public.ts';
import { caseRoutes } from './modules/cases/routes.ts';
import { catalogueRoutes } from './modules/catalogue/routes.ts';
import { listen as listenFiles } from './modules/files/listen.ts';
import { listen as listenGuidance } from './modules/guidance/events.ts';
import { guidanceRoutes } from './modules/guidance/routes.ts';
import { listen as listenIdentity } from './modules/identity/events.ts';
import { authenticate, identityRoutes } from './modules/identity/routes.ts';
import { devInboxRoutes } from './modules/notices/dev-routes.ts';
import { listen as listenNotices } from './modules/notices/listen.ts';
import { noticeRoutes } from './modules/notices/routes.ts';
import { orgRoutes } from './modules/org/routes.ts';
import { describeApi, serveApiDescription } from './openapi.ts';
import { portal } from './portal.ts';

/** Every module's routes, in the order of `modules.ts`. */
const moduleRoutes = [
  orgRoutes,
  calendarRoutes,
  identityRoutes,
  noticeRoutes,
  catalogueRoutes,
  guidanceRoutes,
  caseRoutes,
  demoRoutes,
];

const moduleListeners: readonly ((listeners: Listeners, ctx: Context) => void)[] = [
  listenFiles,
  listenIdentity,
  listenNotices,
  listenGuidance,
  listenCases,
];

/** The whole server but the listening. */
export async function createApp(ctx: Context): Promise<FastifyInstance> {
  const app = await createHttp(ctx, authenticate(ctx));
  measure(app);
  await describeApi(app);
  await serveApiDescription(app);
  await app.register(healthRoutes(ctx));
  for (const routes of moduleRoutes) await app.register(routes(ctx), { prefix: '/api' });
  await app.register(devInboxRoutes(ctx));
  for (const web of [desk, portal]) await app.register(web(ctx));
  return app;
}

/** Who reacts to what. */
export function createListeners(ctx: Context): Listeners {
  const listeners = new Listeners();
  listeners.nightly('platform.forgetRepeats', () => forgetRepeats(ctx.db, new Date()));
  for (const listen of moduleListeners) listen(listeners, ctx);
  return listeners;
}
