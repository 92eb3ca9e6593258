import { expect, test } from 'vitest';
import { idNumberFault, mobileFault, nameFault, readCode, readMobile, readName, usccSentence } from './written.ts';

test('numbers and names are read as people write them', () => {
  expect(readMobile(' +86 100-0123 4567 ')).toBe('10001234567');
  expect(readMobile('１０００１２３４５６７')).toBe('10001234567');
  expect(readCode('110105 19491231 002x')).toBe('11010519491231002X');
  expect(readName('示　例 甲')).toBe('示例甲');
  expect(readName('示例•甲')).toBe('示例·甲');
  expect(readName('Example  Person')).toBe('Example Person');
});

test('a mobile number of the fictional city is one only outside production', () => {
  expect(mobileFault('10001234567', { demo: true })).toBeUndefined();
  expect(mobileFault('10001234567', { demo: false })).toMatch(/11 位/);
  expect(mobileFault('13812345678', { demo: false })).toBeUndefined();
  for (const wrong of ['12812345678', '1381234567', '138123456789', '10011234567', ''])
    expect(mobileFault(wrong, { demo: true }), wrong).toMatch(/请核对/);
});

test('an ID number of the fictional city is one only outside production, and each fault says where to look', () => {
  const ground = { today: '2026-03-02', demo: true };

  expect(idNumberFault('690102199001010014', ground)).toBeUndefined();
  expect(idNumberFault('690102199001010014', { ...ground, demo: false })).toMatch(/第 1–2 位/);
  expect(idNumberFault('690102199001010011', ground)).toMatch(/最后一位/);
  expect(idNumberFault('69010219900101001', ground)).toMatch(/现在是 17 位/);
  expect(idNumberFault('690102199013010013', ground)).toMatch(/第 7–14 位/);
  expect(idNumberFault('690102203001010013', ground)).toMatch(/晚于今天/);
  expect(idNumberFault('69010219900101001A', ground)).toMatch(/数字或 X/);
});

test('each fault of a credit code says where to look', () => {
  expect(usccSentence('11110000000013338W', { demo: false })).toMatch(/最后一位/);
  expect(usccSentence('11100000000013338W', { demo: false })).toBeUndefined();
  expect(usccSentence('1110000000001333', { demo: false })).toMatch(/现在是 16 位/);
  expect(usccSentence('11690100MB6900018R', { demo: true })).toBeUndefined();
  expect(usccSentence('11690100MB6900018R', { demo: false })).toMatch(/行政区划/);
  expect(usccSentence('I1100000000013338W', { demo: false })).toMatch(/不使用 I/);
});

test('names are written in letters', () => {
  for (const right of ['示例甲', '𬭚例', '示例·甲', "O'Example"]) expect(nameFault(right), right).toBeUndefined();
  for (const wrong of ['', '示例1', '示例<甲>', '示'.repeat(51)]) expect(nameFault(wrong), wrong).toMatch(/证件/);
});
