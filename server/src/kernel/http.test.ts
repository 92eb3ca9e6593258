import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { logged, secret, serveThings } from '../../test/things.ts';

const app = await serveThings();
afterAll(() => app.close());
const json = { 'content-type': 'application/json', 'x-tongban': '1' };
const post = (payload: unknown, headers: Record<string, string> = json) =>
  app.inject({
    method: 'POST',
    url: '/api/things',
    headers,
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe('a body is taken as it is or not at all', () => {
  test('what fits passes', async () => {
    const reply = await post({ name: '张三', age: 3, tags: ['a'] });

    expect([reply.statusCode, reply.json()]).toEqual([200, { name: '张三', age: 3, tags: ['a'] }]);
  });

  test.each([
    ['an unknown field', { name: 'a', extra: 1 }, '/extra', '不接受这个字段，请删除'],
    ['a field that the server owns', { name: 'a', id: 'x' }, '/id', '不接受这个字段，请删除'],
    ['a missing field', {}, '/name', '此项必须填写'],
    ['an empty field', { name: '' }, '/name', '此项不能为空'],
    ['a field too long', { name: '一二三四五六' }, '/name', '最多 5 个字'],
    ['a number as text', { name: 'a', age: '3' }, '/age', '应为整数'],
    ['a text as number', { name: 3 }, '/name', '应为文字'],
    ['a fraction', { name: 'a', age: 1.5 }, '/age', '应为整数'],
    ['one for many', { name: 'a', tags: 'x' }, '/tags', '应为列表'],
    ['too many', { name: 'a', tags: ['x', 'y', 'z'] }, '/tags', '最多 2 项'],
    ['a wrong type deep inside', { name: 'a', tags: ['x', null] }, '/tags/1', '应为文字'],
  ])('%s is refused at its place with a sentence', async (_, body, pointer, detail) => {
    const reply = await post(body);

    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({ type: 'request/invalid', errors: [{ pointer, detail }] });
  });

  test.each([
    ['a NUL', '"a\\u0000b"'],
    ['a lone surrogate', '"\\ud800"'],
    ['a bidirectional override', '"\\u202e"'],
    ['an escape', '"\\u001b"'],
  ])('%s is refused before it reaches the database', async (_, name) => {
    const reply = await post(`{"name":${name}}`);

    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({ errors: [{ pointer: '/name' }] });
  });

  test('text is kept in normal form C', async () => {
    expect((await post({ name: 'e\u0301' })).json()).toEqual({ name: 'é' });
  });

  test.each([
    ['__proto__', '{"name":"a","__proto__":{"x":1}}'],
    ['constructor.prototype', '{"name":"a","constructor":{"prototype":{"x":1}}}'],
    ['what is no JSON', '{"name":'],
    ['nothing', ''],
    ['an array', '[]'],
    ['nesting without end', `${'['.repeat(50)}${']'.repeat(50)}`],
    ['an endless number', '{"name":"a","age":1e999}'],
  ])('%s is refused', async (_, body) => {
    expect((await post(body)).statusCode).toBe(400);
  });

  test('more than 256 KiB is 413', async () => {
    const reply = await post({ name: 'a'.repeat(256 * 1024) });

    expect([reply.statusCode, reply.json().type]).toEqual([413, 'request/too-large']);
  });

  test.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    '%s is 415 where JSON is asked for',
    async (type) => {
      const reply = await post('{"name":"a"}', { ...json, 'content-type': type });

      expect([reply.statusCode, reply.json().type]).toEqual([415, 'request/unsupported-media']);
    },
  );

  test('fields where no body is asked for are refused', async () => {
    const reply = await app.inject({ method: 'POST', url: '/api/claims', headers: json, payload: '{"a":1}' });

    expect([reply.statusCode, reply.json().errors[0].pointer]).toEqual([400, '/a']);
  });
});

describe('an address is text, so its values are read from it', () => {
  test('numbers, booleans and repeated keys', async () => {
    expect((await get('/api/things?limit=5&flag=true&tag=a&tag=b')).json()).toEqual({
      limit: 5,
      flag: true,
      tag: ['a', 'b'],
    });
    expect((await get('/api/things?tag=a')).json()).toEqual({ limit: 20, tag: ['a'] });
  });

  test.each(['limit=five', 'limit=101', 'limit=1&limit=2', 'flag=maybe', 'other=1', 'tag=a%00b', '__proto__=1'])(
    '?%s is refused',
    async (query) => {
      expect((await get(`/api/things?${query}`)).statusCode).toBe(400);
    },
  );

  test.each(['a%00b', '%ud800', '%ff', '%E2%80%AE', 'x'.repeat(300)])('/api/things/%s is refused', async (id) => {
    expect((await get(`/api/things/${id}`)).statusCode).toBeGreaterThanOrEqual(400);
    expect((await get(`/api/things/${id}`)).statusCode).toBeLessThan(500);
  });
});

describe('a refusal is a problem, and a fault tells nothing', () => {
  test.each([
    ['badData', 400, undefined],
    ['nowhere', 404, undefined],
    ['locked', 503, '5'],
    ['away', 503, '5'],
    ['ours', 409, undefined],
  ])('%s answers %d', async (how, status, retryAfter) => {
    const reply = await get(`/api/fails/${how}`);

    expect(reply.statusCode).toBe(status);
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(reply.headers['retry-after']).toBe(retryAfter);
  });

  test.each(['bug', 'database'])(
    'a fault of ours (%s) answers with the id of the request and nothing else',
    async (how) => {
      const reply = await get(`/api/fails/${how}`);

      expect(reply.statusCode).toBe(500);
      expect(reply.json()).toEqual({
        type: 'request/internal',
        title: '系统出现故障，已记录',
        status: 500,
        instance: expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
    },
  );

  test('the log knows where a database refused and by which rule, not whose data it was', async () => {
    logged.length = 0;
    const reply = await get('/api/fails/database');

    const line = logged.join('\n');
    expect(line).toContain(reply.json().instance);
    expect(line).toContain('person_mobile_once');
    expect(line).toContain('http.test.ts');
    expect(line).not.toContain(secret);
  });

  test('the title is Chinese, English when it is asked for', async () => {
    const [zh, en, other] = await Promise.all(
      ['zh-CN,zh;q=0.9,en;q=0.8', 'en-GB,en;q=0.9', 'fr'].map((language) =>
        get('/api/none', { 'accept-language': language }),
      ),
    );

    expect([zh?.json().title, zh?.headers['content-language']]).toEqual(['没有找到您要的内容', 'zh']);
    expect([en?.json().title, en?.headers['content-language']]).toEqual(['Not found', 'en']);
    expect(other?.json().title).toBe('没有找到您要的内容');
  });

  test('the language may be asked for in any letters', async () => {
    expect((await get('/api/none', { 'accept-language': 'EN' })).headers['content-language']).toBe('en');
    expect((await get('/api/none', { 'accept-language': 'enq' })).headers['content-language']).toBe('zh');
  });
});

describe('headers', () => {
  const safe = {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };

  test.each(['/api/things', '/api/none', '/api/fails/bug', '/api/mine', '/api/things?limit=x'])(
    'every answer carries the safe ones: %s',
    async (url) => {
      expect((await get(url)).headers).toMatchObject(safe);
    },
  );

  test('what somebody signed in sees is kept by nobody', async () => {
    expect((await get('/api/mine', { 'x-test-actor': 'person' })).headers['cache-control']).toBe('no-store');
    expect((await get('/api/things')).headers['cache-control']).toBeUndefined();
  });

  test('over https the browser is told to stay there', async () => {
    const secure = await serveThings({ publicUrl: 'https://fw.example' });

    expect((await secure.inject('/api/things')).headers['strict-transport-security']).toBe('max-age=31536000');
    expect((await get('/api/things')).headers['strict-transport-security']).toBeUndefined();
    await secure.close();
  });
});

test('a form has half a minute to come in, files have longer', async () => {
  const slow = await serveThings();
  await slow.listen({ host: '127.0.0.1', port: 0 });
  const { port } = slow.server.address() as AddressInfo;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const begin = async (type: string) => {
    const socket = connect(port, '127.0.0.1');
    const arrived = once(slow.server, 'request');
    socket.write(`POST /form HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: ${type}\r\ncontent-length: 99\r\n\r\n{`);
    await arrived;
    return socket;
  };

  const [form, files] = [await begin('application/json'), await begin('multipart/form-data; boundary=x')];
  const gone = once(form, 'close');
  await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
  vi.advanceTimersByTime(30_000);
  vi.useRealTimers();

  await gone;
  expect(slow.server.requestTimeout).toBe(300_000);
  expect(files.destroyed).toBe(false);
  files.destroy();
  await slow.close();
});

test('who asks too often is told when to come back; one address does not use up another’s share', async () => {
  const limited = await serveThings({ mode: 'demo' });
  const ask = (remoteAddress: string, actor = '') =>
    limited.inject({ url: '/api/things', remoteAddress, headers: { 'x-test-actor': actor } });

  for (let i = 0; i < 90; i += 1) expect((await ask('192.0.2.1')).statusCode).toBe(200);
  const refused = await ask('192.0.2.1');

  expect([refused.statusCode, refused.json().type]).toEqual([429, 'request/too-many']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await ask('192.0.2.2')).statusCode).toBe(200);
  expect((await ask('192.0.2.1', 'person')).statusCode).toBe(200);
  await limited.close();
});
