import { useSyncExternalStore } from 'react';

/** How this person likes the desk, kept in this browser. Nothing personal belongs here. */
const choices = {
  language: ['zh', 'en'],
  singleKeys: ['on', 'off'],
  density: ['comfortable', 'compact'],
} as const;

type Choices = typeof choices;
type Choice<K extends keyof Choices> = Choices[K][number];

const watchers = new Set<() => void>();

function read<K extends keyof Choices>(name: K): Choice<K> {
  const kept = localStorage.getItem(`desk.${name}`);
  const known: readonly string[] = choices[name];
  return (kept !== null && known.includes(kept) ? kept : known[0]) as Choice<K>;
}

export function usePreference<K extends keyof Choices>(name: K): [Choice<K>, (choice: Choice<K>) => void] {
  const watch = (watcher: () => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  };
  const choose = (choice: Choice<K>) => {
    localStorage.setItem(`desk.${name}`, choice);
    for (const watcher of watchers) watcher();
  };
  return [useSyncExternalStore(watch, () => read(name)), choose];
}
