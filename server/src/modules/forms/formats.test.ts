import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FieldFormat, fieldFormats } from './contract.ts';
import { formats, numberFrom } from './formats.ts';

const ground = { today: '2026-11-21', demo: true };
const fault = (format: FieldFormat, typed: string) => formats[format].fault(formats[format].normalise(typed), ground);

describe('what people type is taken as they mean it', () => {
  const written: [FieldFormat, string][] = [
    ['citizen-id', '11010519491231002X'],
    ['uscc', '11100000MB03271699'],
    ['mobile', '10001234567'],
    ['postcode', '130000'],
  ];
  const grouping = fc.constantFrom(' ', '-', '\u3000', '－', '—', '\u00a0', '');

  test('spaces, dashes, full-width characters and lower case change nothing in a number', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...written),
        fc.array(grouping, { minLength: 18, maxLength: 18 }),
        fc.array(fc.constantFrom('same', 'wide', 'lower'), { minLength: 18, maxLength: 18 }),
        ([format, value], gaps, styles) => {
          const typed = [...value].map((c, at) => gaps[at] + dressed(c, styles[at]!)).join('');

          expect(formats[format].normalise(typed)).toBe(value);
        },
      ),
    );
  });

  test('tidying a second time changes nothing more', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fieldFormats), fc.string({ unit: 'grapheme' }), (format, typed) => {
        const once = formats[format].normalise(typed);

        expect(formats[format].normalise(once)).toBe(once);
      }),
    );
  });

  test('the country code before a mobile number is not part of it', () => {
    for (const typed of ['+86 100 0123 4567', '008610001234567', '＋８６－10001234567'])
      expect(formats.mobile.normalise(typed)).toBe('10001234567');
    expect(formats.mobile.normalise('86100012345')).toBe('86100012345');
  });

  test('a date may be written in the ways in which dates are written', () => {
    for (const typed of ['2026-1-5', '2026/01/05', '2026.1.5', '20260105', '2026年1月5日', ' ２０２６年１月５日 '])
      expect(formats.date.normalise(typed)).toBe('2026-01-05');
  });

  test('names keep their rare characters, lose stray spaces and have one kind of dot', () => {
    expect(formats['person-name'].normalise(' 张 　三 ')).toBe('张三');
    expect(formats['person-name'].normalise('买买提 • 艾力')).toBe('买买提·艾力');
    expect(formats['person-name'].normalise('John  Smith')).toBe('John Smith');
    for (const name of ['𠀀𠮷', '阿卜杜拉·买买提·艾力', "O'Neil-Smith Jr."])
      expect(fault('person-name', name)).toBeUndefined();
  });

  test('a telephone number keeps its one dash', () => {
    expect(formats.phone.normalise('（0431）8233 1998')).toBe('0431-82331998');
    expect(formats.phone.normalise('0431—84220113')).toBe('0431-84220113');
    for (const number of ['0431-82331998', '82331998', '10001234567', '12345', '0431-12393', '400-123-4567'])
      expect(fault('phone', number)).toBeUndefined();
  });

  test('numbers may be full-width and grouped by thousands, and are nothing else', () => {
    expect(numberFrom('１２０．５')).toBe(120.5);
    expect(numberFrom('1,234,567')).toBe(1234567);
    expect(numberFrom('-0.5')).toBe(-0.5);
    for (const typed of ['', '一百', '1e9', '0x10', '1.2.3', '1,2', 'Infinity', '12345678901234567890'])
      expect(numberFrom(typed)).toBeUndefined();
  });
});

describe('what is wrong is said with how to mend it', () => {
  test.each([
    ['citizen-id', '1101051949123100', '应为 18 位，现在是 16 位，请核对'],
    ['citizen-id', '110105194912310021', '最后一位与前 17 位对不上，可能有一位输错，请逐位核对'],
    ['citizen-id', '110105194902310021', '第 7–14 位应为出生年月日，请核对'],
    ['uscc', '1110000000001333OW', '只含数字和大写字母，且不使用 I、O、S、V、Z，请核对'],
    ['mobile', '23456789012', '应为 11 位数字，以 1 开头，请核对'],
    ['date', '2026-02-30', '应为实际存在的日期，如 2026-01-31'],
    ['date', '明天', '应为实际存在的日期，如 2026-01-31'],
    ['email', 'a@b', '应为电子邮箱地址，如 name@example.cn'],
    ['postcode', '13000', '应为 6 位数字'],
    ['person-name', '张3', '应与证件上的姓名一致，最多 50 个字，不含数字和其他符号'],
    ['phone', '123', '应为手机号码，或带区号的固定电话，如 0431-81234567，请核对'],
  ] as const)('%s %s', (format, typed, sentence) => {
    expect(fault(format, typed)).toBe(sentence);
  });

  test('hostile input is judged at once', () => {
    const long = `${'a@'.repeat(5000)}.`;
    for (const format of fieldFormats) expect(() => fault(format, long)).not.toThrow();
    expect(fault('email', long)).toBeDefined();
  });
});

function dressed(character: string, style: string): string {
  if (style === 'wide') return String.fromCharCode(character.charCodeAt(0) + 0xfee0);
  return style === 'lower' ? character.toLowerCase() : character;
}
