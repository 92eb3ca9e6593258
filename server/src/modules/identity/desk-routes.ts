import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { civilDate } from '../../kernel/civil-date.ts';
import { legalNow } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { inTx } from '../../kernel/db.ts';
import { mask } from '../../kernel/masking.ts';
import {
  CredentialParams,
  DeskSessionView,
  FindPersonBody,
  FoundPerson,
  IssuedCredential,
  StaffPasswordBody,
  StaffSignInBody,
  WindowPerson,
  WindowPersonBody,
} from './contract.ts';
import { cookieOptions, cookies } from './cookies.ts';
import { csrfToken } from './csrf.ts';
import { findAtWindow, registerAtWindow } from './people.ts';
import { FORGET } from './session-routes.ts';
import { type SignedIn, signOut, staffIn } from './sessions.ts';
import { changeStaffPassword, deskSession, issueCredential, signInStaff } from './staff-sign-in.ts';

const staff = { policy: { who: 'staff' } } as const;
const atWindow = { policy: { who: 'staff', roles: ['acceptanceOfficer'] } } as const;

export const deskRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { db, keys } = ctx;

    const view = async (actor: SignedIn['actor'], token: string): Promise<DeskSessionView> => ({
      ...(await deskSession(db, staffIn(actor), civilDate(await legalNow(db)))),
      csrf: csrfToken(keys, token),
    });

    app.post(
      '/desk/session',
      {
        config: { policy: { who: 'anyone' } },
        schema: { operationId: 'identity.signInStaff', body: StaffSignInBody, response: { 200: DeskSessionView } },
      },
      async (request, reply) => {
        const { token, actor } = await signInStaff(ctx, { ...request.body, address: request.ip });
        reply.setCookie(cookies.staff.name, token, cookieOptions('staff')).header('cache-control', 'no-store');
        return await view(actor, token);
      },
    );

    app.get(
      '/desk/session',
      { config: staff, schema: { operationId: 'identity.deskSession', response: { 200: DeskSessionView } } },
      async (request) => await view(staffIn(request.actor), request.cookies[cookies.staff.name] ?? ''),
    );

    app.delete(
      '/desk/session',
      { config: staff, schema: { operationId: 'identity.signOutStaff', response: { 204: Type.Null() } } },
      async (request, reply) => {
        await inTx(db, (tx) => signOut(tx, staffIn(request.actor)));
        reply.clearCookie(cookies.staff.name, cookieOptions('staff')).header('clear-site-data', FORGET);
        return reply.code(204).send(null);
      },
    );

    app.put(
      '/desk/session/password',
      {
        config: staff,
        schema: {
          operationId: 'identity.changeStaffPassword',
          body: StaffPasswordBody,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await changeStaffPassword(ctx, staffIn(request.actor), request.body);
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/desk/staff/:staffId/credential',
      {
        config: { policy: { who: 'staff', roles: ['securityAdministrator'] } },
        schema: {
          operationId: 'identity.issueCredential',
          params: CredentialParams,
          response: { 201: IssuedCredential },
        },
      },
      async (request, reply) => reply.code(201).send(await issueCredential(ctx, request.actor, request.params.staffId)),
    );

    app.post(
      '/desk/people/find',
      {
        config: atWindow,
        schema: { operationId: 'identity.findPerson', body: FindPersonBody, response: { 200: FoundPerson } },
      },
      async (request) => {
        const person = await inTx(db, (tx) => findAtWindow(tx, keys, staffIn(request.actor), request.body.idNumber));
        return { person: person ? { ...person, name: mask('name', person.name) } : null };
      },
    );

    app.post(
      '/desk/people',
      {
        config: atWindow,
        schema: { operationId: 'identity.registerAtWindow', body: WindowPersonBody, response: { 201: WindowPerson } },
      },
      async (request, reply) => {
        const person = await inTx(db, (tx) => registerAtWindow(tx, ctx, staffIn(request.actor), request.body));
        return reply.code(201).send({ ...person, name: mask('name', person.name) });
      },
    );
  };
