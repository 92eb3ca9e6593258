import { describe, expect, test, vi } from 'vitest';
import { comboOf, type Shortcut, shortcutFor } from './keys.ts';

const press = (key: string, given: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...given,
});

const shortcut = (keys: string): Shortcut => ({ keys, does: keys, run: vi.fn() });
const reading = { typing: false, singleKeys: true };
const typing = { typing: true, singleKeys: true };

describe('the name of a key press', () => {
  test.each([
    [press('j'), 'j'],
    [press('J', { shiftKey: true }), 'j'],
    [press('?', { shiftKey: true }), '?'],
    [press('F4'), 'F4'],
    [press('Enter', { ctrlKey: true }), 'Ctrl+Enter'],
    [press('Enter', { metaKey: true }), 'Ctrl+Enter'],
    [press('Tab', { shiftKey: true }), 'Shift+Tab'],
  ])('%o is %s', (event, name) => {
    expect(comboOf(event)).toBe(name);
  });

  test('Alt with a digit is read from the place of the key, because layouts type other characters with Alt', () => {
    expect(comboOf(press('¡', { code: 'Digit1', altKey: true }))).toBe('Alt+1');
  });
});

describe('which shortcut a press means', () => {
  test('a letter stays silent where one types', () => {
    expect(shortcutFor([shortcut('j')], press('j'), typing)).toBeUndefined();
    expect(shortcutFor([shortcut('j')], press('j'), reading)?.keys).toBe('j');
  });

  test('letters can be turned off, function keys and combinations go on working', () => {
    const off = { typing: false, singleKeys: false };

    expect(shortcutFor([shortcut('j')], press('j'), off)).toBeUndefined();
    expect(shortcutFor([shortcut('F4')], press('F4'), off)?.keys).toBe('F4');
  });

  test('function keys and combinations work while one types', () => {
    expect(shortcutFor([shortcut('F8')], press('F8'), typing)?.keys).toBe('F8');
    expect(shortcutFor([shortcut('Ctrl+Enter')], press('Enter', { ctrlKey: true }), typing)?.keys).toBe('Ctrl+Enter');
  });

  test('a layer opened later overrides its page', () => {
    const [page, sheet] = [shortcut('Ctrl+Enter'), shortcut('Ctrl+Enter')];

    expect(shortcutFor([page, sheet], press('Enter', { ctrlKey: true }), reading)).toBe(sheet);
  });

  test('a modifier nobody asked for is another key', () => {
    expect(shortcutFor([shortcut('j')], press('j', { ctrlKey: true }), reading)).toBeUndefined();
  });
});
