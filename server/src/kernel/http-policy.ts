import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Actor, Role } from './actor.ts';
import { anonymous, holdsRole } from './actor.ts';
import { requestProblems } from './problem.ts';

/**
 * Who may knock at a route, the first of two gates: the second is the module's own `policy.ts`, which knows the thing. A route that
 * declares no policy does not register.
 *
 * anyone:   no sign-in needed; a person's session, when there is one, is recognised
 * person:   a citizen or firm's agent (`__Host-sid`)
 * staff:    an official (`__Host-desk`), with one of `roles` if they are given
 * loopback: only from this machine (emulators, metrics)
 */
export interface RoutePolicy {
  readonly who: 'anyone' | 'person' | 'staff' | 'loopback';
  readonly roles?: readonly Role[];
}

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: RoutePolicy;
  }
  interface FastifyRequest {
    actor: Actor;
    language: 'zh' | 'en';
  }
  interface FastifyInstance {
    /** Every route there is, so that what must hold for all of them can be shown for all of them. */
    readonly everyRoute: readonly RouteOptions[];
  }
}

export type Authenticate = (request: FastifyRequest, who: 'person' | 'staff') => Promise<Actor>;

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const mutates = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method);

/** Gives every request its actor and holds every route to its policy. */
export function keepPolicies(
  app: FastifyInstance,
  authenticate: Authenticate,
  originOf: (request: FastifyRequest) => string,
): void {
  const routes: RouteOptions[] = [];
  app.decorate('everyRoute', routes);
  app.decorateRequest('actor', { getter: () => anonymous });
  app.addHook('onRoute', (route) => {
    if (!route.config?.policy) throw new Error(`${String(route.method)} ${route.url} declares no policy`);
    routes.push(route);
  });
  app.addHook('onRequest', async (request) => {
    const policy = request.routeOptions.config.policy;
    if (!policy) return;
    if (policy.who === 'loopback') {
      if (!loopback.has(request.ip)) throw requestProblems.notFound();
      return;
    }
    const actor = await authenticate(request, policy.who === 'staff' ? 'staff' : 'person');
    Object.defineProperty(request, 'actor', { value: actor });
    if (mutates(request.method)) refuseForeignOrigin(request, originOf(request));
    if (policy.who !== 'anyone' && actor.kind === 'anonymous') throw requestProblems.signInRequired();
    if (policy.roles && !policy.roles.some((role) => holdsRole(actor, role))) throw requestProblems.forbidden();
  });
}

/**
 * A change must come from our own pages. Browsers say so in `Sec-Fetch-Site` or `Origin`; on `/api` a custom header is needed too,
 * which no form of another site can send. Portal forms carry a session-bound token instead.
 */
function refuseForeignOrigin(request: FastifyRequest, own: string): void {
  const { origin, 'sec-fetch-site': site, 'x-tongban': marker } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw requestProblems.foreignOrigin();
  if (origin !== undefined && origin !== own) throw requestProblems.foreignOrigin();
  if (request.url.startsWith('/api/') && marker === undefined) throw requestProblems.foreignOrigin();
}
