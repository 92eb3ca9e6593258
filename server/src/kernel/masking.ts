export type MaskKind = 'name' | 'id-number' | 'mobile' | 'text';

/**
 * How personal data is shown unless there is a purpose (domain 15.1): 张*; first and last character of an ID number;
 * 138****1234. The one masking function: lists, logs, exports and screens all use it.
 */
export function mask(kind: MaskKind, value: string): string {
  const characters = [...value];
  const [first = ''] = characters;
  switch (kind) {
    case 'name':
      return first + '*'.repeat(Math.max(1, characters.length - 1));
    case 'id-number':
      return characters.length < 3
        ? '*'.repeat(characters.length)
        : first + '*'.repeat(characters.length - 2) + characters.at(-1);
    case 'mobile':
      return characters.length < 8
        ? '*'.repeat(characters.length)
        : `${value.slice(0, 3)}${'*'.repeat(characters.length - 7)}${value.slice(-4)}`;
    case 'text':
      return '*'.repeat(Math.min(8, characters.length));
  }
}
