import { requestProblems } from './problem.ts';

/** C0 controls but tab, line feed and carriage return; DEL and C1; and the bidirectional overrides that can disguise a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const MAX_DEPTH = 32;
const MAX_ITEMS = 1000;

/**
 * A copy of what a request carries with every string in Unicode normal form C. A NUL would be a 500 from PostgreSQL and a lone
 * surrogate would be stored as something else, so both are refused here, once, for every route.
 */
export function readableText<T>(value: T, pointer = '', depth = 0): T {
  if (typeof value === 'string') return readableString(value, pointer) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) throw requestProblems.malformed();
  if (Array.isArray(value)) {
    if (value.length > MAX_ITEMS) throw requestProblems.malformed();
    return value.map((item, i) => readableText(item, `${pointer}/${i}`, depth + 1)) as T;
  }
  const entries = Object.entries(value);
  if (entries.length > MAX_ITEMS) throw requestProblems.malformed();
  return Object.fromEntries(
    entries.map(([key, item]) => [readableString(key, pointer), readableText(item, `${pointer}/${key}`, depth + 1)]),
  ) as T;
}

export function readableString(value: string, pointer = ''): string {
  if (UNREADABLE.test(value) || !value.isWellFormed())
    throw requestProblems.unreadableText(pointer.toWellFormed().replace(UNREADABLE, ''));
  return value.normalize('NFC');
}
