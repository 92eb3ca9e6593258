import { randomBytes } from 'node:crypto';

const MAX_AREA = 2 ** 20 - 1;

/**
 * A UUID of version 8 (RFC 9562): 48 bits of Unix milliseconds, so that ids sort by time; 20 bits of area code, so that an id
 * alone routes a query to its shard; 54 random bits. `area` 0 is for what belongs to no area (people, sessions).
 *
 * Layout: `time(48) version(4) area high(12) variant(2) area low(8) random(54)`.
 */
export function newId(area = 0, milliseconds = Date.now()): string {
  if (!Number.isInteger(area) || area < 0 || area > MAX_AREA) throw new RangeError(`not an area code: ${area}`);
  const bytes = randomBytes(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.writeUInt16BE(0x8000 | (area >> 8), 6);
  const random = bytes.readUInt16BE(8) & 0x003f;
  bytes.writeUInt16BE(0x8000 | ((area & 0xff) << 6) | random, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The area code in an id made by `newId`; any other UUID yields some number, for which no row will be found. */
export function areaOf(id: string): number {
  const high = Number.parseInt(id.slice(15, 18), 16);
  const low = (Number.parseInt(id.slice(19, 23), 16) >> 6) & 0xff;
  return (high << 8) | low;
}

export const idPattern = '^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';
