import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Context } from '../../kernel/context.ts';
import { inTx } from '../../kernel/db.ts';
import { etag, ifMatch } from '../../kernel/http.ts';
import { isKnown, NoBody } from '../../kernel/http-cache.ts';
import {
  DepartmentList,
  DepartmentQuery,
  HallList,
  HallQuery,
  NewPost,
  NewStaff,
  PostParams,
  RegionList,
  RegionParams,
  RegionQuery,
  StaffPage,
  StaffParams,
  StaffQuery,
  StaffView,
} from './contract.ts';
import { regionChain } from './places.ts';
import { createStaff, endPost, getStaff, grantPost, listStaff, resumeStaff, suspendStaff } from './staff.ts';
import { childRegions, hallsOf, listDepartments } from './store.ts';

const anyone = { policy: { who: 'anyone' } } as const;
const securityAdministrator = { policy: { who: 'staff', roles: ['securityAdministrator'] } } as const;

export const orgRoutes =
  ({ db }: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/regions',
      {
        config: anyone,
        schema: {
          operationId: 'org.childRegions',
          querystring: RegionQuery,
          response: { 200: RegionList, 304: NoBody },
        },
      },
      async (request, reply) => {
        const answer = { items: await childRegions(db, request.query.parent) };
        return isKnown(request, reply, answer) ? reply.code(304).send(undefined) : answer;
      },
    );

    app.get(
      '/regions/:code',
      {
        config: anyone,
        schema: {
          operationId: 'org.regionChain',
          params: RegionParams,
          response: { 200: RegionList, 304: NoBody },
        },
      },
      async (request, reply) => {
        const answer = { items: await regionChain(db, request.params.code) };
        return isKnown(request, reply, answer) ? reply.code(304).send(undefined) : answer;
      },
    );

    app.get(
      '/departments',
      {
        config: anyone,
        schema: {
          operationId: 'org.departments',
          querystring: DepartmentQuery,
          response: { 200: DepartmentList, 304: NoBody },
        },
      },
      async (request, reply) => {
        const answer = { items: await listDepartments(db, request.query.area) };
        return isKnown(request, reply, answer) ? reply.code(304).send(undefined) : answer;
      },
    );

    app.get(
      '/halls',
      {
        config: anyone,
        schema: {
          operationId: 'org.halls',
          querystring: HallQuery,
          response: { 200: HallList, 304: NoBody },
        },
      },
      async (request, reply) => {
        const answer = { items: await hallsOf(db, request.query.region) };
        return isKnown(request, reply, answer) ? reply.code(304).send(undefined) : answer;
      },
    );

    app.get(
      '/desk/staff',
      {
        config: securityAdministrator,
        schema: { operationId: 'org.listStaff', querystring: StaffQuery, response: { 200: StaffPage } },
      },
      async (request) => await listStaff(db, request.actor, request.query),
    );

    app.get(
      '/desk/staff/:staffId',
      {
        config: securityAdministrator,
        schema: { operationId: 'org.staff', params: StaffParams, response: { 200: StaffView } },
      },
      async (request, reply) => {
        const staff = await getStaff(db, request.actor, request.params.staffId);
        reply.header('etag', etag(staff.version));
        return staff;
      },
    );

    app.post(
      '/desk/staff',
      {
        config: securityAdministrator,
        schema: { operationId: 'org.createStaff', body: NewStaff, response: { 201: StaffView } },
      },
      async (request, reply) => {
        const staff = await inTx(db, (tx) => createStaff(tx, request.actor, request.body));
        return reply.code(201).header('etag', etag(staff.version)).send(staff);
      },
    );

    for (const [step, change] of [
      ['suspend', suspendStaff],
      ['resume', resumeStaff],
    ] as const) {
      app.post(
        `/desk/staff/:staffId/${step}`,
        {
          config: securityAdministrator,
          schema: { operationId: `org.${step}Staff`, params: StaffParams, response: { 200: StaffView } },
        },
        async (request, reply) => {
          const account = { staffId: request.params.staffId, version: ifMatch(request) };
          const staff = await inTx(db, (tx) => change(tx, request.actor, account));
          reply.header('etag', etag(staff.version));
          return staff;
        },
      );
    }

    app.post(
      '/desk/staff/:staffId/posts',
      {
        config: securityAdministrator,
        schema: { operationId: 'org.grantPost', params: StaffParams, body: NewPost, response: { 201: StaffView } },
      },
      async (request, reply) => {
        const account = { staffId: request.params.staffId, version: ifMatch(request) };
        const staff = await inTx(db, (tx) => grantPost(tx, request.actor, { ...request.body, ...account }));
        return reply.code(201).header('etag', etag(staff.version)).send(staff);
      },
    );

    app.delete(
      '/desk/staff/:staffId/posts/:postId',
      {
        config: securityAdministrator,
        schema: { operationId: 'org.endPost', params: PostParams, response: { 200: StaffView } },
      },
      async (request, reply) => {
        const account = { ...request.params, version: ifMatch(request) };
        const staff = await inTx(db, (tx) => endPost(tx, request.actor, account));
        reply.header('etag', etag(staff.version));
        return staff;
      },
    );
  };
