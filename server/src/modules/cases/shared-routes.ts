import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../kernel/context.ts';
import { inTx, type Tx } from '../../kernel/db.ts';
import { claimOf, etag, ifMatch } from '../../kernel/http.ts';
import { NoBody } from '../../kernel/http-cache.ts';
import type { RoutePolicy } from '../../kernel/http-policy.ts';
import { limits } from '../../kernel/limits.ts';
import { once } from '../../kernel/once.ts';
import { acceptMultipart, FileBody, sendFile, uploadOf } from '../../kernel/uploads.ts';
import { type Act, actOnCase } from './act.ts';
import { ActBody, CaseId, FileParams, Moved, SaveBody, Saved, SlotParams, Uploaded } from './contract.ts';
import { handlers } from './desk-routes.ts';
import { discardDraft, saveDraft } from './draft.ts';
import { type CaseAction, caseActions, transitionOf } from './machine.ts';
import { addUpload, readFileOf, removeUpload } from './materials.ts';
import type { CaseRecord } from './store.ts';
import { submitCase } from './submit.ts';

interface Side {
  readonly base: string;
  /** Appended to operation ids: the same verb has one for each side. */
  readonly suffix: 'Mine' | '';
  readonly fills: RoutePolicy;
  readonly acts: RoutePolicy;
}

const applicantSide: Side = { base: '/my/cases', suffix: 'Mine', fills: { who: 'person' }, acts: { who: 'person' } };
const deskSide: Side = {
  base: '/cases',
  suffix: '',
  fills: { who: 'staff', roles: ['acceptanceOfficer'] },
  acts: { who: 'staff', roles: handlers },
};

/** Steps with legal effect that must not happen twice when a request is repeated. */
const final: readonly CaseAction[] = ['submit', 'grant', 'refuse'];

const actionsOf = ({ suffix }: Side): Exclude<CaseAction, 'submit'>[] =>
  caseActions.filter((action): action is Exclude<CaseAction, 'submit'> => {
    const { by } = transitionOf(action);
    return (
      action !== 'submit' &&
      (suffix === 'Mine' ? by.includes('applicant') : by.some((part) => (handlers as readonly string[]).includes(part)))
    );
  });

const present = ({ id, number, version, state }: CaseRecord): Moved => ({ id, number, version, state });

export const sharedRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const side of [applicantSide, deskSide]) {
      await app.register(fillingRoutes(ctx, side));
      await app.register(movingRoutes(ctx, side));
    }
  };

/** A draft: answers, files, away with it. */
const fillingRoutes =
  (ctx: Context, { base, suffix, fills, acts }: Side): FastifyPluginAsyncTypebox =>
  async (app) => {
    const config = { policy: fills };
    acceptMultipart(app);

    app.put(
      `${base}/:caseId/answers`,
      {
        config,
        schema: { operationId: `cases.save${suffix}`, params: CaseId, body: SaveBody, response: { 200: Saved } },
      },
      async (req, reply) => {
        const save = { ...req.params, ...req.body, version: ifMatch(req) };
        const saved = await inTx(ctx.db, (tx) => saveDraft(tx, ctx, req.actor, save));
        reply.header('etag', etag(saved.version));
        return { ...saved, savedAt: saved.savedAt.toISOString() };
      },
    );

    app.delete(
      `${base}/:caseId`,
      { config, schema: { operationId: `cases.discard${suffix}`, params: CaseId, response: { 204: NoBody } } },
      async (req, reply) => {
        await inTx(ctx.db, (tx) => discardDraft(tx, req.actor, req.params.caseId, ifMatch(req)));
        reply.code(204);
      },
    );

    app.post(
      `${base}/:caseId/materials/:materialKey/files`,
      { config, schema: { operationId: `cases.upload${suffix}`, params: SlotParams, response: { 200: Uploaded } } },
      async (req) => addUpload(ctx, req.actor, req.params, await uploadOf(req)),
    );

    app.delete(
      `${base}/:caseId/files/:fileId`,
      { config, schema: { operationId: `cases.removeFile${suffix}`, params: FileParams, response: { 204: NoBody } } },
      async (req, reply) => {
        await inTx(ctx.db, (tx) => removeUpload(tx, req.actor, req.params));
        reply.code(204);
      },
    );

    app.get(
      `${base}/:caseId/files/:fileId`,
      {
        config: { policy: acts },
        schema: {
          operationId: `cases.file${suffix}`,
          params: FileParams,
          produces: ['application/octet-stream'],
          response: { 200: FileBody },
        },
      },
      async (req, reply) =>
        sendFile(
          reply,
          await inTx(ctx.db, (tx) => readFileOf(ctx, tx, req.actor, req.params.caseId, req.params.fileId)),
        ),
    );
  };

/** One endpoint for each action of the machine. */
const movingRoutes =
  (ctx: Context, side: Side): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { base, suffix, fills, acts } = side;

    app.post(
      `${base}/:caseId/submit`,
      {
        config: { policy: fills, rateLimit: limits.submit },
        schema: { operationId: `cases.submit${suffix}`, params: CaseId, response: { 200: Moved } },
      },
      (req, reply) => {
        const input = { ...req.params, version: ifMatch(req) };
        return move(req, reply, 'submit', (tx) => submitCase(tx, ctx, req.actor, input));
      },
    );

    for (const action of actionsOf(side))
      app.post(
        `${base}/:caseId/${action}`,
        {
          config: { policy: acts },
          schema: { operationId: `cases.${action}${suffix}`, params: CaseId, body: ActBody, response: { 200: Moved } },
        },
        (req, reply) => {
          const act: Act = { ...req.params, ...req.body, action, version: ifMatch(req) };
          return move(req, reply, action, (tx) => actOnCase(tx, ctx, req.actor, act));
        },
      );

    async function move(
      req: FastifyRequest,
      reply: FastifyReply,
      action: CaseAction,
      step: (tx: Tx) => Promise<CaseRecord>,
    ): Promise<Moved> {
      const claim = final.includes(action) ? claimOf(req, [req.url, req.body ?? null]) : undefined;
      const moved = await inTx(ctx.db, (tx) => {
        const work = async () => present(await step(tx));
        return claim ? once(tx, claim, work) : work();
      });
      reply.header('etag', etag(moved.version));
      return moved;
    }
  };
