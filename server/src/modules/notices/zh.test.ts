import { expect, test } from 'vitest';
import { notices, signInCode } from './zh.ts';

const facts = { number: '690102-261121-00372-8', itemName: '食品经营许可（新办）' };

test.each(Object.entries(notices))('%s names the item, the case number and what comes next', (_, words) => {
  const { title, body } = words(facts);

  expect(title).toContain(facts.itemName);
  expect(body).toContain(facts.number);
  expect(body).toMatch(/下一步|请/);
});

const texts = [
  ...Object.values(notices).flatMap((words) => words(facts).sms ?? []),
  ...(['sign-in', 'proof', 'new-mobile'] as const).map((purpose) => signInCode('123456', purpose)),
];

test.each(texts)('%s fits one text message and holds no link', (text) => {
  expect([...text].length).toBeLessThanOrEqual(70);
  expect(text).not.toMatch(/https?:|www\.|\.[a-z]{2,}|点击|链接/i);
  expect(text).toMatch(/^【通办】/);
});

test('a text message about a case names no item and no person: whoever sees the telephone learns a number', () => {
  for (const text of texts) expect(text).not.toContain(facts.itemName);
});
