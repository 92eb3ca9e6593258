import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiProblem, get, newKey, send, sessionEvents } from './http.ts';

const answer = vi.fn<typeof fetch>();

const problem = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });

const sent = () => {
  const [address, init] = answer.mock.calls[0]!;
  return { address, headers: new Headers(init?.headers), init };
};

beforeEach(() => {
  answer.mockReset();
  vi.stubGlobal('fetch', answer);
  vi.stubGlobal('document', { documentElement: { lang: 'zh-CN' } });
});
afterEach(() => vi.unstubAllGlobals());

describe('what the desk sends', () => {
  test('a change says that it comes from our pages, which version it rests on, and which intent it is', async () => {
    answer.mockResolvedValue(Response.json({ version: 8 }));

    await send('POST', '/cases/1/grant', { body: { note: '符合条件' }, version: 7, key: 'intent-0001' });

    expect(Object.fromEntries(sent().headers)).toMatchObject({
      'x-tongban': '1',
      'if-match': '"7"',
      'idempotency-key': 'intent-0001',
      'content-type': 'application/json',
      'accept-language': 'zh-CN',
    });
  });

  test('a form with files goes as it is, so that the browser writes its boundary', async () => {
    answer.mockResolvedValue(Response.json({}));

    await send('POST', '/cases/1/materials/plan/files', { body: new FormData(), version: 1 });

    expect(sent().headers.has('content-type')).toBe(false);
    expect(sent().init?.body).toBeInstanceOf(FormData);
  });

  test('filters that are not set stay out of the address', async () => {
    answer.mockResolvedValue(Response.json({ items: [] }));

    await get('/cases', { query: { work: 'mine', text: '', state: undefined, limit: 50 } });

    expect(sent().address).toBe('/api/cases?work=mine&limit=50');
  });

  test('two intents never share a key', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(newKey()).not.toBe(newKey());
  });
});

describe('what the desk hears', () => {
  test('a refusal arrives as one problem with its sentence and its places', async () => {
    answer.mockResolvedValue(
      problem(422, {
        type: 'cases/basis-needed',
        title: '不予许可须写明法律依据',
        instance: 'r-1',
        errors: [{ pointer: '/basis', detail: '请至少选择一条法律依据' }],
      }),
    );

    const refusal = await send('POST', '/cases/1/refuse').catch((error) => error);

    expect(refusal).toBeInstanceOf(ApiProblem);
    expect(refusal).toMatchObject({ status: 422, type: 'cases/basis-needed', message: '不予许可须写明法律依据' });
    expect(refusal.errors).toEqual([{ pointer: '/basis', detail: '请至少选择一条法律依据' }]);
  });

  test('an answer that is no problem document still becomes one', async () => {
    answer.mockResolvedValue(new Response('<html>', { status: 502 }));

    await expect(get('/cases')).rejects.toMatchObject({ status: 502, type: 'desk/unreadable', errors: [] });
  });

  test('a dead network is a problem of its own', async () => {
    answer.mockRejectedValue(new TypeError('Failed to fetch'));

    await expect(get('/cases')).rejects.toMatchObject({ status: 0, type: 'desk/offline' });
  });

  test('a request that the page gave up is not a problem', async () => {
    const giveUp = new AbortController();
    answer.mockImplementation(() => Promise.reject(giveUp.signal.reason));
    giveUp.abort();

    await expect(get('/cases', { signal: giveUp.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('every 401 tells the shell that the session is over, and why', async () => {
    const ended = vi.fn();
    sessionEvents.addEventListener('ended', ended, { once: true });
    answer.mockResolvedValue(problem(401, { type: 'identity/signed-in-elsewhere', title: '已在另一台设备上登录' }));

    await get('/cases').catch(() => {});

    expect(ended.mock.calls[0]?.[0].detail).toMatchObject({ type: 'identity/signed-in-elsewhere' });
  });

  test('an empty answer is no error', async () => {
    answer.mockResolvedValue(new Response(null, { status: 204 }));

    await expect(send('DELETE', '/cases/1', { version: 1 })).resolves.toBeUndefined();
  });
});
