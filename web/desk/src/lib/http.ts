import type { FieldError } from '@tongban/server/contract/forms';

/** A refusal by the server (RFC 9457), or the network's: status 0. Its message is the sentence to show. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly type: string;
  /** The request's id, to name when asking for help. */
  readonly instance: string | undefined;
  readonly errors: readonly FieldError[];

  constructor(status: number, problem: { type?: string; title?: string; instance?: string; errors?: FieldError[] }) {
    super(problem.title ?? '');
    this.status = status;
    this.type = problem.type ?? 'desk/unreadable';
    this.instance = problem.instance;
    this.errors = problem.errors ?? [];
  }
}

export interface Call {
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** JSON, or a form with files. */
  body?: unknown;
  /** The version this change is based on. */
  version?: number;
  /** Makes a repeat harmless where the effect is a legal one; see `newKey`. */
  key?: string;
  signal?: AbortSignal;
}

/** One key for one intent of the person: a retry of the same click carries the same key. (`randomUUID` needs https.) */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Tells the shell when the session ended (signed out, timed out, signed in elsewhere, suspended) and of every answer, which keeps it alive. */
export const sessionEvents = new EventTarget();

async function call(method: string, path: string, { query, body, version, key, signal }: Call): Promise<Response> {
  const asked = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  const json = body !== undefined && !(body instanceof FormData);
  const response = await fetch(`/api${path}${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''}`, {
    method,
    headers: {
      'x-tongban': '1',
      'accept-language': document.documentElement.lang,
      ...(json && { 'content-type': 'application/json' }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: json ? JSON.stringify(body) : (body as FormData) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : new ApiProblem(0, { type: 'desk/offline' });
  });
  if (response.status !== 401) sessionEvents.dispatchEvent(new Event('alive'));
  if (response.ok) return response;
  const problem = new ApiProblem(response.status, await response.json().catch(() => ({})));
  if (problem.status === 401 || problem.type === 'identity/account-suspended')
    sessionEvents.dispatchEvent(new CustomEvent('ended', { detail: problem }));
  throw problem;
}

export async function send<T = void>(method: 'POST' | 'PUT' | 'DELETE', path: string, sent: Call = {}): Promise<T> {
  const response = await call(method, path, sent);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export const get = async <T>(path: string, asked: Pick<Call, 'query' | 'signal'> = {}): Promise<T> =>
  (await (await call('GET', path, asked)).json()) as T;

export const getBlob = async (path: string, signal?: AbortSignal): Promise<Blob> =>
  (await call('GET', path, signal ? { signal } : {})).blob();
