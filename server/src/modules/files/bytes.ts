/** Reads exact amounts from a stream of chunks. Holds no more than was asked for and one chunk. */
export interface ByteReader {
  /** Up to `count` bytes, fewer only at the end; they stay to be taken. */
  peek(count: number): Promise<Buffer>;
  /** Exactly `count` bytes; throws when the stream ends before. */
  take(count: number): Promise<Buffer>;
  /** All that is left, as it comes. */
  rest(): AsyncGenerator<Buffer>;
  /** Lets go of the source, whether or not it was read to its end. */
  close(): Promise<void>;
}

export function byteReader(source: AsyncIterable<Buffer>, endedTooSoon: () => Error): ByteReader {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);

  async function fill(count: number): Promise<void> {
    const pieces = [held];
    for (let length = held.length; length < count; ) {
      const next = await chunks.next();
      if (next.done) break;
      pieces.push(next.value);
      length += next.value.length;
    }
    if (pieces.length > 1) held = Buffer.concat(pieces);
  }

  function cut(count: number): Buffer {
    const bytes = held.subarray(0, count);
    held = held.subarray(count);
    return bytes;
  }

  return {
    peek: async (count) => {
      await fill(count);
      return held.subarray(0, count);
    },
    take: async (count) => {
      await fill(count);
      if (held.length < count) throw endedTooSoon();
      return cut(count);
    },
    rest: async function* () {
      for (await fill(1); held.length > 0; await fill(1)) yield cut(held.length);
    },
    close: async () => {
      await chunks.return?.();
    },
  };
}
