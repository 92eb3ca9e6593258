import { type MediaType, mediaTypes } from './media.ts';

const LONGEST = 100;
/** Controls, bidirectional marks and overrides, zero-width characters, lone surrogates: all that makes a name look like another. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** What Windows and shells give a meaning of their own. */
const SPECIAL = /[<>:"|?*\\/]/g;
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** The ending of a file's name in lower case, without the dot; empty when there is none. */
export const endingOf = (name: string): string =>
  /[^.\\/]\.([A-Za-z0-9]{1,8})[\s.]*$/.exec(name.replace(INVISIBLE, ''))?.[1]?.toLowerCase() ?? '';

/** A name as given, made safe to show and to save under anywhere; its ending says what the file really is. */
export function cleanName(given: string, type: MediaType): string {
  const { ending, endings } = mediaTypes[type];
  const last = given.normalize('NFC').replace(INVISIBLE, '').split(/[\\/]/).at(-1) ?? '';
  const known = endings.some((one) => one === endingOf(last));
  const stem = last
    .replace(/\.[A-Za-z0-9]{1,8}[\s.]*$/, '')
    .replace(SPECIAL, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const safe = DEVICE.test(stem) ? `_${stem}` : stem;
  const short = [...safe].slice(0, LONGEST).join('').trimEnd();
  return `${short === '' ? '未命名' : short}.${known ? endingOf(last) : ending}`;
}
