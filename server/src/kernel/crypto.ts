import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomInt,
} from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The keys of this installation: `var/keys/master-<n>` (32 bytes each, mode 0600). The newest seals, all of them open, so a key
 * is rotated by adding a file. `index` keys never rotate, because a blind index must stay comparable.
 */
export interface Keys {
  readonly newest: number;
  readonly masters: ReadonlyMap<number, Buffer>;
  readonly index: Buffer;
}

/** Reads the keys, making the first ones when the directory is empty. */
export function loadKeys(varDir: string): Keys {
  const dir = join(varDir, 'keys');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const make = (name: string) => writeFileSync(join(dir, name), randomBytes(32), { mode: 0o600, flag: 'wx' });
  const numbers = () =>
    readdirSync(dir).flatMap((name) => (/^master-\d+$/.test(name) ? [Number(name.slice('master-'.length))] : []));
  if (numbers().length === 0) make('master-1');
  if (!readdirSync(dir).includes('index-1')) make('index-1');
  const masters = new Map(numbers().map((n) => [n, readFileSync(join(dir, `master-${n}`))]));
  return { newest: Math.max(...masters.keys()), masters, index: readFileSync(join(dir, 'index-1')) };
}

/** `use` separates keys by purpose: what is sealed for one use cannot be opened for another. */
const deriveKey = (master: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), use, 32));

/** AES-256-GCM: `version(1) key number(2) nonce(12) tag(16) ciphertext`. */
export function seal(keys: Keys, use: string, plain: Buffer | string): Buffer {
  const master = keys.masters.get(keys.newest);
  if (!master) throw new Error('no master key');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', deriveKey(master, use), nonce);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const head = Buffer.alloc(3);
  head.writeUInt8(1, 0);
  head.writeUInt16BE(keys.newest, 1);
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body]);
}

/** Throws when the bytes were changed, sealed for another use, or by a key that is gone. */
export function unseal(keys: Keys, use: string, sealed: Buffer): Buffer {
  if (sealed.length < 31 || sealed.readUInt8(0) !== 1) throw new Error('not sealed by us');
  const master = keys.masters.get(sealed.readUInt16BE(1));
  if (!master) throw new Error('the key of these bytes is gone');
  const decipher = createDecipheriv('aes-256-gcm', deriveKey(master, use), sealed.subarray(3, 15));
  decipher.setAuthTag(sealed.subarray(15, 31));
  return Buffer.concat([decipher.update(sealed.subarray(31)), decipher.final()]);
}

export const unsealText = (keys: Keys, use: string, sealed: Buffer): string =>
  unseal(keys, use, sealed).toString('utf8');

/** Finds an encrypted identifier by equality without revealing it: an HMAC of the normalised value, 32 bytes. */
export const blindIndex = (keys: Keys, use: string, value: string): Buffer =>
  createHmac('sha256', deriveKey(keys.index, `index:${use}`))
    .update(value.normalize('NFKC'))
    .digest();

/** A secret handed out once: only its digest is stored. 256 bits, URL-safe. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const digestOf = (value: string | Buffer): Buffer => createHash('sha256').update(value).digest();

/** A code of that many decimal digits, every one equally likely. */
export const newCode = (digits: number): string => String(randomInt(10 ** digits)).padStart(digits, '0');
