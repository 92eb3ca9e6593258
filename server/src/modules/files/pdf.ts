import { inflateSync } from 'node:zlib';
import type { ByteReader } from './bytes.ts';
import { fileErrors } from './errors.ts';
import { foreignSign } from './signs.ts';

const PAGE = /\/Type\s{0,8}\/Page(?![A-Za-z])/g;
const LOCKED = /\/Encrypt\s{0,8}(?:\d{1,9}\s{1,8}\d{1,5}\s{1,8}R|<<)/;
const SCRIPTED = /\/S\s{0,8}\/(?:JavaScript|Launch)(?![A-Za-z])/;
const OBJECTS = /\/ObjStm(?![A-Za-z])[\s\S]{0,256}?>>\s{0,8}stream\r?\n/;

const WINDOW = 64 * 1024;
/** Longer than any of the marks above, so that none is missed where two windows meet. */
const OVERLAP = 512;
/** A zip reader looks this far back from the end for its directory. */
const TAIL = 2 ** 16 + 22;
const ZIP_END = 'PK\x05\x06';
/** How much a PDF may ask to be unpacked; one that asks more keeps its number of pages for itself. */
const unpacking = { streams: 2_000, packed: 2 ** 20, plain: 2 ** 21, inAll: 2 ** 25 };

/**
 * Passes a PDF on as it is, for a signature in it must stay valid; refuses one that is locked, empty, scripted, cut short, or a second
 * kind of file at the same time. Returns the number of pages, null where it cannot be told without drawing it.
 */
export async function* checkPdf(bytes: ByteReader): AsyncGenerator<Buffer, number | null> {
  if (foreignSign((await bytes.peek(1024)).subarray(8)) !== undefined) throw fileErrors.carriesMore();
  const scan = pdfScan();
  let tail: Buffer = Buffer.alloc(0);
  for (;;) {
    const window = await bytes.peek(WINDOW + OVERLAP);
    if (window.length === 0) break;
    const atEnd = window.length < WINDOW + OVERLAP;
    const text = window.toString('latin1');
    const objects = OBJECTS.exec(text);
    const opens = objects !== null && (atEnd || objects.index < WINDOW);
    const upTo = opens ? objects.index + objects[0].length : atEnd ? text.length : WINDOW;
    scan.look(text, upTo);
    const piece = await bytes.take(upTo);
    tail = Buffer.concat([tail, piece]).subarray(-TAIL);
    yield piece;
    if (opens) scan.unpack(await bytes.peek(unpacking.packed));
  }
  requirePdfEnd(tail);
  const { seen } = scan;
  if (seen.locked) throw fileErrors.lockedPdf();
  if (seen.scripted) throw fileErrors.scriptedPdf();
  if (seen.pages === 0 && !seen.hidden) throw fileErrors.emptyPdf();
  return seen.hidden || seen.revisions > 1 ? null : seen.pages;
}

/** Nothing stands behind the end, and the end is not also the directory of an archive. */
function requirePdfEnd(tail: Buffer): void {
  const text = tail.toString('latin1');
  const end = text.lastIndexOf('%%EOF');
  if (end < 0) throw fileErrors.incomplete();
  if (tail.subarray(end + '%%EOF'.length).some((byte) => byte > 0x20)) throw fileErrors.carriesMore();
  for (let at = text.indexOf(ZIP_END); at >= 0 && at + 22 <= tail.length; at = text.indexOf(ZIP_END, at + 1))
    if (at + 22 + tail.readUInt16LE(at + 20) === tail.length) throw fileErrors.carriesMore();
}

/** Looks for marks, also inside the compressed object streams, where most writers put the pages. */
function pdfScan() {
  const seen = { locked: false, scripted: false, pages: 0, hidden: false, revisions: 0 };
  let [streams, plainBytes] = [0, 0];

  /** Counts what begins before `upTo`: the rest comes again in the next window. */
  function look(text: string, upTo: number): void {
    const names = text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    seen.locked ||= LOCKED.test(names);
    seen.scripted ||= SCRIPTED.test(names);
    for (const { index } of text.matchAll(PAGE)) if (index < upTo) seen.pages += 1;
    for (const { index } of text.matchAll(/%%EOF/g)) if (index < upTo) seen.revisions += 1;
  }

  function unpack(ahead: Buffer): void {
    const end = ahead.indexOf('endstream');
    streams += 1;
    if (end < 0 || streams > unpacking.streams || plainBytes > unpacking.inAll) {
      seen.hidden = true;
      return;
    }
    try {
      const text = inflateSync(ahead.subarray(0, end), { maxOutputLength: unpacking.plain }).toString('latin1');
      plainBytes += text.length;
      look(text, text.length);
    } catch {
      seen.hidden = true;
    }
  }

  return { seen, look, unpack };
}
