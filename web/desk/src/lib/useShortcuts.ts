import { type RefObject, useEffect, useRef } from 'react';
import { isTyping, type Shortcut, shortcutFor } from './keys.ts';
import { usePreference } from './preferences.ts';

/** What is listened to now: each page and layer adds its own list and takes it away when it leaves. */
const lists: RefObject<readonly Shortcut[]>[] = [];

export const activeShortcuts = (): Shortcut[] => lists.flatMap(({ current }) => current);

/** The shortcuts of a page or layer while it is shown; they may change with every render. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    lists.push(latest);
    return () => {
      lists.splice(lists.indexOf(latest), 1);
    };
  }, []);
}

/** The one listener, mounted by the shell. */
export function useShortcutListener(): void {
  const [singleKeys] = usePreference('singleKeys');
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const at = { typing: isTyping(event.target), singleKeys: singleKeys === 'on' };
      const shortcut = shortcutFor(activeShortcuts(), event, at);
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [singleKeys]);
}
