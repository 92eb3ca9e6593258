import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { digestOf } from './crypto.ts';

/** The schema of an answer without a body: 204 and 304. */
export const NoBody = Type.Unsafe<undefined>({ description: '没有内容' });

/**
 * Tags a public answer with its own digest and lets anybody keep it as long as they ask whether it still holds. True when the
 * caller's copy is the same: then 304 is the whole answer.
 */
export function isKnown(request: FastifyRequest, reply: FastifyReply, answer: unknown): boolean {
  const tag = `"${digestOf(JSON.stringify(answer)).toString('base64url').slice(0, 22)}"`;
  reply.header('etag', tag).header('cache-control', 'public, no-cache');
  return request.headers['if-none-match']?.split(/,\s*/).includes(tag) ?? false;
}
