import type { LightMyRequestResponse, RouteOptions } from 'fastify';
import { cookieOf, type Someone } from './people.ts';
import type { Scene } from './scene.ts';

/** What a request carries, everything in it valid: it can be refused only for who asks, or for what the thing is. */
export interface Ask {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Record<string, string>;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where it comes from, when not from this machine. */
  readonly from?: string;
  /** Another session of the same principal than the usual one. */
  readonly as?: { readonly cookie: string };
}

/** How an operation is asked for by somebody, on the thing that the relation names. */
export type Maker = (scene: Scene, who: Someone, relation: string) => Ask | Promise<Ask>;
export type Makers = Readonly<Record<string, Maker>>;

/** The name of a route in the matrix: its operation, or where it has none its method and address. */
export function operationOf({ method, url, schema }: RouteOptions): string {
  const { operationId } = (schema ?? {}) as { operationId?: string };
  return operationId ?? `${method} ${url}`;
}

export const changes = ({ method }: Pick<RouteOptions, 'method'>): boolean => method !== 'GET';

/** Every route once: HEAD goes with its GET, and a route of several methods counts as several. */
export const routesOf = ({ app }: Scene['world']): RouteOptions[] =>
  app.everyRoute
    .flatMap((route) => [route.method].flat().map((method) => ({ ...route, method })))
    .filter(({ method }) => method !== 'HEAD');

export async function send(
  { app }: Scene['world'],
  { method, url }: RouteOptions,
  who: Someone,
  ask: Ask,
): Promise<LightMyRequestResponse> {
  const { params = {}, query = {}, body, headers, from = '127.0.0.1', as = cookieOf(who) } = ask;
  const address = url.replace(/:(\w+)|\*/g, (all, name) => encodeURIComponent(params[name ?? all] ?? ''));
  return await app.inject({
    method: method as 'GET',
    url: address,
    query,
    remoteAddress: from,
    headers: { 'x-tongban': '1', ...(as && { cookie: as.cookie }), ...headers },
    ...(body && { payload: body }),
  });
}
