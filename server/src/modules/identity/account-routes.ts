import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Context } from '../../kernel/context.ts';
import { inTx } from '../../kernel/db.ts';
import { claimOf, etag, ifMatch } from '../../kernel/http.ts';
import { once } from '../../kernel/once.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { accessLog, accountOf, changeAccount, registerOwnFirm, setPassword, verifyRealName } from './account.ts';
import { askOwnCode, codeTimes } from './codes.ts';
import {
  AccessLog,
  AccountPatch,
  AccountView,
  AskOwnCodeBody,
  CodeAsked,
  FirmBody,
  FirmView,
  MandatePage,
  MandateParams,
  MandateView,
  NewMandateBody,
  PasswordBody,
  ProofBody,
  RealNameBody,
} from './contract.ts';
import { countAgentSearch, grantMandate, listGranted, revokeMandate } from './mandates.ts';
import type { RealNameCheck } from './real-name-check.ts';
import { keepPerson } from './session-routes.ts';
import { personIn } from './sessions.ts';
import { proveAgain } from './sign-in.ts';

const person = { policy: { who: 'person' } } as const;

export const accountRoutes =
  (ctx: Context, check: RealNameCheck): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { db, keys } = ctx;

    app.post(
      '/my/codes',
      {
        config: person,
        schema: { operationId: 'identity.askOwnCode', body: AskOwnCodeBody, response: { 202: CodeAsked } },
      },
      async (request, reply) => {
        const newMobile = 'mobile' in request.body ? { newMobile: request.body.mobile } : {};
        const asked = { address: request.ip, ...newMobile };
        await inTx(db, (tx) => askOwnCode(tx, ctx, personIn(request.actor), asked));
        return reply.code(202).send(codeTimes);
      },
    );

    app.post(
      '/my/proof',
      {
        config: person,
        schema: { operationId: 'identity.proveAgain', body: ProofBody, response: { 200: AccountView } },
      },
      async (request, reply) => {
        const actor = personIn(request.actor);
        keepPerson(reply, await proveAgain(ctx, actor, request.body.code));
        return await accountOf(db, keys, actor);
      },
    );

    app.get(
      '/my/account',
      { config: person, schema: { operationId: 'identity.account', response: { 200: AccountView } } },
      async (request, reply) => {
        const account = await accountOf(db, keys, personIn(request.actor));
        reply.header('etag', etag(account.version));
        return account;
      },
    );

    app.patch(
      '/my/account',
      {
        config: person,
        schema: { operationId: 'identity.changeAccount', body: AccountPatch, response: { 200: AccountView } },
      },
      async (request, reply) => {
        const input = { ...request.body, version: ifMatch(request) };
        const account = await changeAccount(ctx, personIn(request.actor), input);
        reply.header('etag', etag(account.version));
        return account;
      },
    );

    app.put(
      '/my/password',
      {
        config: person,
        schema: { operationId: 'identity.setPassword', body: PasswordBody, response: { 200: AccountView } },
      },
      async (request, reply) => {
        const actor = personIn(request.actor);
        keepPerson(reply, await setPassword(ctx, actor, request.body.password));
        return await accountOf(db, keys, actor);
      },
    );

    app.post(
      '/my/real-name',
      {
        config: person,
        schema: { operationId: 'identity.verifyRealName', body: RealNameBody, response: { 200: AccountView } },
      },
      async (request, reply) => {
        const actor = personIn(request.actor);
        keepPerson(reply, await verifyRealName(ctx, check, actor, request.body));
        return await accountOf(db, keys, actor);
      },
    );

    app.get(
      '/my/access-log',
      {
        config: person,
        schema: { operationId: 'identity.accessLog', querystring: PageQuery, response: { 200: AccessLog } },
      },
      async (request) => await accessLog(db, personIn(request.actor), request.query),
    );

    app.post(
      '/my/firms',
      { config: person, schema: { operationId: 'identity.registerFirm', body: FirmBody, response: { 201: FirmView } } },
      async (request, reply) => {
        const { id, uscc, name, mandateId } = await registerOwnFirm(ctx, check, personIn(request.actor), request.body);
        return reply.code(201).send({ id, uscc, name, mandateId });
      },
    );

    app.get(
      '/my/mandates',
      {
        config: person,
        schema: { operationId: 'identity.listMandates', querystring: PageQuery, response: { 200: MandatePage } },
      },
      async (request) => await listGranted(db, personIn(request.actor), request.query),
    );

    app.post(
      '/my/mandates',
      {
        config: person,
        schema: { operationId: 'identity.grantMandate', body: NewMandateBody, response: { 201: MandateView } },
      },
      async (request, reply) => {
        const actor = personIn(request.actor);
        const claim = claimOf(request, { grantMandate: request.body });
        await inTx(db, (tx) => countAgentSearch(tx, actor));
        const mandate = await inTx(db, (tx) => once(tx, claim, () => grantMandate(tx, keys, actor, request.body)));
        return reply.code(201).send(mandate);
      },
    );

    app.post(
      '/my/mandates/:mandateId/revoke',
      {
        config: person,
        schema: { operationId: 'identity.revokeMandate', params: MandateParams, response: { 200: MandateView } },
      },
      async (request) => await inTx(db, (tx) => revokeMandate(tx, personIn(request.actor), request.params.mandateId)),
    );
  };
