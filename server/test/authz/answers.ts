import type { RouteOptions } from 'fastify';
import { Problem } from '../../src/kernel/problem.ts';
import { createPortalServices, type PortalServices } from '../../src/portal-services.ts';
import { oncePerPerson, requests } from '../authz-requests.ts';
import { changes, operationOf, routesOf, send } from './ask.ts';
import { newcomer, type Principal, type Someone } from './people.ts';
import { portalActions, portalFunctions, visitorOf } from './portal-actions.ts';
import type { Scene } from './scene.ts';

/** What somebody got: `yes`, or the status of the refusal; and all that it told them. */
export interface Answer {
  readonly said: string;
  readonly text: string;
}

export interface Operation {
  /** Whether a request that is let through may leave something changed. */
  readonly changes: boolean;
  /** Makes the request ready, so that sending it is all that is left. */
  prepare(who: Someone, relation: string): Promise<() => Promise<Answer>>;
}

/** Everything that can be asked of the system: each route, and each function that the portal's pages call. */
export function operationsOf(scene: Scene): ReadonlyMap<string, Operation> {
  const services = createPortalServices(scene.world.ctx);
  const all: [string, Operation][] = [
    ...routesOf(scene.world).map((route): [string, Operation] => [operationOf(route), routeOperation(scene, route)]),
    ...portalFunctions(services).map((name): [string, Operation] => [name, portalOperation(scene, services, name)]),
  ];
  const operations = new Map(all);
  if (operations.size < all.length) throw new Error('two routes have the same operation');
  return operations;
}

const routeOperation = (scene: Scene, route: RouteOptions): Operation => ({
  changes: changes(route),
  prepare: async (who, relation) => {
    const make = requests[operationOf(route)];
    if (!make) throw new Error(`authz-requests.ts does not say how ${operationOf(route)} is asked for`);
    const ask = await make(scene, who, relation);
    return async () => {
      const { statusCode, body } = await send(scene.world, route, who, ask);
      return { said: statusCode < 400 ? 'yes' : String(statusCode), text: body };
    };
  },
});

const portalOperation = (scene: Scene, services: PortalServices, name: string): Operation => ({
  changes: true,
  prepare: async (who, relation) => {
    const prepare = portalActions[name];
    if (!prepare) throw new Error(`portal-actions.ts does not say how ${name} is called`);
    const call = await prepare({ services, actor: await visitorOf(scene, who), scene, who, relation });
    return async () => {
      try {
        return { said: 'yes', text: JSON.stringify((await call()) ?? null) };
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return { said: String(error.status), text: `${error.type} ${error.words.zh}` };
      }
    };
  },
});

/** The principal of that kind who asks: the one of the scene, or somebody fresh where asking spends a session or an allowance. */
export const whoAsks = async (scene: Scene, operation: string, kind: Principal): Promise<Someone> =>
  oncePerPerson.has(operation) ? await newcomer(scene.world, kind) : scene.people[kind];
