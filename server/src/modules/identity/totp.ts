import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP_SECONDS = 30;
const DIGITS = 6;

/** RFC 4226, 5.3: the code of one step. */
export function totpAt(secret: Buffer, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

export const totpStep = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP_SECONDS);

/**
 * RFC 6238, 5.2: the step whose code this is, allowing one before and one after for clocks that differ, but none that has served
 * already (`lastStep`): a code seen over somebody's shoulder is worth nothing.
 */
export function matchingStep(secret: Buffer, code: string, now: Date, lastStep: number): number | undefined {
  const current = totpStep(now);
  return [current, current - 1, current + 1].find(
    (step) =>
      step > lastStep &&
      code.length === DIGITS &&
      timingSafeEqual(Buffer.from(totpAt(secret, step)), Buffer.from(code)),
  );
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator app reads from a QR code (Key URI format). */
export function totpUri(secret: Buffer, loginName: string): string {
  const bits = [...secret].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const text = (bits.match(/.{1,5}/g) ?? []).map((five) => base32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
  return `otpauth://totp/Tongban:${encodeURIComponent(loginName)}?secret=${text}&issuer=Tongban`;
}
