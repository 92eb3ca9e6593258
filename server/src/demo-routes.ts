import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { demoCitizens, demoOfficials } from './demo.ts';
import { roles } from './kernel/actor.ts';
import type { Context } from './kernel/context.ts';

const Officials = Type.Object({
  items: Type.Array(
    Type.Object({
      loginName: Type.String(),
      name: Type.String(),
      unit: Type.String(),
      role: Type.Enum([...roles]),
      password: Type.String(),
      code: Type.String(),
    }),
  ),
});
const Citizens = Type.Object({
  items: Type.Array(
    Type.Object({ mobile: Type.String(), name: Type.String(), note: Type.String(), password: Type.String() }),
  ),
});

/** Who there is to try it with, beside the sign-in forms. Outside demo mode these addresses do not exist. */
export const demoRoutes =
  ({ config }: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    if (config.mode === 'production') return;
    const anyone = { policy: { who: 'anyone' } } as const;
    app.get(
      '/desk/session/demo',
      { config: anyone, schema: { operationId: 'demo.officials', response: { 200: Officials } } },
      async () => ({ items: demoOfficials() }),
    );
    app.get(
      '/session/demo',
      { config: anyone, schema: { operationId: 'demo.citizens', response: { 200: Citizens } } },
      async () => ({ items: demoCitizens() }),
    );
  };
