import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Context } from '../../kernel/context.ts';
import { inTx } from '../../kernel/db.ts';
import { etag, ifMatch } from '../../kernel/http.ts';
import { limits } from '../../kernel/limits.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { RegionQuery } from '../catalogue/contract.ts';
import {
  GuideParams,
  GuideQuery,
  GuideView,
  SearchMisses,
  SearchPage,
  SearchQuery,
  Suggestions,
  SuggestQuery,
  Synonym,
  SynonymBody,
  SynonymPage,
  SynonymParams,
} from './contract.ts';
import { guideFor } from './guide.ts';
import { searchItems, suggest } from './search.ts';
import { recordMiss, removeSynonym, saveSynonym } from './service.ts';
import { listMisses } from './store.ts';
import { listSynonyms, type SynonymRow } from './synonym-store.ts';

const anyone = { policy: { who: 'anyone' } } as const;
const administrators = { policy: { who: 'staff', roles: ['itemAdministrator'] } } as const;

const presentSynonym = ({ shown, means, version, updatedAt }: SynonymRow): Synonym => ({
  word: shown,
  means,
  version,
  updatedAt: updatedAt.toISOString(),
});

export const guidanceRoutes =
  ({ db }: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/search',
      {
        config: { ...anyone, rateLimit: limits.search },
        schema: { operationId: 'guidance.search', querystring: SearchQuery, response: { 200: SearchPage } },
      },
      async ({ query: { q, region, limit = 20, ...rest } }) => {
        const page = await searchItems(db, { text: q, regionCode: region, limit, ...rest });
        const missed = page.items.length === 0 && Object.keys(rest).length === 0;
        if (missed) await inTx(db, (tx) => recordMiss(tx, { text: q, regionCode: region }));
        return page;
      },
    );

    app.get(
      '/suggest',
      {
        config: anyone,
        schema: { operationId: 'guidance.suggest', querystring: SuggestQuery, response: { 200: Suggestions } },
      },
      async ({ query }) => suggest(db, query.q, query.region),
    );

    app.get(
      '/items/:key/guide',
      {
        config: anyone,
        schema: {
          operationId: 'guidance.guide',
          params: GuideParams,
          querystring: GuideQuery,
          response: { 200: GuideView },
        },
      },
      async ({ params, query }) => guideFor(db, { key: params.key, regionCode: query.region, query }),
    );

    app.get(
      '/synonyms',
      {
        config: administrators,
        schema: { operationId: 'guidance.listSynonyms', querystring: PageQuery, response: { 200: SynonymPage } },
      },
      async ({ query: { limit = 20, after } }) => {
        const page = await listSynonyms(db, { limit, after });
        return { items: page.items.map(presentSynonym), next: page.next };
      },
    );

    app.put(
      '/synonyms/:word',
      {
        config: administrators,
        schema: {
          operationId: 'guidance.saveSynonym',
          params: SynonymParams,
          body: SynonymBody,
          response: { 200: Synonym },
        },
      },
      async (request, reply) => {
        const version = request.headers['if-match'] === undefined ? 0 : ifMatch(request);
        const { word } = request.params;
        const saved = await inTx(db, (tx) =>
          saveSynonym(tx, request.actor, { word, means: request.body.means, version }),
        );
        reply.header('etag', etag(saved.version));
        return presentSynonym(saved);
      },
    );

    app.delete(
      '/synonyms/:word',
      {
        config: administrators,
        schema: { operationId: 'guidance.removeSynonym', params: SynonymParams, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        const version = ifMatch(request);
        await inTx(db, (tx) => removeSynonym(tx, request.actor, { word: request.params.word, version }));
        return reply.code(204).send(null);
      },
    );

    app.get(
      '/search/misses',
      {
        config: administrators,
        schema: { operationId: 'guidance.misses', querystring: RegionQuery, response: { 200: SearchMisses } },
      },
      async ({ query }) => ({ items: await listMisses(db, Number(query.region.slice(0, 6))) }),
    );
  };
