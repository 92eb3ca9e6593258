/** A key combination as people write it: `j`, `?`, `F4`, `Alt+3`, `Ctrl+Enter`. */
export interface Shortcut {
  keys: string;
  /** What it does, for the list under `?`. */
  does: string;
  run: () => void;
}

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** With Alt some layouts type other characters, so digits are read from the place of the key. */
export function comboOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Press): string {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  const name = altKey && digit ? digit : key.length === 1 ? key.toLowerCase() : key;
  const shift = shiftKey && key.length > 1 && 'Shift';
  return [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shift, name].filter(Boolean).join('+');
}

/** A key that would also type a character: it must stay silent in text, and people may turn such keys off (WCAG 2.1.4). */
const typesText = (keys: string): boolean => keys.length === 1;

export interface Situation {
  /** The focus is where text goes. */
  typing: boolean;
  /** Single-character keys are turned on. */
  singleKeys: boolean;
}

/** The shortcut that a press means; the one registered last wins, so that a layer can override its page. */
export function shortcutFor(shortcuts: readonly Shortcut[], press: Press, at: Situation): Shortcut | undefined {
  const combo = comboOf(press);
  if (typesText(combo) && (at.typing || !at.singleKeys)) return undefined;
  return shortcuts.filter(({ keys }) => keys === combo).pop();
}

const textFields = 'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select';

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches(textFields) || target.isContentEditable);
