import { expect, test } from 'vitest';
import type { ItemDefinition } from './contract.ts';
import { inEnglish } from './overlay.ts';

const item = (en: Record<string, string>) =>
  ({
    name: '食品经营许可',
    questions: [{ key: 'area', text: '面积多大？', options: [{ value: 'small', label: '小' }] }],
    en,
  }) as unknown as ItemDefinition;

test('English texts stand where their pointers say, the rest stays Chinese', () => {
  const english = inEnglish(item({ '/name': 'Food licence', '/questions/0/options/0/label': 'Small' }));

  expect(english.name).toBe('Food licence');
  expect(english.questions?.[0]).toMatchObject({ text: '面积多大？', options: [{ value: 'small', label: 'Small' }] });
});

test('a pointer to nothing, or to something that is no text, changes nothing', () => {
  const original = item({ '/nothing/here': 'x', '/questions/0': 'x', '/questions/9/text': 'x', '': 'x' });

  expect(inEnglish(original)).toEqual(original);
});

test('the document itself is left alone', () => {
  const original = item({ '/name': 'Food licence' });

  inEnglish(original);

  expect(original.name).toBe('食品经营许可');
});
