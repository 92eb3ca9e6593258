import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { testContext } from '../../../test/database.ts';
import { startClamd } from '../../../test/fakes/clamd.ts';
import {
  commentSegment,
  eicar,
  inPieces,
  JPEG_END,
  jpeg,
  PNG_START,
  pdf,
  png,
  pngChunk,
  zip,
} from '../../../test/sample-files.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import type { MediaType } from './media.ts';
import { receiveUpload } from './receive.ts';

const ctx = await testContext();
const MB = 2 ** 20;
const all: readonly MediaType[] = ['image/jpeg', 'image/png', 'application/pdf'];

const ownerId = newId(690102);
const receive = (bytes: Buffer, name: string, accept = all, maxBytes = 20 * MB) =>
  receiveUpload(ctx, {
    actor: system('test'),
    areaCode: 690102,
    ownerId,
    stream: inPieces(bytes, 16 * 1024),
    name,
    accept,
    maxBytes,
  });
const store = join(ctx.config.varDir, 'files');
const filesOnDisk = (): string[] =>
  existsSync(store)
    ? readdirSync(store, { recursive: true, withFileTypes: true }).flatMap((e) => (e.isFile() ? [e.name] : []))
    : [];

const html = Buffer.from('<!doctype html><html><body><script>alert(1)</script></body></html>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const middle = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));
const changed = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy[at] = copy[at]! ^ 0xff;
  return copy;
};
const wrongChecksum = changed(pngChunk('tEXt', 'a\0b'), 12);
const scripted = '8 0 obj << /Type /Action /S /JavaScript /JS (app.alert(1)) >> endobj';

const bad: [what: string, name: string, bytes: Buffer, refusal: string, accept?: readonly MediaType[]][] = [
  ['an empty file', 'a.jpg', Buffer.alloc(0), 'files/empty'],
  ['one byte more than 20 MB', 'a.jpg', jpeg({ padding: 20 * MB + 1 - jpeg().length }), 'files/too-large'],
  ['a page named as a photograph', 'a.jpg', html, 'files/wrong-type'],
  ['an SVG drawing', 'a.svg', svg, 'files/wrong-type'],
  ['an SVG drawing named as a photograph', 'a.jpg', svg, 'files/wrong-type'],
  ['a GIF', 'a.gif', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'files/wrong-type'],
  ['a GIF named as a photograph', 'a.jpg', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'files/wrong-type'],
  ['a bitmap', 'a.bmp', Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)]), 'files/wrong-type'],
  ['a zip archive', 'a.zip', zip(), 'files/wrong-type'],
  ['a zip archive named as a PDF', 'a.pdf', zip(), 'files/wrong-type'],
  ['a gzip archive', 'a.gz', gzipSync('a'), 'files/wrong-type'],
  ['a program', 'a.exe', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'files/wrong-type'],
  ['plain text', 'a.txt', Buffer.from('你好'), 'files/wrong-type'],
  ['a script', 'a.pdf', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'files/wrong-type'],
  ['a HEIC photograph', 'a.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'files/heic'],
  ['a photograph named as a program', 'a.exe', jpeg(), 'files/wrong-type'],
  ['a photograph named as a page', 'a.html', jpeg(), 'files/wrong-type'],
  ['a PNG where only JPG is asked', 'a.png', png(), 'files/wrong-type', ['image/jpeg']],
  ['a PDF where only pictures are asked', 'a.pdf', pdf(), 'files/wrong-type', ['image/jpeg', 'image/png']],
  ['the EICAR string alone', 'a.jpg', Buffer.from(eicar), 'files/wrong-type'],
  ['a JPG cut in the middle', 'a.jpg', middle(jpeg({ padding: 5000 })), 'files/incomplete'],
  ['a JPG without its end', 'a.jpg', jpeg().subarray(0, -2), 'files/incomplete'],
  ['a JPG that is only its beginning', 'a.jpg', jpeg().subarray(0, 3), 'files/incomplete'],
  ['a JPG without a picture', 'a.jpg', Buffer.concat([jpeg().subarray(0, 20), JPEG_END]), 'files/damaged'],
  ['a JPG of noise', 'a.jpg', Buffer.concat([Buffer.of(0xff, 0xd8, 0xff), Buffer.alloc(100, 7)]), 'files/incomplete'],
  ['a JPG with noise between its segments', 'a.jpg', changed(jpeg(), 20), 'files/damaged'],
  ['a JPG of no height', 'a.jpg', jpeg({ height: 0 }), 'files/damaged'],
  ['a JPG of 60 megapixels', 'a.jpg', jpeg({ width: 10_000, height: 6_000 }), 'files/too-many-pixels'],
  ['a PNG of 60 megapixels', 'a.png', png({ claims: { width: 10_000, height: 6_000 } }), 'files/too-many-pixels'],
  ['a PNG bomb', 'a.png', png({ claims: { width: 2 ** 31 - 1, height: 2 ** 31 - 1 } }), 'files/too-many-pixels'],
  ['a PNG cut in the middle', 'a.png', middle(png({ width: 300, height: 300 })), 'files/incomplete'],
  ['a PNG without its end', 'a.png', png().subarray(0, -12), 'files/incomplete'],
  ['a PNG without data', 'a.png', Buffer.concat([png().subarray(0, 33), pngChunk('IEND')]), 'files/damaged'],
  ['a PNG with a wrong checksum', 'a.png', png({ extra: [wrongChecksum] }), 'files/damaged'],
  [
    'a PNG that does not begin with its header',
    'a.png',
    Buffer.concat([PNG_START, pngChunk('IDAT', 'a')]),
    'files/damaged',
  ],
  ['a PNG with an unknown critical chunk', 'a.png', png({ extra: [pngChunk('EVIL', 'a')] }), 'files/damaged'],
  ['a picture and a page', 'a.jpg', jpeg({ tail: html }), 'files/carries-more'],
  ['a picture and a script', 'a.png', png({ tail: '<script>alert(1)</script>' }), 'files/carries-more'],
  ['a picture and a zip archive', 'a.jpg', jpeg({ tail: zip() }), 'files/carries-more'],
  [
    'a picture, padding and a zip archive',
    'a.png',
    png({ tail: Buffer.concat([Buffer.alloc(99), zip()]) }),
    'files/carries-more',
  ],
  ['a picture and a PDF', 'a.jpg', jpeg({ tail: pdf() }), 'files/carries-more'],
  [
    'a picture and a program',
    'a.jpg',
    jpeg({ tail: Buffer.from('\x7fELF\x02\x01\x01', 'latin1') }),
    'files/carries-more',
  ],
  ['a page before a PDF', 'a.pdf', Buffer.concat([html, pdf()]), 'files/carries-more'],
  ['a space before a PDF', 'a.pdf', Buffer.concat([Buffer.from(' '), pdf()]), 'files/carries-more'],
  [
    'a page behind the first line of a PDF',
    'a.pdf',
    Buffer.concat([Buffer.from('%PDF-1.7\n'), html, pdf()]),
    'files/carries-more',
  ],
  ['a PDF and a page', 'a.pdf', pdf({ tail: html.toString() }), 'files/carries-more'],
  ['a PDF and a zip archive', 'a.pdf', Buffer.concat([pdf(), zip()]), 'files/carries-more'],
  ['a PDF inside the comment of a zip archive', 'a.pdf', zippedPdf(), 'files/carries-more'],
  ['a PDF cut in the middle', 'a.pdf', middle(pdf({ pages: 9 })), 'files/incomplete'],
  ['a PDF that is only its first line', 'a.pdf', Buffer.from('%PDF-1.7\n'), 'files/incomplete'],
  ['a PDF without pages', 'a.pdf', pdf({ pages: 0 }), 'files/empty-pdf'],
  ['a packed PDF without pages', 'a.pdf', pdf({ pages: 0, packed: true }), 'files/empty-pdf'],
  ['a PDF with a password', 'a.pdf', pdf({ trailer: '/Encrypt 7 0 R' }), 'files/locked-pdf'],
  [
    'a PDF with a password written in another way',
    'a.pdf',
    pdf({ trailer: '/Encr#79pt << /V 4 >>' }),
    'files/locked-pdf',
  ],
  ['a PDF with a script', 'a.pdf', pdf({ extra: [scripted] }), 'files/scripted-pdf'],
  ['a PDF with a hidden script', 'a.pdf', pdf({ extra: [packedScript()] }), 'files/scripted-pdf'],
  [
    'a PDF that starts a program',
    'a.pdf',
    pdf({ extra: ['8 0 obj << /S /La#75nch /F (cmd.exe) >> endobj'] }),
    'files/scripted-pdf',
  ],
];

/** An archive whose directory is the end of the PDF that precedes it. */
function zippedPdf(): Buffer {
  const ending = '\n%%EOF\n';
  return Buffer.concat([pdf(), Buffer.from('%', 'latin1'), zip(ending)]);
}

function packedScript(): string {
  const data = deflateSync(Buffer.from('8 0 << /S /JavaScript /JS (app.alert(1)) >>')).toString('latin1');
  return `3 0 obj << /Type /ObjStm /N 1 /First 4 /Length ${data.length} /Filter /FlateDecode >> stream\n${data}\nendstream endobj`;
}

test.each(bad)('%s is refused', async (_, name, bytes, refusal, accept) => {
  const refused = await receive(bytes, name, accept).catch((error: unknown) => error);

  expect(refused).toBeInstanceOf(Problem);
  expect(refused).toMatchObject({ type: refusal });
  expect(filesOnDisk()).toEqual([]);
});

test('every refusal says in Chinese what is wrong and how to mend it', async () => {
  const refusals = await Promise.all(
    bad.map(([, name, bytes, , accept]) => receive(bytes, name, accept).catch((error: Problem) => error)),
  );

  for (const { words } of refusals as Problem[]) expect(words.zh).toMatch(/请.*(上传|选择)/);
});

test.each([
  ['a.jpg', Buffer.alloc(0), '文件是空的，请重新选择文件上传'],
  ['a.jpg', Buffer.from('GIF89a'), '只接收 JPG、PNG 或 PDF 文件，这个文件是 GIF 图片；请另存为其中一种格式后重新上传'],
  ['a.doc', zip(), '只接收 JPG、PNG 或 PDF 文件，这个文件是 ZIP 压缩包；请另存为其中一种格式后重新上传'],
  ['a.jpg', html, '只接收 JPG、PNG 或 PDF 文件，这个文件是网页；请另存为其中一种格式后重新上传'],
  ['a.txt', Buffer.from('你好'), '只接收 JPG、PNG 或 PDF 文件，这个文件的内容不是；请另存为其中一种格式后重新上传'],
  ['a.jpg', jpeg({ padding: 20 * MB }), '文件超过 20 MB，请压缩后重新上传'],
  ['a.png', png({ claims: { width: 10_000, height: 6_000 } }), '图片超过 5000 万像素，请缩小后重新上传'],
])('%s: the sentence is exact', async (name, bytes, sentence) => {
  const refused = (await receive(bytes, name).catch((error: unknown) => error)) as Problem;

  expect(refused.words.zh).toBe(sentence);
});

test('a limit below 20 MB is told as it is', async () => {
  const refused = (await receive(jpeg({ padding: 5 * MB }), 'a.jpg', all, 5 * MB).catch((e: unknown) => e)) as Problem;

  expect(refused).toMatchObject({ status: 413, extra: { maxBytes: 5 * MB } });
  expect(refused.words.zh).toContain('5 MB');
});

test('nobody may allow more than 20 MB', async () => {
  const refused = receive(jpeg({ padding: 21 * MB }), 'a.jpg', all, 50 * MB);

  await expect(refused).rejects.toMatchObject({ status: 413, extra: { maxBytes: 20 * MB } });
});

test('a virus hidden in what would be taken away is found all the same: the scanner sees what was sent', async () => {
  const clamd = await startClamd();
  const scanned = { ...ctx, config: { ...ctx.config, scannerUrl: clamd.url } };
  const upload = { actor: system('test'), areaCode: 690102, ownerId, accept: all, maxBytes: MB };

  const hidden = jpeg({ extra: [commentSegment(eicar)] });
  const refused = await receiveUpload(scanned, { ...upload, name: 'a.jpg', stream: inPieces(hidden, 11) }).catch(
    (e: unknown) => e,
  );

  expect(refused).toMatchObject({ type: 'files/infected' });
  expect(filesOnDisk()).toEqual([]);
  await clamd.close();
});
