import { createHash, type Hash } from 'node:crypto';
import type { Actor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { limits } from '../../kernel/limits.ts';
import { withinAllowance } from './allowance.ts';
import { type ByteReader, byteReader } from './bytes.ts';
import { type Place, writeFile } from './disk.ts';
import { fileErrors } from './errors.ts';
import { cleanJpeg } from './jpeg.ts';
import { keyFor } from './keys.ts';
import type { MediaType } from './media.ts';
import { cleanName } from './names.ts';
import { checkPdf } from './pdf.ts';
import { cleanPng } from './png.ts';
import { recognise } from './recognise.ts';
import { openScan, type Scan, type Verdict } from './scan.ts';
import { sealFile } from './sealing.ts';

export interface Upload {
  readonly actor: Actor;
  readonly areaCode: number;
  /** The draft or case it belongs to, whose key seals it. */
  readonly ownerId: string;
  readonly stream: AsyncIterable<Uint8Array>;
  /** As the sender calls it. */
  readonly name: string;
  readonly accept: readonly MediaType[];
  readonly maxBytes: number;
}

/** A file that is on the disk, but not yet anybody's: `recordUpload` makes it so. */
export interface ReceivedUpload {
  readonly place: Place;
  /** SHA-256 of the content as it is kept. */
  readonly digest: Buffer;
  readonly size: number;
  readonly mediaType: MediaType;
  readonly name: string;
  readonly pages: number | null;
  readonly state: 'held' | 'clean';
}

type Reader = (bytes: ByteReader) => AsyncGenerator<Buffer, number | null | undefined>;

/** What reads each type: passes on what is kept, throws at what is wrong, may return a number of pages. */
const readers: Record<MediaType, Reader> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'application/pdf': checkPdf,
};

/**
 * Takes in one file as a stream: looks at what it is, refuses what is wrong with it in a sentence, takes away what a photograph tells
 * beside its picture, has it scanned, seals it, and has it on the disk when it returns. Never holds the whole file in memory.
 */
export async function receiveUpload(ctx: Context, upload: Upload): Promise<ReceivedUpload> {
  return await withinAllowance(ctx, upload.actor, () => receive(ctx, upload));
}

async function receive(ctx: Context, upload: Upload): Promise<ReceivedUpload> {
  const place = { varDir: ctx.config.varDir, areaCode: upload.areaCode, ownerId: upload.ownerId };
  const scan = openScan(ctx.config.scannerUrl);
  const bytes = byteReader(incoming(upload, scan), fileErrors.incomplete);
  try {
    const mediaType = await recognise(bytes, upload.name, upload.accept);
    const key = await keyFor(ctx, place);
    const facts: Facts = { hash: createHash('sha256'), size: 0, pages: null, verdict: 'unknown' };
    const content = unlessInfected(measured(readers[mediaType](bytes), facts), scan, facts);
    const digest = await writeFile(place, sealFile(key, content), () => facts.hash.digest());

    return {
      place,
      digest,
      size: facts.size,
      mediaType,
      name: cleanName(upload.name, mediaType),
      pages: facts.pages,
      state: facts.verdict === 'clean' ? 'clean' : 'held',
    };
  } finally {
    scan.close();
    await bytes.close();
  }
}

interface Facts {
  readonly hash: Hash;
  size: number;
  pages: number | null;
  verdict: Verdict;
}

async function* measured(content: ReturnType<Reader>, facts: Facts): AsyncGenerator<Buffer> {
  let step = await content.next();
  for (; !step.done; step = await content.next()) {
    facts.hash.update(step.value);
    facts.size += step.value.length;
    yield step.value;
  }
  facts.pages = step.value ?? null;
}

/** The scanner has seen everything when the content ends; what it refuses does not get as far as its name on the disk. */
async function* unlessInfected(content: AsyncGenerator<Buffer>, scan: Scan, facts: Facts): AsyncGenerator<Buffer> {
  yield* content;
  facts.verdict = await scan.verdict();
  if (facts.verdict === 'infected') throw fileErrors.infected();
}

/** The stream as it comes: no longer than allowed, and seen by the scanner before anything is taken away. */
async function* incoming({ stream, maxBytes }: Upload, scan: Scan): AsyncGenerator<Buffer> {
  const most = Math.min(maxBytes, limits.uploads.bytesPerFile);
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > most) throw fileErrors.tooLarge(most);
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    await scan.write(bytes);
    yield bytes;
  }
}
