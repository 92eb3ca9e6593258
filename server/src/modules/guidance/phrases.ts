import type { ItemDefinition } from '../catalogue/contract.ts';

export interface Phrase {
  kind: 'name' | 'plain' | 'main' | 'synonym';
  text: string;
}

/** Every way in which a document names its item, each once, the official name first. */
export function phrasesOf({ name, plainName, mainItem, synonyms = [] }: ItemDefinition): Phrase[] {
  const phrases: Phrase[] = [
    { kind: 'name', text: name },
    ...(plainName === undefined ? [] : [{ kind: 'plain' as const, text: plainName }]),
    ...(mainItem === undefined ? [] : [{ kind: 'main' as const, text: mainItem }]),
    ...synonyms.map((text) => ({ kind: 'synonym' as const, text })),
  ];
  const firstOf = new Map(phrases.map(({ text }, at) => [text, at]).reverse() as [string, number][]);
  return phrases.filter(({ text }, at) => firstOf.get(text) === at);
}
