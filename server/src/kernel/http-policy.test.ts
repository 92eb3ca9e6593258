import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { serveThings, thingsContext } from '../../test/things.ts';
import { anonymous } from './actor.ts';
import { createHttp, etag } from './http.ts';

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

describe('who may knock', () => {
  test('a route without a policy does not register', async () => {
    const bare = await createHttp(thingsContext(), async () => anonymous);

    expect(() => bare.get('/api/open', async () => ({}))).toThrow('/api/open declares no policy');
  });

  test.each([
    ['/api/mine', '', 401],
    ['/api/mine', 'person', 200],
    ['/api/desk', '', 401],
    ['/api/desk', 'staff', 403],
    ['/api/desk', 'staff acceptanceOfficer', 403],
    ['/api/desk', 'staff acceptanceOfficer supervisor', 200],
  ])('%s for “%s” answers %d', async (url, actor, status) => {
    expect((await get(url, { 'x-test-actor': actor })).statusCode).toBe(status);
  });

  test('what is for this machine alone is not there for others', async () => {
    expect((await get('/api/here')).statusCode).toBe(200);
    expect((await app.inject({ url: '/api/here', remoteAddress: '192.0.2.7' })).statusCode).toBe(404);
  });

  test('nobody says with a header that they are this machine', async () => {
    const headers = { 'x-forwarded-for': '127.0.0.1' };

    expect((await app.inject({ url: '/api/here', remoteAddress: '192.0.2.7', headers })).statusCode).toBe(404);
  });
});

describe('a change comes from our own pages', () => {
  const own = 'http://localhost:80';
  test.each([
    ['from our page', { origin: own, 'sec-fetch-site': 'same-origin' }, 200],
    ['from a program of our own', {}, 200],
    ['typed by the person', { 'sec-fetch-site': 'none' }, 200],
    ['from another site', { origin: 'https://evil.example' }, 403],
    ['from a page without an origin', { origin: 'null' }, 403],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['from another site, says the browser', { 'sec-fetch-site': 'cross-site' }, 403],
    ['from our host by another scheme', { origin: 'https://localhost:80' }, 403],
  ])('%s', async (_, headers, status) => {
    const host = { host: 'localhost:80' };

    expect((await post({ name: 'a' }, { ...json, ...host, ...headers } as Record<string, string>)).statusCode).toBe(
      status,
    );
  });

  test('on /api a form of another site is told by the header it cannot send', async () => {
    const reply = await post({ name: 'a' }, { 'content-type': 'application/json' });

    expect([reply.statusCode, reply.json().type]).toEqual([403, 'request/foreign-origin']);
    expect((await app.inject({ method: 'POST', url: '/form' })).statusCode).toBe(200);
  });

  test('behind a proxy the public address is our own', async () => {
    const behind = await serveThings({ publicUrl: 'https://fw.example' });
    const from = (origin: string) =>
      behind.inject({ method: 'POST', url: '/api/things', headers: { ...json, origin }, payload: '{"name":"a"}' });

    expect((await from('https://fw.example')).statusCode).toBe(200);
    expect((await from('http://localhost:80')).statusCode).toBe(403);
    await behind.close();
  });
});

describe('what Node would answer and we do not', () => {
  let port = 0;
  const send = async (request: string): Promise<string> => {
    if (port === 0) {
      await app.listen({ host: '127.0.0.1', port: 0 });
      port = (app.server.address() as AddressInfo).port;
    }
    const socket = connect(port, '127.0.0.1');
    socket.write(`${request}connection: close\r\n\r\n`);
    return (await text(socket)).split('\r\n')[0] ?? '';
  };

  test.each([
    ['one Host', 'GET /api/things HTTP/1.1\r\nhost: a\r\n', '200'],
    ['two Hosts', 'GET /api/things HTTP/1.1\r\nhost: a\r\nhost: b\r\n', '400'],
    ['two Hosts in two spellings', 'GET /api/things HTTP/1.1\r\nHost: a\r\nhOSt: a\r\n', '400'],
    ['no Host', 'GET /api/things HTTP/1.1\r\n', '400'],
    ['a target that names another host', 'GET http://evil.example/api/things HTTP/1.1\r\nhost: a\r\n', '400'],
    ['a target without a path', 'OPTIONS * HTTP/1.1\r\nhost: a\r\n', '4'],
    ['a header of 20 KB', `GET /api/things HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n`, '431'],
  ])('%s', async (_, request, status) => {
    expect(await send(request)).toMatch(new RegExp(`^HTTP/1.1 ${status}`));
  });
});

describe('versions and keys', () => {
  const put = (headers: Record<string, string>) =>
    app.inject({ method: 'PUT', url: '/api/things/1', headers: { 'x-tongban': '1', ...headers } });

  test.each([
    [{}, 428],
    [{ 'if-match': '"7"' }, 200],
    [{ 'if-match': 'W/"7"' }, 200],
    [{ 'if-match': '"6"' }, 412],
    [{ 'if-match': '7' }, 400],
    [{ 'if-match': '*' }, 400],
    [{ 'if-match': '"7", "8"' }, 400],
    [{ 'if-match': '"-1"' }, 400],
    [{ 'if-match': '"99999999999"' }, 400],
  ])('%j answers %d', async (headers, status) => {
    expect((await put(headers as Record<string, string>)).statusCode).toBe(status);
    expect(etag(7)).toBe('"7"');
  });

  test('a stale change is told the version that holds', async () => {
    expect((await put({ 'if-match': '"6"' })).json()).toMatchObject({ type: 'request/stale', version: 7 });
  });

  test.each([
    [undefined, 400],
    ['short', 400],
    ['k'.repeat(101), 400],
    ['with a space', 400],
    ['a-good-key-1', 200],
  ])('the idempotency key %j answers %d', async (key, status) => {
    const headers = { 'x-tongban': '1', ...(key !== undefined && { 'idempotency-key': key }) };

    expect((await app.inject({ method: 'POST', url: '/api/claims', headers })).statusCode).toBe(status);
  });
});
