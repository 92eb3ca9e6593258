import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Context } from './context.ts';

let stopping = false;
/** From now on the process is alive but not ready, so that a balancer sends nobody any more. */
export const stopBeingReady = (): void => {
  stopping = true;
};

/** `/health/live`: the process answers. `/health/ready`: it can do its work; 503 with what is wrong otherwise. */
export const healthRoutes =
  ({ db }: Context) =>
  async (app: FastifyInstance): Promise<void> => {
    const config = { policy: { who: 'anyone' } } as const;
    app.get('/health/live', { config }, async () => ({ live: true }));
    app.get('/health/ready', { config }, async (_, reply) => {
      const wrong = stopping ? ['stopping'] : await complaints(db);
      reply.code(wrong.length === 0 ? 200 : 503);
      return { ready: wrong.length === 0, wrong };
    });
  };

async function complaints(db: Context['db']): Promise<string[]> {
  try {
    const { rows } = await sql<{
      skew: number;
    }>`select abs(extract(epoch from clock_timestamp() - ${new Date()}::timestamptz))::float8 as skew`.execute(db);
    return (rows[0]?.skew ?? 0) > 2 ? ['clock skew between server and database'] : [];
  } catch {
    return ['database'];
  }
}
