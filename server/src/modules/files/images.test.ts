import { expect, test } from 'vitest';
import {
  applicationSegment,
  commentSegment,
  exif,
  exifSegment,
  inPieces,
  jpeg,
  png,
  pngChunk,
} from '../../../test/sample-files.ts';
import { byteReader } from './bytes.ts';
import { fileErrors } from './errors.ts';
import { exifOrientation } from './exif.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';

const cleaner =
  (clean: typeof cleanJpeg) =>
  async (bytes: Buffer, pieces = 7): Promise<Buffer> => {
    const out: Buffer[] = [];
    for await (const piece of clean(byteReader(inPieces(bytes, pieces), fileErrors.incomplete))) out.push(piece);
    return Buffer.concat(out);
  };
const cleanedJpeg = cleaner(cleanJpeg);
const cleanedPng = cleaner(cleanPng);

test.each(['MM', 'II'] as const)(
  'a photograph (%s) loses where it was taken and keeps which way is up',
  async (order) => {
    const photo = jpeg({ extra: [exifSegment(6, order)] });

    const kept = await cleanedJpeg(photo);

    expect(photo.includes('GPS')).toBe(true);
    expect(kept.includes('GPS')).toBe(false);
    expect(exifOrientation(kept.subarray(kept.indexOf('Exif')))).toBe(6);
  },
);

test('an upright photograph keeps no Exif at all', async () => {
  const kept = await cleanedJpeg(jpeg({ extra: [exifSegment(1)] }));

  expect(kept.equals(jpeg())).toBe(true);
});

test('names, comments, programs and XMP are taken out of a photograph; its colours stay', async () => {
  const colours = applicationSegment(2, 'ICC_PROFILE\0\x01\x01profile');
  const extra = [
    colours,
    commentSegment('拍摄人 张三'),
    applicationSegment(1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>'),
    applicationSegment(2, 'MPF\0'),
    applicationSegment(13, 'Photoshop 3.0\0'),
  ];

  const kept = await cleanedJpeg(jpeg({ extra }));

  expect(kept.equals(jpeg({ extra: [colours] }))).toBe(true);
});

test('what a camera appends after the picture is not kept', async () => {
  const preview = jpeg();
  const film = Buffer.from('\0\0\0\x18ftypmp42', 'latin1');

  for (const tail of [preview, film, Buffer.alloc(5000), Buffer.from('vivo{"time":1}')])
    expect((await cleanedJpeg(jpeg({ tail }))).equals(jpeg())).toBe(true);
});

test('a picture without anything beside it passes byte for byte, and cleaning twice changes nothing', async () => {
  const photo = jpeg({ padding: 100_000 });
  const turned = await cleanedJpeg(jpeg({ extra: [exifSegment(8)] }), 4096);

  expect((await cleanedJpeg(photo, 4096)).equals(photo)).toBe(true);
  expect((await cleanedJpeg(turned)).equals(turned)).toBe(true);
});

test('restart markers, stuffed and fill bytes in a scan are not taken for its end', async () => {
  const bytes = jpeg();
  const end = bytes.subarray(0, -2);
  const photo = Buffer.concat([end, Buffer.of(0xff, 0, 1, 0xff, 0xd3, 2, 0xff, 0xff, 0xd9)]);

  expect((await cleanedJpeg(photo, 3)).equals(photo)).toBe(true);
});

test('a PNG loses its texts and times, keeps its turn, and stops moving', async () => {
  const extra = [
    pngChunk('tEXt', 'Author\0张三'),
    pngChunk('iTXt', 'XML:com.adobe.xmp\0'),
    pngChunk('tIME', '\x07\xea\x0b\x15\0\0\0'),
    pngChunk('acTL', '\0\0\0\x02\0\0\0\0'),
    pngChunk('pHYs', '\0\0\x0b\x13\0\0\x0b\x13\x01'),
    pngChunk('eXIf', exif(3)),
  ];

  const kept = await cleanedPng(png({ extra }));

  expect(kept.includes('GPS') || kept.includes('Author') || kept.includes('acTL')).toBe(false);
  expect(kept.includes('pHYs')).toBe(true);
  expect(exifOrientation(kept.subarray(kept.indexOf('eXIf') + 4))).toBe(3);
  expect((await cleanedPng(kept)).equals(kept)).toBe(true);
});

test('a PNG without anything beside it passes byte for byte', async () => {
  const picture = png({ width: 700, height: 500 });

  expect((await cleanedPng(picture)).equals(picture)).toBe(true);
});

test('an Exif block that points outside itself tells nothing', () => {
  const block = exif(6);
  block.writeUInt32BE(0xffff_fff0, 4);

  expect(exifOrientation(block)).toBeUndefined();
  expect(exifOrientation(Buffer.from('MM'))).toBeUndefined();
  expect(exifOrientation(exif(9))).toBeUndefined();
});
