const ORIENTATION = 0x0112;
const HEAD = 'Exif\0\0';

/** How the picture has to be turned to stand upright (2–8), from an Exif block; undefined when it stands already or nothing is said. */
export function exifOrientation(block: Buffer): number | undefined {
  const tiff = block.toString('latin1', 0, HEAD.length) === HEAD ? block.subarray(HEAD.length) : block;
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'MM' && order !== 'II')) return undefined;
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : order === 'MM' ? tiff.readUInt16BE(at) : tiff.readUInt16LE(at);
  const directory = order === 'MM' ? tiff.readUInt32BE(4) : tiff.readUInt32LE(4);
  for (let i = 0; i < short(directory); i += 1) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > tiff.length) return undefined;
    if (short(entry) !== ORIENTATION) continue;
    const turn = short(entry + 8);
    return turn >= 2 && turn <= 8 ? turn : undefined;
  }
  return undefined;
}

/** A TIFF block with one directory of one entry: the orientation, and nothing else. */
export function orientationAlone(turn: number): Buffer {
  const block = Buffer.from('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1');
  block.writeUInt16BE(turn, 18);
  return block;
}
