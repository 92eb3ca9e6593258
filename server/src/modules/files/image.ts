import { limits } from '../../kernel/limits.ts';
import type { ByteReader } from './bytes.ts';
import { fileErrors } from './errors.ts';
import { foreignSign } from './signs.ts';

/** A small file can unfold into a picture that fills the memory of whoever opens it: the header tells before. */
export function requirePixels(width: number, height: number): void {
  if (width === 0 || height === 0) throw fileErrors.damaged();
  if (width * height > limits.uploads.pixels) throw fileErrors.tooManyPixels(limits.uploads.pixels);
}

/**
 * What follows the end of an image is never kept. Cameras append previews and short films there; a page, a program or an archive
 * there means that the file was made to be two things at once.
 */
export async function requirePlainTail(bytes: ByteReader): Promise<void> {
  const tail = await bytes.peek(4096);
  if (foreignSign(tail) !== undefined) throw fileErrors.carriesMore();
  for await (const _ of bytes.rest());
}
