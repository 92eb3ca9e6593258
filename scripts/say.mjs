/** What the scripts tell people: Chinese first, English after it, and on every refusal what to do about it. */

/** A failure whose message already says what to do, so it is shown without a stack. */
class Refusal extends Error {
  exitCode = 1;
}

/** @param {string} zh @param {string} en */
export function say(zh, en) {
  console.log(`${zh}\n  ${en}`);
}

/** @param {string} zh @param {string} en @param {number} [exitCode] */
export function refusal(zh, en, exitCode = 1) {
  return Object.assign(new Refusal(`${zh}\n  ${en}`), { exitCode });
}

/** Causes that are the same wherever they strike, recognised in what the system, npm or PostgreSQL says. */
const causes = [
  {
    sign: /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/i,
    zh: '磁盘已满。请清理出至少 2 GB 空间，或用 VAR_DIR=/别的磁盘/tongban 换一个数据位置，然后重试。',
    en: 'The disk is full. Free at least 2 GB, or put the data elsewhere with VAR_DIR=/other/disk/tongban, then try again.',
  },
  {
    sign: /EROFS|EACCES|EPERM|Read-only file system|Permission denied/i,
    zh: '没有写入权限。请把项目放到当前用户可写的目录，或用 VAR_DIR=/可写目录 换一个数据位置，然后重试。',
    en: 'This place cannot be written. Move the project to a folder you own, or put the data elsewhere with VAR_DIR=/writable/folder, then try again.',
  },
  {
    sign: /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/,
    zh: '连不上 npm 软件源。请检查网络或代理，也可以换一个源：npm config set registry <地址>，然后重试。',
    en: 'The npm registry cannot be reached. Check the network or proxy, or choose another one with: npm config set registry <address>, then try again.',
  },
];

/**
 * The refusal for a failed step: what to do when the cause is known, else the last words of what failed.
 * @param {string} zh @param {string} en @param {unknown} detail
 */
export function failed(zh, en, detail) {
  if (detail instanceof Refusal) return detail;
  const words =
    detail instanceof Error ? `${detail.message} ${/** @type {any} */ (detail).code ?? ''}` : String(detail);
  const cause = causes.find(({ sign }) => sign.test(words));
  const tail = words.trim().split('\n').slice(-30).join('\n');
  return cause ? refusal(`${zh}：${cause.zh}`, `${en}: ${cause.en}\n${tail}`) : refusal(`${zh}。`, `${en}.\n${tail}`);
}

/**
 * Runs a script: its result is the exit code, a refusal is printed plainly, anything else is a defect and keeps its stack.
 * A closed terminal or pipe must not end it before it has tidied up.
 * @param {() => Promise<number>} script
 */
export async function main(script) {
  process.stdout.on('error', () => {});
  try {
    process.exitCode = await script();
  } catch (error) {
    console.error(error instanceof Refusal ? `\n${error.message}` : error);
    process.exitCode = error instanceof Refusal ? error.exitCode : 1;
  }
}
