/** What can be received: by content, never by what the sender says. `endings` are the names under which it is honestly met. */
export const mediaTypes = {
  'image/jpeg': { word: 'JPG', ending: 'jpg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  'image/png': { word: 'PNG', ending: 'png', endings: ['png'] },
  'application/pdf': { word: 'PDF', ending: 'pdf', endings: ['pdf'] },
} as const;
export type MediaType = keyof typeof mediaTypes;

/** JPG、PNG 或 PDF */
export function wordsFor(accept: readonly MediaType[], or: string): string {
  const words = accept.map((type) => mediaTypes[type].word);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join('、')}${or}${last}`;
}
