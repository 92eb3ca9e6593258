import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Context } from '../../kernel/context.ts';
import { applicantRoutes } from './applicant-routes.ts';
import { deskRoutes } from './desk-routes.ts';
import { sharedRoutes } from './shared-routes.ts';

/**
 * The applicant's own cases stand under `/my/cases`, the officials' under `/cases`: each accepts one kind of session. Filling in, filing
 * and moving a case are the same verbs for both, and each verb decides by its own policy.
 */
export const caseRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    await app.register(applicantRoutes(ctx));
    await app.register(deskRoutes(ctx));
    await app.register(sharedRoutes(ctx));
  };
