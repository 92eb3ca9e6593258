import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Context } from '../../kernel/context.ts';
import { etag } from '../../kernel/http.ts';
import { NoBody } from '../../kernel/http-cache.ts';
import { CalendarYear, CalendarYearParams } from './contract.ts';
import { calendarYear } from './present.ts';
import { currentCalendar } from './store.ts';

export const calendarRoutes =
  ({ db }: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/calendar/:year',
      {
        config: { policy: { who: 'anyone' } },
        schema: {
          operationId: 'calendar.year',
          params: CalendarYearParams,
          response: { 200: CalendarYear, 304: NoBody },
        },
      },
      async (request, reply) => {
        const calendar = await currentCalendar(db);
        const tag = etag(calendar.version);
        reply.header('etag', tag).header('cache-control', 'no-cache');
        if (request.headers['if-none-match']?.includes(tag)) return reply.code(304).send(undefined);
        return calendarYear(calendar, request.params.year);
      },
    );
  };
