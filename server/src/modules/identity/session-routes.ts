import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Context } from '../../kernel/context.ts';
import { inTx } from '../../kernel/db.ts';
import { askSignInCode, codeTimes } from './codes.ts';
import {
  AskCodeBody,
  CodeAsked,
  IdentityBody,
  SessionView,
  SignInByCodeBody,
  SignInByPasswordBody,
} from './contract.ts';
import { cookieOptions, cookies } from './cookies.ts';
import { chooseIdentity } from './mandates.ts';
import { sessionView } from './session-view.ts';
import { personIn, type SignedIn, signOut } from './sessions.ts';
import { signInByCode, signInByPassword } from './sign-in.ts';

const anyone = { policy: { who: 'anyone' } } as const;

/** What a browser shall forget beside the cookie; not all cookies, because an official may be signed in to the desk too. */
export const FORGET = '"cache", "storage"';

export const keepPerson = (reply: FastifyReply, token: string): FastifyReply =>
  reply.setCookie(cookies.person.name, token, cookieOptions('person'));

export const sessionRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { db, keys } = ctx;

    /** A session that came along is ended: one browser, one session. */
    async function answerSignedIn(request: FastifyRequest, reply: FastifyReply, { token, actor }: SignedIn) {
      const { actor: before } = request;
      if (before.kind === 'person') await inTx(db, (tx) => signOut(tx, before));
      keepPerson(reply, token);
      return await sessionView(db, keys, actor, token);
    }

    app.post(
      '/session/code',
      {
        config: anyone,
        schema: { operationId: 'identity.askSignInCode', body: AskCodeBody, response: { 202: CodeAsked } },
      },
      async (request, reply) => {
        await inTx(db, (tx) => askSignInCode(tx, ctx, { ...request.body, address: request.ip }));
        return reply.code(202).send(codeTimes);
      },
    );

    app.post(
      '/session/by-code',
      {
        config: anyone,
        schema: { operationId: 'identity.signInByCode', body: SignInByCodeBody, response: { 200: SessionView } },
      },
      async (request, reply) =>
        await answerSignedIn(request, reply, await signInByCode(ctx, { ...request.body, address: request.ip })),
    );

    app.post(
      '/session/by-password',
      {
        config: anyone,
        schema: {
          operationId: 'identity.signInByPassword',
          body: SignInByPasswordBody,
          response: { 200: SessionView },
        },
      },
      async (request, reply) =>
        await answerSignedIn(request, reply, await signInByPassword(ctx, { ...request.body, address: request.ip })),
    );

    app.get(
      '/session',
      { config: anyone, schema: { operationId: 'identity.session', response: { 200: SessionView } } },
      async (request, reply) => {
        reply.header('cache-control', 'no-store');
        return await sessionView(db, keys, request.actor, request.cookies[cookies.person.name]);
      },
    );

    app.delete(
      '/session',
      { config: anyone, schema: { operationId: 'identity.signOut', response: { 204: Type.Null() } } },
      async (request, reply) => {
        const { actor } = request;
        if (actor.kind === 'person') await inTx(db, (tx) => signOut(tx, actor));
        reply.clearCookie(cookies.person.name, cookieOptions('person')).header('clear-site-data', FORGET);
        return reply.code(204).send(null);
      },
    );

    /** Open to anyone signed in even when the mandate chosen before has ended: this is how one goes on. */
    app.post(
      '/my/identity',
      {
        config: anyone,
        schema: { operationId: 'identity.chooseIdentity', body: IdentityBody, response: { 200: SessionView } },
      },
      async (request, reply) => {
        const person = personIn(request.actor);
        const token = await inTx(db, (tx) => chooseIdentity(tx, person, request.body.mandateId));
        keepPerson(reply, token);
        return await sessionView(db, keys, person, token);
      },
    );
  };
