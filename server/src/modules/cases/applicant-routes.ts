import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Context } from '../../kernel/context.ts';
import { inTx } from '../../kernel/db.ts';
import { etag } from '../../kernel/http.ts';
import { CaseId, MyCases, MyCasesQuery, MyCaseView, StartBody, Started } from './contract.ts';
import { startCase } from './draft.ts';
import { myCases } from './queue.ts';
import { myCase } from './view.ts';

const config = { policy: { who: 'person' } } as const;

export const applicantRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/my/cases',
      { config, schema: { operationId: 'cases.listMine', querystring: MyCasesQuery, response: { 200: MyCases } } },
      (req) => myCases(ctx.db, req.actor, req.query),
    );

    app.get(
      '/my/cases/:caseId',
      { config, schema: { operationId: 'cases.getMine', params: CaseId, response: { 200: MyCaseView } } },
      async (req, reply) => {
        const view = await myCase(ctx, ctx.db, req.actor, req.params.caseId);
        reply.header('etag', etag(view.version));
        return view;
      },
    );

    app.post(
      '/my/cases',
      { config, schema: { operationId: 'cases.start', body: StartBody, response: { 200: Started } } },
      (req) => inTx(ctx.db, (tx) => startCase(tx, ctx, req.actor, { channel: 'PC', ...req.body })),
    );
  };
