import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Context } from '../../kernel/context.ts';
import { inTx } from '../../kernel/db.ts';
import { NoticePage, NoticeParams, NoticeQuery } from './contract.ts';
import { listNotices, readNotice } from './inbox.ts';

const config = { policy: { who: 'person' } } as const;

export const noticeRoutes =
  ({ db }: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/my/notices',
      {
        config,
        schema: { operationId: 'notices.list', querystring: NoticeQuery, response: { 200: NoticePage } },
      },
      async (request) => await listNotices(db, request.actor, request.query),
    );

    app.post(
      '/my/notices/:id/read',
      {
        config,
        schema: { operationId: 'notices.read', params: NoticeParams, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        await inTx(db, (tx) => readNotice(tx, request.actor, request.params.id));
        return reply.code(204).send(null);
      },
    );
  };
