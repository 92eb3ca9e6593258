import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Role } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { inTx } from '../../kernel/db.ts';
import { etag, ifMatch } from '../../kernel/http.ts';
import { NoBody } from '../../kernel/http-cache.ts';
import {
  CaseId,
  CaseView,
  Moved,
  PaperBody,
  Queue,
  QueueQuery,
  RevealBody,
  Revealed,
  SlotParams,
  StartAtWindowBody,
  Started,
  VerdictBody,
  VerdictParams,
} from './contract.ts';
import { startCase } from './draft.ts';
import { recordPaper } from './materials.ts';
import { judgePoint } from './points.ts';
import { queueOf } from './queue.ts';
import { reveal } from './reveal.ts';
import { caseForStaff } from './view.ts';
import { personAtWindow } from './window.ts';

export const handlers: readonly Role[] = [
  'acceptanceOfficer',
  'reviewer',
  'decisionMaker',
  'issuingClerk',
  'supervisor',
];
const staff = { policy: { who: 'staff', roles: handlers } } as const;
const clerk = { policy: { who: 'staff', roles: ['acceptanceOfficer'] } } as const;

export const deskRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/cases',
      { config: staff, schema: { operationId: 'cases.list', querystring: QueueQuery, response: { 200: Queue } } },
      (req) => queueOf(ctx.db, req.actor, req.query),
    );

    app.get(
      '/cases/:caseId',
      { config: staff, schema: { operationId: 'cases.get', params: CaseId, response: { 200: CaseView } } },
      async (req, reply) => {
        const view = await inTx(ctx.db, (tx) => caseForStaff(ctx, tx, req.actor, req.params.caseId));
        reply.header('etag', etag(view.version));
        return view;
      },
    );

    app.post(
      '/cases',
      {
        config: clerk,
        schema: { operationId: 'cases.startAtWindow', body: StartAtWindowBody, response: { 200: Started } },
      },
      (req) =>
        inTx(ctx.db, async (tx) => {
          const { applicantId, ...start } = req.body;
          const applicant = await personAtWindow(tx, ctx, applicantId);
          return await startCase(tx, ctx, req.actor, { ...start, channel: 'WINDOW' }, applicant);
        }),
    );

    app.post(
      '/cases/:caseId/reveal',
      {
        config: staff,
        schema: { operationId: 'cases.reveal', params: CaseId, body: RevealBody, response: { 200: Revealed } },
      },
      async (req) => ({
        value: await reveal(ctx, req.actor, { ...req.params, ...req.body }),
      }),
    );

    app.put(
      '/cases/:caseId/points/:pointKey',
      {
        config: staff,
        schema: { operationId: 'cases.judge', params: VerdictParams, body: VerdictBody, response: { 200: Moved } },
      },
      (req) =>
        inTx(ctx.db, (tx) => judgePoint(tx, ctx, req.actor, { ...req.params, ...req.body, version: ifMatch(req) })),
    );

    app.put(
      '/cases/:caseId/materials/:materialKey',
      {
        config: clerk,
        schema: { operationId: 'cases.recordPaper', params: SlotParams, body: PaperBody, response: { 204: NoBody } },
      },
      async (req, reply) => {
        await inTx(ctx.db, (tx) => recordPaper(tx, ctx, req.actor, { ...req.params, ...req.body }));
        reply.code(204);
      },
    );
  };
