import type { ByteReader } from './bytes.ts';
import { fileErrors } from './errors.ts';
import { exifOrientation, orientationAlone } from './exif.ts';
import { requirePixels, requirePlainTail } from './image.ts';

const MARK = 0xff;
const [END, SCAN, COMMENT, EXIF] = [0xd9, 0xda, 0xfe, 0xe1];
/** What a decoder needs: tables, frames, scans, restart intervals. */
const isCoding = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xda && marker <= 0xdf && marker !== END);
const isFrame = (marker: number): boolean => marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** The application segments that change how the picture looks; all others tell about people, places and programs. */
const kept: Record<number, string> = { 224: 'JFIF\0', 226: 'ICC_PROFILE\0', 238: 'Adobe' };

/**
 * Passes a JPEG on without its metadata (ASVS 14.2.8: a photograph says where it was taken) but with its orientation, and without
 * what cameras append after its end.
 */
export async function* cleanJpeg(bytes: ByteReader): AsyncGenerator<Buffer> {
  yield await bytes.take(2);
  let [frames, scans] = [0, 0];
  for (;;) {
    const marker = await nextSegment(bytes);
    if (marker === END) break;
    const length = (await bytes.peek(2)).readUInt16BE();
    const body = await bytes.take(length);
    if (length < 2) throw fileErrors.damaged();
    const segment = Buffer.concat([Buffer.of(MARK, marker), body]);
    if (isCoding(marker)) {
      if (isFrame(marker)) {
        if (length < 8) throw fileErrors.damaged();
        requirePixels(body.readUInt16BE(5), body.readUInt16BE(3));
        frames += 1;
      }
      yield segment;
      if (marker === SCAN) {
        scans += 1;
        yield* scanData(bytes);
      }
    } else if (marker === EXIF) {
      const orientation = exifOrientation(body.subarray(2));
      if (orientation !== undefined) yield jpegOrientation(orientation);
    } else if (isApplication(marker)) {
      const name = kept[marker];
      if (name !== undefined && body.toString('latin1', 2, 2 + name.length) === name) yield segment;
    } else if (marker !== COMMENT) throw fileErrors.damaged();
  }
  if (frames === 0 || scans === 0) throw fileErrors.damaged();
  yield Buffer.of(MARK, END);
  await requirePlainTail(bytes);
}

/** The marker of the next segment; any number of fill bytes may stand before it. */
async function nextSegment(bytes: ByteReader): Promise<number> {
  let [mark, marker = 0] = await bytes.take(2);
  if (mark !== MARK) throw fileErrors.damaged();
  while (marker === MARK) [marker = 0] = await bytes.take(1);
  return marker;
}

/** The compressed picture: everything up to the next marker that is neither a stuffed byte nor a restart. */
async function* scanData(bytes: ByteReader): AsyncGenerator<Buffer> {
  for (;;) {
    const ahead = await bytes.peek(16 * 1024);
    if (ahead.length < 2) throw fileErrors.incomplete();
    const at = nextMarker(ahead);
    yield await bytes.take(at ?? ahead.length - 1);
    if (at !== undefined) return;
  }
}

function nextMarker(ahead: Buffer): number | undefined {
  for (let i = ahead.indexOf(MARK); i >= 0 && i < ahead.length - 1; i = ahead.indexOf(MARK, i + 1)) {
    const next = ahead[i + 1] ?? 0;
    if (next !== 0 && next !== MARK && !isRestart(next)) return i;
  }
  return undefined;
}

function jpegOrientation(orientation: number): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0'), orientationAlone(orientation)]);
  const head = Buffer.of(MARK, EXIF, 0, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
