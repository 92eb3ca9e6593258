import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { property } from '../../../test/property.ts';
import { inPieces } from '../../../test/sample-files.ts';
import { openSealed, sealedSize, sealFile } from './sealing.ts';

const key = randomBytes(32);
const HEAD = 36;
const SEGMENT = 64 * 1024 + 16;

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
const seal = (content: Buffer, pieces = 1400) => whole(sealFile(key, inPieces(content, pieces)));
const open = (sealed: Buffer, pieces = 1000) => whole(openSealed(key, inPieces(sealed, pieces)));
const segmentsOf = (sealed: Buffer): Buffer[] => {
  const body = sealed.subarray(HEAD);
  return Array.from({ length: Math.ceil(body.length / SEGMENT) }, (_, i) =>
    body.subarray(i * SEGMENT, (i + 1) * SEGMENT),
  );
};
const joined = (sealed: Buffer, segments: (Buffer | undefined)[]): Buffer =>
  Buffer.concat([sealed.subarray(0, HEAD), ...segments.filter((segment) => segment !== undefined)]);

const sizes = fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072, 131_073, 200_000);
const threeSegments = randomBytes(150_000);

test('content of any length, in pieces of any length, comes out as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(
      sizes,
      fc.integer({ min: 500, max: 300_000 }),
      fc.integer({ min: 500, max: 300_000 }),
      async (size, into, outOf) => {
        const content = randomBytes(size);

        const sealed = await seal(content, into);

        expect(sealed.length).toBe(sealedSize(size));
        expect((await open(sealed, outOf)).equals(content)).toBe(true);
      },
    ),
    property(40),
  );
});

test('the same content is sealed differently each time, and tells nothing of itself', async () => {
  const content = Buffer.alloc(100_000, 'a');

  const [one, other] = [await seal(content), await seal(content)];

  expect(one.equals(other)).toBe(false);
  expect(one.includes('aaaaaaaa')).toBe(false);
});

test('a flipped bit anywhere is refused', async () => {
  const sealed = await seal(threeSegments);

  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: sealed.length * 8 - 1 }), async (bit) => {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7));

      await expect(open(changed)).rejects.toThrow();
    }),
    property(60),
  );
});

test('a file cut off anywhere is refused, also between two segments', async () => {
  const sealed = await seal(threeSegments);

  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: sealed.length - 1 }), async (length) => {
      await expect(open(sealed.subarray(0, length))).rejects.toThrow();
    }),
    property(40),
  );
  await expect(open(sealed.subarray(0, HEAD + SEGMENT))).rejects.toThrow();
  await expect(open(sealed.subarray(0, HEAD + 2 * SEGMENT))).rejects.toThrow();
});

test('segments left out, repeated or in another order are refused', async () => {
  const sealed = await seal(threeSegments);
  const [a, b, c] = segmentsOf(sealed);

  for (const wrong of [[b, a, c], [a, c], [b, c], [a, a, b, c], [a, b, b, c], [a, b, c, c], [c]])
    await expect(open(joined(sealed, wrong))).rejects.toThrow();
  expect((await open(joined(sealed, [a, b, c]))).equals(threeSegments)).toBe(true);
});

test('bytes added at the end are refused', async () => {
  const sealed = await seal(threeSegments);

  await expect(open(Buffer.concat([sealed, Buffer.alloc(1)]))).rejects.toThrow();
  await expect(open(Buffer.concat([sealed, Buffer.alloc(SEGMENT)]))).rejects.toThrow();
});

test('a segment of another file of the same owner does not fit', async () => {
  const [one, other] = [await seal(threeSegments), await seal(threeSegments)];
  const [a, , c] = segmentsOf(one);

  await expect(open(joined(one, [a, segmentsOf(other)[1], c]))).rejects.toThrow();
});

test('another owner’s key opens nothing', async () => {
  const sealed = await seal(Buffer.from('content'));

  await expect(whole(openSealed(randomBytes(32), inPieces(sealed)))).rejects.toThrow();
});

test('reading stops at the first changed segment: what came before it was authentic', async () => {
  const sealed = await seal(threeSegments);
  sealed[HEAD + SEGMENT + 5] = sealed[HEAD + SEGMENT + 5]! ^ 1;
  const got: Buffer[] = [];

  await expect(async () => {
    for await (const piece of openSealed(key, inPieces(sealed))) got.push(piece);
  }).rejects.toThrow();

  expect(Buffer.concat(got).equals(threeSegments.subarray(0, 64 * 1024))).toBe(true);
});
