import { crc32 } from 'node:zlib';
import type { ByteReader } from './bytes.ts';
import { fileErrors } from './errors.ts';
import { exifOrientation, orientationAlone } from './exif.ts';
import { requirePixels, requirePlainTail } from './image.ts';

/** The chunks that change how the picture looks; all others tell about people, places, programs, or move the picture. */
const kept = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs', 'IDAT', 'IEND'];
const LARGEST_BESIDE_DATA = 2 ** 20;

/** Passes a PNG on without its texts, times and Exif (ASVS 14.2.8), but with its orientation; every checksum is verified. */
export async function* cleanPng(bytes: ByteReader): AsyncGenerator<Buffer> {
  yield await bytes.take(8);
  for (let [count, data, type] = [0, 0, '']; type !== 'IEND'; count += 1) {
    const head = await bytes.take(8);
    const length = head.readUInt32BE();
    type = head.toString('latin1', 4);
    if ((count === 0) !== (type === 'IHDR') || !/^[A-Za-z]{4}$/.test(type)) throw fileErrors.damaged();
    if (type === 'IEND' && data === 0) throw fileErrors.damaged();
    if (type === 'IDAT') {
      data += length;
      yield head;
      yield* checked(bytes, head, length);
      continue;
    }
    if (length > LARGEST_BESIDE_DATA) throw fileErrors.damaged();
    const pieces: Buffer[] = [];
    for await (const piece of checked(bytes, head, length)) pieces.push(piece);
    const chunk = Buffer.concat(pieces);
    if (type === 'IHDR') {
      if (length !== 13) throw fileErrors.damaged();
      requirePixels(chunk.readUInt32BE(), chunk.readUInt32BE(4));
    }
    if (kept.includes(type)) yield Buffer.concat([head, chunk]);
    else if (type === 'eXIf') yield pngOrientation(exifOrientation(chunk));
    else if (isCritical(type)) throw fileErrors.damaged();
  }
  await requirePlainTail(bytes);
}

/** A chunk's data and checksum, as they come. */
async function* checked(bytes: ByteReader, head: Buffer, length: number): AsyncGenerator<Buffer> {
  let sum = crc32(head.subarray(4));
  for (let left = length; left > 0; ) {
    const piece = await bytes.take(Math.min(left, 64 * 1024));
    sum = crc32(piece, sum);
    left -= piece.length;
    yield piece;
  }
  const told = await bytes.take(4);
  if (told.readUInt32BE() !== sum) throw fileErrors.damaged();
  yield told;
}

/** A capital first letter means that the picture cannot be drawn without the chunk. */
const isCritical = (type: string): boolean => /^[A-Z]/.test(type);

function pngOrientation(turn: number | undefined): Buffer {
  if (turn === undefined) return Buffer.alloc(0);
  const body = Buffer.concat([Buffer.from('eXIf'), orientationAlone(turn)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
