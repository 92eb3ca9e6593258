import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

/** Documents every route under `/api` from its schemas; served at `/api/openapi.json`. Registered before the routes it describes. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '通办 Tongban API',
        version: '0.1.0',
        description:
          'Additive changes only. A refusal is `application/problem+json` (RFC 9457): `type` is stable, `title` says what to do. ' +
          'A change of an existing thing needs `If-Match`; a request with legal effect needs `Idempotency-Key`; every change needs the header `x-tongban`.',
      },
      components: {
        securitySchemes: {
          person: { type: 'apiKey', in: 'cookie', name: '__Host-sid' },
          staff: { type: 'apiKey', in: 'cookie', name: '__Host-desk' },
        },
      },
    },
    transform: ({ schema, url, route }) => {
      const who = route.config?.policy?.who;
      const shown = url.startsWith('/api/') && url !== '/api/openapi.json' && route.method !== 'HEAD';
      const security = who === 'person' || who === 'staff' ? [{ [who]: [] }] : [];
      return { url, schema: { ...schema, hide: !shown, security } };
    },
  });
}

export async function serveApiDescription(app: FastifyInstance): Promise<void> {
  app.get('/api/openapi.json', { config: { policy: { who: 'anyone' } } }, async (_, reply) => {
    reply.header('cache-control', 'public, max-age=300');
    return app.swagger();
  });
}
