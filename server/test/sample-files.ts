import { crc32, deflateSync } from 'node:zlib';

/** Files made for tests, whole and real: an eye or a decoder would accept them. */

const segment = (marker: number, body: Buffer | string): Buffer => {
  const bytes = Buffer.from(body);
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
};

const START = Buffer.of(0xff, 0xd8);
export const JPEG_END = Buffer.of(0xff, 0xd9);
const JFIF = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'));
/** Half red, half white, 16 × 8. */
const TABLES = Buffer.from(
  '/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3OFBtUVdfYmdoZz5NcXlwZHhcZWdj/9sAQwEREhIYFRgvGhovY0I4QmNjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj/8AAEQgACAAQAwEiAAIRAQMRAf/EABYAAQEBAAAAAAAAAAAAAAAAAAAFB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAADBf/EABoRAAEFAQAAAAAAAAAAAAAAAAADBEFCgcE=',
  'base64',
);
const SCAN = Buffer.from('/9oADAMBAAIRAxEAPwCe1AApSUn9d4c=', 'base64');
const FRAME_AT = TABLES.indexOf(Buffer.of(0xff, 0xc0)) + 5;

export interface JpegParts {
  /** Segments after the first, as a camera writes them. */
  extra?: Buffer[];
  /** What the header claims. */
  width?: number;
  height?: number;
  /** Bytes of the scan before its real ones; they never hold a marker. */
  padding?: number;
  tail?: Buffer | string;
}

export function jpeg({ extra = [], width = 16, height = 8, padding = 0, tail = '' }: JpegParts = {}): Buffer {
  const tables = Buffer.from(TABLES);
  tables.writeUInt16BE(height, FRAME_AT);
  tables.writeUInt16BE(width, FRAME_AT + 2);
  return Buffer.concat([START, JFIF, ...extra, tables, SCAN, Buffer.alloc(padding, 0x41), JPEG_END, Buffer.from(tail)]);
}

/** A TIFF directory with a place on earth and an orientation, big or little endian. */
export function exif(orientation: number, order: 'MM' | 'II' = 'MM'): Buffer {
  const block = Buffer.alloc(8 + 2 + 24 + 4 + 40);
  const short = (value: number, at: number) =>
    order === 'MM' ? block.writeUInt16BE(value, at) : block.writeUInt16LE(value, at);
  const long = (value: number, at: number) =>
    order === 'MM' ? block.writeUInt32BE(value, at) : block.writeUInt32LE(value, at);
  block.write(order, 0, 'latin1');
  short(42, 2);
  long(8, 4);
  short(2, 8);
  for (const [entry, tag, type, value] of [
    [10, 0x0112, 3, orientation],
    [22, 0x8825, 4, 38],
  ] as const) {
    short(tag, entry);
    short(type, entry + 2);
    long(1, entry + 4);
    if (type === 3) short(value, entry + 8);
    else long(value, entry + 8);
  }
  block.write('GPS 25.4540N 119.0078E', 38, 'latin1');
  return block;
}

export const exifSegment = (orientation: number, order?: 'MM' | 'II'): Buffer =>
  segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(orientation, order)]));
export const commentSegment = (text: string): Buffer => segment(0xfe, text);
export const applicationSegment = (n: number, body: string): Buffer => segment(0xe0 + n, body);

export function pngChunk(type: string, data: Buffer | string = ''): Buffer {
  const body = Buffer.concat([Buffer.from(type), Buffer.from(data)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

export const PNG_START = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

export interface PngParts {
  width?: number;
  height?: number;
  /** What the header claims instead of the truth. */
  claims?: { width: number; height: number };
  extra?: Buffer[];
  tail?: Buffer | string;
}

/** A grey picture that really unpacks to what its header says. */
export function png({ width = 4, height = 4, claims, extra = [], tail = '' }: PngParts = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claims?.width ?? width);
  header.writeUInt32BE(claims?.height ?? height, 4);
  header.writeUInt8(8, 8);
  const lines = Buffer.alloc((width + 1) * height, 0x80);
  for (let y = 0; y < height; y += 1) lines[y * (width + 1)] = 0;
  return Buffer.concat([
    PNG_START,
    pngChunk('IHDR', header),
    ...extra,
    pngChunk('IDAT', deflateSync(lines)),
    pngChunk('IEND'),
    Buffer.from(tail),
  ]);
}

export interface PdfParts {
  pages?: number;
  /** Objects beside the pages. */
  extra?: string[];
  /** Entries of the trailer beside its own. */
  trailer?: string;
  /** Puts pages into a compressed object stream, as most writers do. */
  packed?: boolean;
  padding?: number;
  tail?: string;
}

export function pdf({
  pages = 1,
  extra = [],
  trailer = '',
  packed = false,
  padding = 0,
  tail = '',
}: PdfParts = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, i) => `${10 + i} 0 R`).join(' ');
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>';
  const objects: (Buffer | string)[] = [
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n',
    `2 0 obj << /Type /Pages /Kids [${kids}] /Count ${pages} >> endobj\n`,
    ...extra.map((object) => `${object}\n`),
  ];
  if (packed) {
    const offsets = Array.from({ length: pages }, (_, i) => `${10 + i} ${i * (page.length + 1)}`).join(' ');
    const plain = `${offsets} ${Array.from({ length: pages }, () => page).join(' ')}`;
    const data = deflateSync(Buffer.from(plain, 'latin1'));
    objects.push(
      `3 0 obj << /Type /ObjStm /N ${pages} /First ${offsets.length + 1} /Length ${data.length} /Filter /FlateDecode >> stream\n`,
      data,
      '\nendstream endobj\n',
    );
  } else for (let i = 0; i < pages; i += 1) objects.push(`${10 + i} 0 obj ${page} endobj\n`);
  if (padding > 0)
    objects.push(`9 0 obj << /Length ${padding} >> stream\n`, Buffer.alloc(padding, 0x20), '\nendstream endobj\n');
  const body = Buffer.concat(
    ['%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', ...objects].map((part) => Buffer.from(part as string, 'latin1')),
  );
  const end = `xref\n0 1\n0000000000 65535 f \ntrailer << /Size ${10 + pages} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n${tail}`;
  return Buffer.concat([body, Buffer.from(end, 'latin1')]);
}

/** An empty zip archive with one name in it: local header, directory, end record. */
export function zip(comment = ''): Buffer {
  const local = Buffer.concat([
    Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1'),
    Buffer.alloc(16),
    Buffer.of(1, 0, 0, 0),
    Buffer.from('a'),
  ]);
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\0\x14\0', 'latin1'),
    Buffer.alloc(20),
    Buffer.of(1, 0),
    Buffer.alloc(16),
    Buffer.from('a'),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  end.writeUInt16LE(Buffer.byteLength(comment, 'latin1'), 20);
  return Buffer.concat([local, entry, end, Buffer.from(comment, 'latin1')]);
}

/** The test string of the anti-virus industry, put together here so that no scanner takes this source for an infected file. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A file in pieces of that length, as a network brings it. */
export async function* inPieces(bytes: Buffer, length = 1400): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
