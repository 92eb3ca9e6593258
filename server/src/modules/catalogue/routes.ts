import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Context } from '../../kernel/context.ts';
import { inTx } from '../../kernel/db.ts';
import { etag, ifMatch } from '../../kernel/http.ts';
import { NoBody } from '../../kernel/http-cache.ts';
import {
  DraftBody,
  DraftParams,
  ItemChanges,
  ItemDefinition,
  ItemFacets,
  ItemListQuery,
  ItemPage,
  ItemParams,
  ItemVersionDiffParams,
  ItemVersionListQuery,
  ItemVersionPage,
  ItemVersionParams,
  ItemVersionView,
  ItemView,
  PublishBody,
  RegionQuery,
  WithdrawBody,
} from './contract.ts';
import { diff } from './diff.ts';
import { catalogueErrors } from './errors.ts';
import { presentDocument, presentItem, presentVersion } from './present.ts';
import { getItem, itemFacets, listChanges, listItems, listVersions } from './queries.ts';
import { getItemVersion, publish, saveDraft, withdraw } from './service.ts';

const anyone = { policy: { who: 'anyone' } } as const;
const administrators = { policy: { who: 'staff', roles: ['itemAdministrator'] } } as const;

/** Reading what is in force: anybody, without signing in. */
const itemRoutes =
  ({ db }: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/items',
      {
        config: anyone,
        schema: { operationId: 'catalogue.list', querystring: ItemListQuery, response: { 200: ItemPage } },
      },
      async ({ query: { region, limit = 20, ...rest } }) => listItems(db, { regionCode: region, limit, ...rest }),
    );

    app.get(
      '/items/facets',
      {
        config: anyone,
        schema: { operationId: 'catalogue.facets', querystring: RegionQuery, response: { 200: ItemFacets } },
      },
      async ({ query }) => itemFacets(db, query.region),
    );

    app.get(
      '/items/:key',
      {
        config: anyone,
        schema: {
          operationId: 'catalogue.get',
          params: ItemParams,
          querystring: RegionQuery,
          response: { 200: ItemView, 304: NoBody },
        },
      },
      async (request, reply) => {
        const live = await getItem(db, request.params.key, request.query.region);
        const tag = `"${live.id}"`;
        reply.header('etag', tag).header('cache-control', 'no-cache');
        if (request.headers['if-none-match'] === tag) return reply.code(304).send(undefined);
        return presentItem(live, await listChanges(db, live));
      },
    );
  };

/** Writing, comparing and putting into force: item administrators, each in their own area. */
const itemAdministrationRoutes =
  ({ db }: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.put(
      '/items/:key/drafts/:region',
      {
        config: administrators,
        schema: {
          operationId: 'catalogue.saveDraft',
          params: DraftParams,
          body: DraftBody,
          response: { 200: ItemVersionView },
        },
      },
      async (request, reply) => {
        const { key, region } = request.params;
        if (request.body.definition.key !== key) throw catalogueErrors.wrongKey();
        const revision = request.headers['if-match'] === undefined ? 0 : ifMatch(request);
        const draft = await inTx(db, (tx) =>
          saveDraft(tx, request.actor, { ...request.body, regionCode: region, revision }),
        );
        reply.header('etag', etag(draft.revision));
        return presentDocument(draft, request.actor);
      },
    );

    app.get(
      '/items/:key/versions',
      {
        config: administrators,
        schema: {
          operationId: 'catalogue.listVersions',
          params: ItemParams,
          querystring: ItemVersionListQuery,
          response: { 200: ItemVersionPage },
        },
      },
      async ({ params, query: { region, limit = 50, after }, actor }) => {
        const page = await listVersions(db, { key: params.key, regionCode: region, limit, after });
        return { items: page.items.map((version) => presentVersion(version, actor)), next: page.next };
      },
    );

    const versionOf = async ({ key, versionId }: { key: string; versionId: string }) => {
      const version = await getItemVersion(db, versionId);
      if (version.key !== key) throw catalogueErrors.versionNotFound(versionId);
      return version;
    };

    app.get(
      '/items/:key/versions/:versionId',
      {
        config: administrators,
        schema: { operationId: 'catalogue.getVersion', params: ItemVersionParams, response: { 200: ItemVersionView } },
      },
      async (request, reply) => {
        const version = await versionOf(request.params);
        reply.header('etag', etag(version.revision));
        return presentDocument(version, request.actor);
      },
    );

    app.get(
      '/items/:key/versions/:versionId/document',
      {
        config: administrators,
        schema: { operationId: 'catalogue.export', params: ItemVersionParams, response: { 200: ItemDefinition } },
      },
      async (request, reply) => {
        const { key, version, definition } = await versionOf(request.params);
        reply.header('content-disposition', `attachment; filename="${key}-${version}.json"`);
        return definition;
      },
    );

    app.get(
      '/items/:key/versions/:versionId/changes-since/:otherId',
      {
        config: administrators,
        schema: { operationId: 'catalogue.diff', params: ItemVersionDiffParams, response: { 200: ItemChanges } },
      },
      async ({ params: { key, versionId, otherId } }) => {
        const [after, before] = [await versionOf({ key, versionId }), await versionOf({ key, versionId: otherId })];
        return { changes: diff(before.definition, after.definition) };
      },
    );

    app.post(
      '/items/:key/versions/:versionId/publish',
      {
        config: administrators,
        schema: {
          operationId: 'catalogue.publish',
          params: ItemVersionParams,
          body: PublishBody,
          response: { 200: ItemVersionView },
        },
      },
      async (request, reply) => {
        const revision = ifMatch(request);
        const { id } = await versionOf(request.params);
        const published = await inTx(db, (tx) =>
          publish(tx, request.actor, { versionId: id, revision, ...request.body }),
        );
        reply.header('etag', etag(published.revision));
        return presentDocument(published, request.actor);
      },
    );

    app.post(
      '/items/:key/versions/:versionId/withdraw',
      {
        config: administrators,
        schema: {
          operationId: 'catalogue.withdraw',
          params: ItemVersionParams,
          body: WithdrawBody,
          response: { 200: ItemVersionView },
        },
      },
      async (request, reply) => {
        const revision = ifMatch(request);
        const { id } = await versionOf(request.params);
        const withdrawn = await inTx(db, (tx) =>
          withdraw(tx, request.actor, { versionId: id, revision, reason: request.body.reason }),
        );
        reply.header('etag', etag(withdrawn.revision));
        return presentDocument(withdrawn, request.actor);
      },
    );
  };

export const catalogueRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    await app.register(itemRoutes(ctx));
    await app.register(itemAdministrationRoutes(ctx));
  };
