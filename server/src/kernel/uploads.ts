import { PassThrough, Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { requestProblems } from './problem.ts';
import { readableString } from './text.ts';

/** Forms are small beside their files; how large a file may be is for whoever reads it to say. */
const formLimits = { fields: 200, fieldSize: 64 * 1024, files: 20, parts: 220, headerPairs: 20, headerSize: 8 * 1024 };

/** A file as it comes: to be read, or destroyed to skip what is left of it. */
export interface IncomingFile {
  /** As the sender calls it; not to be trusted. */
  readonly name: string;
  readonly stream: Readable;
}
export type FormPart =
  | { readonly kind: 'field'; readonly field: string; readonly value: string }
  | ({ readonly kind: 'file'; readonly field: string } & IncomingFile);

/** Lets the routes of this scope take multipart bodies, and lets the sender finish when an answer came before the end of the body. */
export function acceptMultipart(app: FastifyInstance): void {
  app.addContentTypeParser('multipart/form-data', (_request, payload, done) => done(null, payload));
  app.addHook('onResponse', async ({ body }) => {
    if (body instanceof Readable) drain(body);
  });
}

/**
 * A multipart body part by part, of an API request or of a form post that the portal answers. A file has to be read or destroyed
 * before the next part comes; nothing but fields is buffered. A file input that was left empty does not appear.
 */
export async function* partsOf(request: FastifyRequest | Request): AsyncGenerator<FormPart> {
  const body = bodyOf(request);
  const parts = new PassThrough({ objectMode: true });
  let current: PassThrough | undefined;
  const fail = (problem: Error): void => {
    current?.destroy(problem);
    parts.destroy(problem);
    drain(body);
  };

  const parser = new Busboy({
    headers: { 'content-type': contentTypeOf(request) },
    limits: formLimits,
    preservePath: true,
  });
  parser.on('field', (field, value, _, truncated) => {
    if (truncated) fail(requestProblems.tooLarge());
    else parts.write({ kind: 'field', field, value });
  });
  parser.on('file', (field, incoming, name: string | undefined) => {
    const stream = new PassThrough();
    current = stream;
    incoming.on('error', () => stream.destroy(requestProblems.malformed()));
    stream.on('error', () => {}).on('close', () => incoming.unpipe(stream).resume());
    incoming.pipe(stream);
    if (name === undefined || name === '') stream.destroy();
    else parts.write({ kind: 'file', field, name, stream });
  });
  for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const)
    parser.on(limit, () => fail(requestProblems.tooLarge()));
  parser.on('error', () => fail(requestProblems.malformed()));
  parser.on('finish', () => parts.end());
  body.on('error', () => fail(requestProblems.malformed()));
  body.on('close', () => body.readableEnded || fail(requestProblems.malformed()));
  body.pipe(parser);

  try {
    for await (const part of parts as AsyncIterable<FormPart>)
      yield part.kind === 'file' ? part : { ...part, value: readableString(part.value, `/${part.field}`) };
  } finally {
    drain(body);
  }
}

/** The file of a body that is there to bring one. It is read after this returns, so the parts are left open. */
export async function uploadOf(request: FastifyRequest): Promise<IncomingFile> {
  const parts = partsOf(request);
  for (let part = await parts.next(); !part.done; part = await parts.next())
    if (part.value.kind === 'file') return part.value;
  throw requestProblems.invalid([{ pointer: '/file', detail: '请选择要上传的文件' }]);
}

function drain(body: Readable): void {
  body.unpipe();
  body.resume();
}

function bodyOf(request: FastifyRequest | Request): Readable {
  if ('raw' in request) return request.body instanceof Readable ? request.body : request.raw;
  return request.body ? Readable.fromWeb(request.body as ReadableStream) : Readable.from([]);
}

function contentTypeOf({ headers }: FastifyRequest | Request): string {
  const type = headers instanceof Headers ? headers.get('content-type') : headers['content-type'];
  if (!type || !/^multipart\/form-data\s*;.*boundary=/i.test(type)) throw requestProblems.unsupportedMedia();
  return type;
}

/** A file on its way out, to be kept (`attachment`) or looked at in a page of ours (`inline`). */
export interface OutgoingFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly stream: Readable;
}

/** The schema of an answer that is a file. */
export const FileBody = Type.Unsafe<FastifyReply>({ type: 'string', format: 'binary', description: '文件' });

/** What people handed in is never a page of ours: its type is not guessed, nothing in it runs, nobody else may frame or cache it. */
export function sendFile(
  reply: FastifyReply,
  { name, mediaType, size, stream }: OutgoingFile,
  disposition: 'attachment' | 'inline' = 'attachment',
): FastifyReply {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return reply
    .header('content-type', mediaType)
    .header('content-length', size)
    .header('content-disposition', `${disposition}; filename="${plain}"; filename*=UTF-8''${encoded}`)
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(stream);
}
