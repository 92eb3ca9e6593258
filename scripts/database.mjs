/** The database of a command: the one DATABASE_URL names, once it has proved usable, else the embedded one. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startPostgres } from './postgres.mjs';
import { root } from './runtime.mjs';
import { refusal } from './say.mjs';

const OLDEST = 15;

/** @returns {Promise<import('./postgres.mjs').Database>} */
export async function openDatabase() {
  const given = process.env.DATABASE_URL;
  if (!given) return startPostgres();
  await requireUsable(given);
  return { url: given, stop: async () => {} };
}

/** @param {string} given */
async function requireUsable(given) {
  const where = placeOf(given);
  /** @type {typeof import('pg')} */
  const { Client } = createRequire(join(root, 'server', 'package.json'))('pg');
  const client = new Client({ connectionString: given, connectionTimeoutMillis: 5000, query_timeout: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('server_encoding') as encoding`,
    );
    requireVersion(where, rows[0]);
  } catch (error) {
    throw explain(where, error);
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {string} where @param {{ major: number, encoding: string }} server */
function requireVersion(where, { major, encoding }) {
  if (major < OLDEST) {
    throw refusal(
      `${where} 是 PostgreSQL ${major}，太旧了，至少需要 ${OLDEST}。请升级，或去掉 DATABASE_URL 使用内置数据库。`,
      `${where} is PostgreSQL ${major}, which is too old: ${OLDEST} or newer is needed. Upgrade it, or unset DATABASE_URL to use the embedded one.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw refusal(
      `${where} 的编码是 ${encoding}，存不下中文。请新建 UTF8 库：create database tongban template template0 encoding 'UTF8'。`,
      `${where} is encoded in ${encoding}, which cannot hold Chinese. Create one in UTF8: create database tongban template template0 encoding 'UTF8'.`,
    );
  }
}

/** What to do about each way a connection fails, by PostgreSQL's code. @type {Record<string, [zh: string, en: string]>} */
const advice = {
  '28P01': ['用户名或密码不对，请改正 DATABASE_URL', 'the user name or password is wrong; correct DATABASE_URL'],
  28000: [
    '服务器不允许这样登录，请检查 pg_hba.conf 和用户名',
    'the server does not admit this login; check pg_hba.conf and the user',
  ],
  '3D000': ['没有这个库，请先建库或改正库名', 'there is no such database; create it or correct its name'],
  53300: [
    '连接数已满，请稍后再试或调大 max_connections',
    'it has no connection left; try later or raise max_connections',
  ],
};

/** @param {string} where @param {unknown} error */
function explain(where, error) {
  if (!(error instanceof Error) || 'exitCode' in error) return error;
  const known = advice[/** @type {NodeJS.ErrnoException} */ (error).code ?? ''];
  if (known) return refusal(`连不上数据库 ${where}：${known[0]}。`, `Cannot use the database ${where}: ${known[1]}.`);
  return refusal(
    `连不上数据库 ${where}。请确认 PostgreSQL 已启动、地址和端口正确；或去掉 DATABASE_URL 使用内置数据库。`,
    `Cannot reach the database ${where}. Check that PostgreSQL runs there, or unset DATABASE_URL to use the embedded one. (${error.message})`,
  );
}

/** The address without its user and password. @param {string} given */
function placeOf(given) {
  try {
    const { protocol, host, pathname } = new URL(given);
    if (/^postgres(ql)?:$/.test(protocol) && host) return `${host}${pathname}`;
  } catch {}
  throw refusal(
    'DATABASE_URL 写法不对。格式：DATABASE_URL=postgres://用户:密码@主机:5432/库名（密码里的特殊字符要写成 %40 这样的编码）。',
    'DATABASE_URL is malformed. It looks like DATABASE_URL=postgres://user:password@host:5432/database, special characters in the password percent-encoded.',
  );
}
