import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { byteReader } from './bytes.ts';

const MAGIC = Buffer.from('TBF1');
const SALT = 32;
const TAG = 16;
const SEGMENT = 64 * 1024;

/**
 * How a file lies on the disk: `magic(4) salt(32) segment…`, after the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015).
 * Each file has a key of its own, HKDF-SHA-256 of the owner's key and a fresh random salt. Each segment is 64 KiB of content sealed by
 * AES-256-GCM; its nonce is its number (11 bytes) and a byte that is 1 for the last segment alone. So a segment that was changed,
 * left out, repeated, moved, cut off or added does not open, and reading can begin before the end is there.
 */
export async function* sealFile(ownerKey: Buffer, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const key = fileKey(ownerKey, salt);
  yield Buffer.concat([MAGIC, salt]);
  for await (const { number, bytes, last } of segments(content, SEGMENT)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number, last));
    yield cipher.update(bytes);
    yield Buffer.concat([cipher.final(), cipher.getAuthTag()]);
  }
}

/** The content of a sealed file, segment by segment; throws at the first that is not as it was sealed. */
export async function* openSealed(ownerKey: Buffer, sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let key: Buffer | undefined;
  for await (const { number, bytes, last, head } of segments(sealed, SEGMENT + TAG, MAGIC.length + SALT)) {
    if (!head.subarray(0, MAGIC.length).equals(MAGIC) || bytes.length < TAG) throw new Error('not a sealed file');
    key ??= fileKey(ownerKey, head.subarray(MAGIC.length));
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, last));
    decipher.setAuthTag(bytes.subarray(-TAG));
    const plain = decipher.update(bytes.subarray(0, -TAG));
    decipher.final();
    yield plain;
  }
}

/** Cuts a stream into numbered pieces of one length, after a head; the last piece is told apart, and there always is one. */
async function* segments(
  source: AsyncIterable<Buffer>,
  length: number,
  headLength = 0,
): AsyncGenerator<{ number: number; bytes: Buffer; last: boolean; head: Buffer }> {
  const reader = byteReader(source, () => new Error('not a sealed file'));
  try {
    const head = Buffer.from(await reader.take(headLength));
    for (let number = 0, last = false; !last; number += 1) {
      const ahead = await reader.peek(length + 1);
      last = ahead.length <= length;
      yield { number, bytes: await reader.take(Math.min(ahead.length, length)), last, head };
    }
  } finally {
    await reader.close();
  }
}

/** How many bytes content of that size takes when it is sealed. */
export const sealedSize = (size: number): number =>
  MAGIC.length + SALT + size + TAG * Math.max(1, Math.ceil(size / SEGMENT));

const fileKey = (ownerKey: Buffer, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', ownerKey, salt, 'tongban file', 32));

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(number, 7);
  bytes.writeUInt8(last ? 1 : 0, 11);
  return bytes;
}
