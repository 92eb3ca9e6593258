import { createHash, randomBytes } from 'node:crypto';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { anonymous } from './actor.ts';
import { readConfig } from './config.ts';
import type { Context } from './context.ts';
import { createHttp } from './http.ts';
import { createLog } from './log.ts';
import { Problem } from './problem.ts';
import { acceptMultipart, partsOf, sendFile, uploadOf } from './uploads.ts';

const MB = 2 ** 20;
const BOUNDARY = '----tongban';
const type = `multipart/form-data; boundary=${BOUNDARY}`;
const config = { policy: { who: 'anyone' } } as const;

const context = {
  config: readConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1/none', TONGBAN_MODE: 'test' }),
  log: createLog('silent'),
} as Context;
const app = await createHttp(context, async () => anonymous);
let seen: string[] = [];

app.post('/json', { config }, async () => ({}));
await app.register(async (scope) => {
  acceptMultipart(scope);
  scope.post('/parts', { config }, async (request) => ({ parts: await listParts(request) }));
  scope.post('/skip', { config }, async (request) => {
    const names: string[] = [];
    for await (const part of partsOf(request)) {
      names.push(part.field);
      if (part.kind === 'file') part.stream.destroy();
    }
    return { names };
  });
  scope.post('/refuse', { config }, async (request) => {
    await uploadOf(request);
    throw new Problem(409, 'test/refused', { zh: '不收', en: 'no' });
  });
  scope.post('/upload', { config }, async (request) => {
    const { name, stream } = await uploadOf(request);
    const hash = createHash('sha256');
    try {
      for await (const chunk of stream) hash.update(chunk as Buffer);
    } catch (error) {
      seen.push((error as Problem).type);
      throw error;
    }
    return { name, digest: hash.digest('hex') };
  });
});
app.get('/file', { config }, async (_, reply) =>
  sendFile(reply, {
    name: '营业执照"；a\u2028.pdf',
    mediaType: 'application/pdf',
    size: 3,
    stream: Readable.from([Buffer.from('abc')]),
  }),
);
await app.listen({ host: '127.0.0.1', port: 0 });
afterAll(() => app.close());
const { port } = app.server.address() as AddressInfo;

/** What came, in order, files as their length. */
async function listParts(request: Parameters<typeof partsOf>[0]): Promise<string[]> {
  const list: string[] = [];
  for await (const part of partsOf(request)) {
    if (part.kind === 'field') list.push(`${part.field}=${part.value}`);
    else {
      let size = 0;
      for await (const chunk of part.stream) size += (chunk as Buffer).length;
      list.push(`${part.field}:${part.name}:${size}`);
    }
  }
  return list;
}

const field = (name: string, value: string | Buffer) =>
  Buffer.concat([
    Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n`),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
const file = (name: string, filename: string, content: Buffer) =>
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"; filename="${filename}"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    content,
    Buffer.from('\r\n'),
  ]);
const form = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
afterAll(() => agent.destroy());
/** Resolves when the answer is here and all has been sent: a sender who is answered early must still be able to finish. */
const post = (path: string, body: Buffer, contentType = type): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const options = { port, path, method: 'POST', agent, headers: { 'content-type': contentType } };
    const sent = httpRequest({ ...options, host: '127.0.0.1' }, async (reply: IncomingMessage) => {
      const answer = { status: reply.statusCode ?? 0, body: await text(reply) };
      if (sent.writableFinished) resolve(answer);
      else sent.on('finish', () => resolve(answer));
    });
    sent.on('error', reject);
    sent.end(body);
  });

const everything = form(
  field('shop', '示例小馆'),
  file('photo', '门头照片.jpg', randomBytes(300_000)),
  file('empty', '', Buffer.alloc(0)),
  field('note', ''),
  file('plan', 'a.png', Buffer.alloc(0)),
);

test('fields and files come in their order, Chinese names whole; an input left empty does not come', async () => {
  const { body } = await post('/parts', everything);

  expect(JSON.parse(body).parts).toEqual(['shop=示例小馆', 'photo:门头照片.jpg:300000', 'note=', 'plan:a.png:0']);
});

test('a form post that the portal answers is read in the same way', async () => {
  const request = new Request('http://portal/apply', {
    method: 'POST',
    body: everything,
    headers: { 'content-type': type },
  });

  expect(await listParts(request)).toEqual(['shop=示例小馆', 'photo:门头照片.jpg:300000', 'note=', 'plan:a.png:0']);
});

test('a large file arrives as it was sent', async () => {
  const content = randomBytes(12 * MB);

  const { body } = await post('/upload', form(field('a', 'b'), file('f', 'a.jpg', content)));

  expect(JSON.parse(body)).toEqual({ name: 'a.jpg', digest: createHash('sha256').update(content).digest('hex') });
});

test('a file that is not wanted is skipped and what stands behind it still comes', async () => {
  const { body } = await post('/skip', form(file('f', 'a.jpg', randomBytes(3 * MB)), field('kept', 'x')));

  expect(JSON.parse(body).names).toEqual(['f', 'kept']);
});

test('who is refused before the file was read gets the answer, and the connection serves on', async () => {
  const body = form(file('f', 'a.jpg', randomBytes(30 * MB)), file('g', 'b.jpg', randomBytes(MB)));

  for (let i = 0; i < 2; i += 1) expect(await post('/refuse', body)).toMatchObject({ status: 409 });
  expect((await post('/parts', everything)).status).toBe(200);
});

test('a body without a file is told where the file is missing', async () => {
  const { status, body } = await post('/upload', form(field('a', 'b')));

  expect(status).toBe(400);
  expect(JSON.parse(body).errors).toEqual([{ pointer: '/file', detail: '请选择要上传的文件' }]);
});

test.each([
  ['a body cut short in a file', everything.subarray(0, 1000), 400],
  ['a body cut short in a field', form(field('a', 'b')).subarray(0, 60), 400],
  ['a body that is no form', Buffer.from('hello'), 400],
  ['an empty body', Buffer.alloc(0), 400],
  ['a field longer than 64 KiB', form(field('a', 'x'.repeat(70_000))), 413],
  ['more than 200 fields', form(...Array.from({ length: 201 }, () => field('a', 'b'))), 413],
  ['more than 20 files', form(...Array.from({ length: 21 }, () => file('a', 'a.jpg', Buffer.from('b')))), 413],
  ['a NUL in a field', form(field('note', 'a\u0000b')), 400],
])('%s is refused', async (_, body, status) => {
  expect((await post('/parts', body)).status).toBe(status);
  expect((await post('/parts', everything)).status).toBe(200);
});

test('a NUL is told by the name of its field', async () => {
  const { body } = await post('/parts', form(field('note', 'a\u0000b')));

  expect(JSON.parse(body).errors).toMatchObject([{ pointer: '/note' }]);
});

test('multipart without a boundary, or for a route that takes none, is 415', async () => {
  expect((await post('/parts', everything, 'multipart/form-data')).status).toBe(415);
  expect((await post('/json', everything)).status).toBe(415);
});

test('a sender who disappears in the middle of a file is noticed by whoever reads it', async () => {
  seen = [];
  const socket = connect(port, '127.0.0.1');
  const head = `POST /upload HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: ${type}\r\ncontent-length: 1000000\r\n\r\n`;
  socket.write(head);
  socket.write(file('f', 'a.jpg', randomBytes(200_000)));
  setTimeout(() => socket.destroy(), 50);

  await expect.poll(() => seen).toEqual(['request/malformed']);
});

test('a file goes out under its name, as what it is, and can do nothing in a page of ours', async () => {
  const reply = await app.inject('/file');

  expect(reply.body).toBe('abc');
  expect(reply.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': '3',
    'content-disposition': `attachment; filename="______a_.pdf"; filename*=UTF-8''%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7%22%EF%BC%9Ba%E2%80%A8.pdf`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect(reply.headers['content-security-policy']).toContain('sandbox');
});
