import { expect, test } from 'vitest';
import { coreOf, gramsOf, isSpelt, lettersOf, runsOf, spell } from './words.ts';

test('what is not a character, a letter or a digit separates; widths, case and hidden marks do not matter', () => {
  expect(runsOf('食品经营许可（新办）ＫＴＶ\u200b 2.0')).toEqual(['食品经营许可', '新办', 'ktv', '2', '0']);
  expect(lettersOf('“社保卡”')).toBe('社保卡');
});

test('Chinese is cut into single and double characters, also rare ones, anything else into words', () => {
  expect(gramsOf('开餐馆')).toEqual(['开', '开餐', '餐', '餐馆', '馆']);
  expect(gramsOf('𠀀街 KTV')).toEqual(['𠀀', '𠀀街', '街', 'ktv']);
  expect(gramsOf('开开')).toEqual(['开', '开开']);
});

test('the words around what is looked for are left out, unless nothing else is said', () => {
  expect(lettersOf(coreOf('请问怎么办理食品经营许可？'))).toBe('食品经营许可');
  expect(lettersOf(coreOf('怎么办理'))).toBe('怎么办理');
});

test('a phrase is spelt by its first letters and in full; what holds no Chinese is taken as spelling', () => {
  expect(spell('食品经营许可')).toEqual({ initials: 'spjyxk', pinyin: 'shipinjingyingxuke' });
  expect(spell('KTV 设立')).toEqual({ initials: 'ksl', pinyin: 'ktvsheli' });
  expect(isSpelt('shi pin')).toBe(true);
  expect(isSpelt('s品')).toBe(false);
});
