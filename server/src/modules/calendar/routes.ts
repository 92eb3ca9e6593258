import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Context } from '../../kernel/context.ts';
import { etag } from '../../kernel/http.ts';
import { CalendarYear, CalendarYearParams } from './contract.ts';
import { calendarYear } from './present.ts';
import { currentCalendar } from './store.ts';

/** A 304 has no body at all. */
const Unchanged = Type.Unsafe<undefined>({ description: '没有变化' });

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
          response: { 200: CalendarYear, 304: Unchanged },
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
