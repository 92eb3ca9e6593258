import type { LightMyRequestResponse } from 'fastify';
import type { World } from './world.ts';

/** Somebody at a browser without a script: keeps cookies, follows redirects, and posts forms with what stands hidden in them. */
export interface Browser {
  /** The page one is on. */
  readonly page: Page;
  open(path: string): Promise<Page>;
  /** Posts the form of the page whose button is pressed; hidden fields come along. */
  post(action: string, fields?: Record<string, string | string[]>): Promise<Page>;
  /** The same with files, as a multipart form sends them. */
  postFiles(action: string, fields: Record<string, string>, files: Record<string, Buffer>): Promise<Page>;
  cookie(name: string): string | undefined;
}

export interface Page {
  readonly status: number;
  readonly path: string;
  readonly html: string;
  readonly headers: LightMyRequestResponse['headers'];
  readonly title: string;
  /** The value of a hidden field of the first form that has one of that name. */
  hidden(name: string): string;
  field(name: string): string | undefined;
}

export function browserOf({ app }: World, signedIn?: { cookie: string }): Browser {
  const jar = new Map<string, string>();
  if (signedIn) keep(jar, signedIn.cookie);
  let page: Page = pageOf('', { statusCode: 0, body: '', headers: {} } as LightMyRequestResponse);

  async function go(method: 'GET' | 'POST', path: string, payload?: Buffer | string, type?: string): Promise<Page> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await app.inject({
      method,
      url: path,
      headers: { ...(cookie && { cookie }), ...(type && { 'content-type': type }) },
      ...(payload !== undefined && { payload }),
    });
    for (const header of [reply.headers['set-cookie'] ?? []].flat()) keep(jar, String(header));
    const { location } = reply.headers;
    page = typeof location === 'string' ? await go('GET', location) : pageOf(path, reply);
    return page;
  }

  const carried = (fields: Record<string, unknown>): [string, string][] =>
    ['csrf', 'version', 'key'].flatMap((name): [string, string][] =>
      Object.hasOwn(fields, name) || page.hidden(name) === '' ? [] : [[name, page.hidden(name)]],
    );

  return {
    get page() {
      return page;
    },
    cookie: (name) => jar.get(name),
    open: (path) => go('GET', path),
    post: (action, fields = {}) => {
      const entries = Object.entries(fields).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      );
      const body = new URLSearchParams([...carried(fields), ...entries]).toString();
      return go('POST', action, body, 'application/x-www-form-urlencoded');
    },
    postFiles: (action, fields, files) => {
      const boundary = 'a-boundary-of-the-test';
      const head = (rest: string) => `--${boundary}\r\ncontent-disposition: form-data; ${rest}\r\n`;
      const parts = [
        ...[...carried(fields), ...Object.entries(fields)].map(([name, value]) =>
          Buffer.from(`${head(`name="${name}"`)}\r\n${value}\r\n`),
        ),
        ...Object.entries(files).flatMap(([name, content]) => [
          Buffer.from(`${head(`name="${name}"; filename="${name}.jpg"`)}content-type: image/jpeg\r\n\r\n`),
          content,
          Buffer.from('\r\n'),
        ]),
        Buffer.from(`--${boundary}--\r\n`),
      ];
      return go('POST', action, Buffer.concat(parts), `multipart/form-data; boundary=${boundary}`);
    },
  };
}

function keep(jar: Map<string, string>, header: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
  if (value === '' || /max-age=0/i.test(header)) jar.delete(name);
  else jar.set(name, value);
}

function pageOf(path: string, { statusCode, body, headers }: LightMyRequestResponse): Page {
  const attribute = (name: string) =>
    new RegExp(`name="${name.replaceAll(/[/.]/g, '\\$&')}"[^>]*? value="([^"]*)"`).exec(body)?.[1];
  return {
    status: statusCode,
    path,
    html: body,
    headers,
    title: /<title>([^<]*)/.exec(body)?.[1] ?? '',
    hidden: (name) => attribute(name) ?? '',
    field: (name) =>
      attribute(name) ?? new RegExp(`value="([^"]*)"[^>]*? name="${name.replaceAll(/[/.]/g, '\\$&')}"`).exec(body)?.[1],
  };
}
