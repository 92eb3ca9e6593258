import { hash, verify } from '@node-rs/argon2';
import { newToken } from '../../kernel/crypto.ts';
import { banned } from './banned-passwords.ts';

/** argon2id, 19 MiB, two passes: about 20 ms of work, off the event loop and never inside a transaction. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'));

let nobodys: Promise<string> | undefined;

/** The same work whether or not there is such an account, so that time tells nobody which numbers have one. */
export async function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword(newToken());
  const right = await verify(passwordHash ?? (await nobodys), password.normalize('NFC'));
  return right && passwordHash != null;
}

const MAX_PASSWORD = 128;

/**
 * What is wrong with a chosen password and how to mend it (ASVS 5.0, 6.2): length counts, composition does not; nothing common, and
 * nothing that anybody who knows the account would try first.
 */
export function passwordFault(
  password: string,
  { min, context }: { min: number; context: readonly string[] },
): string | undefined {
  const length = [...password].length;
  if (length < min) return `至少 ${min} 个字符，现在是 ${length} 个；可以用几个互不相干的词连起来`;
  if (length > MAX_PASSWORD) return `最多 ${MAX_PASSWORD} 个字符`;
  const plain = password.toLowerCase();
  if (new Set(plain).size < 4) return '重复的字符太多，请换一个';
  if (banned.has(plain) || uncommonLength(plain) <= 2) return '这是常见密码，容易被猜到，请换一个';
  const telling = context.filter((word) => word.length >= (/^[ -~]*$/.test(word) ? 4 : 2));
  if (telling.some((word) => plain.includes(word.toLowerCase())))
    return '不要包含手机号、登录名、姓名或本平台的名称，请换一个';
  return undefined;
}

const commonWords = [...banned].filter((word) => word.length >= 6);

/** How many characters are left, at best, when what is common is taken out: nothing much of password12345678. */
function uncommonLength(text: string): number {
  const left = Array<number>(text.length + 1).fill(0);
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const afterWords = commonWords.flatMap((word) => (text.startsWith(word, at) ? (left[at + word.length] ?? 0) : []));
    left[at] = Math.min((left[at + 1] ?? 0) + 1, ...afterWords);
  }
  return left[0] ?? 0;
}
