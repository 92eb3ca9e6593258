import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  citizenIdCheckDigit,
  citizenIdFault,
  isCivilDate,
  organisationCheckDigit,
  usccCheckDigit,
  usccFault,
} from './numbers.ts';

const ground = { today: '2026-11-21', demo: false };
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

describe('公民身份号码', () => {
  test('the samples printed in the standard are valid', () => {
    for (const id of ['11010519491231002X', '440524188001010014']) expect(citizenIdFault(id, ground)).toBeUndefined();
  });

  test('each way of being wrong has its own name', () => {
    expect(citizenIdFault('11010519491231002', ground)).toBe('length');
    expect(citizenIdFault('11010519491231002x', ground)).toBe('characters');
    expect(citizenIdFault('16010519491231002X', ground)).toBe('province');
    expect(citizenIdFault('11010519490231002X', ground)).toBe('birth-date');
    expect(citizenIdFault(withCheck('11010520261122002'), ground)).toBe('born-in-future');
    expect(citizenIdFault('110105194912310021', ground)).toBe('check-digit');
  });

  test('a child born today is not born in the future', () => {
    expect(citizenIdFault(withCheck('11010520261121002'), ground)).toBeUndefined();
  });

  test('the province assigned to nobody is accepted in the demo city only', () => {
    const id = withCheck('69010219900307002');

    expect(citizenIdFault(id, { ...ground, demo: true })).toBeUndefined();
    expect(citizenIdFault(id, ground)).toBe('province');
  });

  test('any single wrong digit and any two neighbours exchanged are found', () => {
    fc.assert(
      fc.property(digits(17), fc.nat(16), fc.integer({ min: 1, max: 9 }), (first17, at, by) => {
        const wrong = replaceAt(first17, at, String((Number(first17[at]) + by) % 10));
        expect(citizenIdCheckDigit(wrong)).not.toBe(citizenIdCheckDigit(first17));

        const [a, b] = [first17[at]!, first17[at + 1]];
        if (b === undefined || a === b) return;
        const exchanged = replaceAt(replaceAt(first17, at, b), at + 1, a);
        expect(citizenIdCheckDigit(exchanged)).not.toBe(citizenIdCheckDigit(first17));
      }),
    );
  });
});

describe('统一社会信用代码', () => {
  const real = [
    '11100000000013338W',
    '11100000MB03271699',
    '11370800MB28559184',
    '12441500196720244T',
    '11330105002500287C',
  ];

  test('codes of real public bodies are valid, inner organisation code and all', () => {
    for (const code of real) expect(usccFault(code, ground)).toBeUndefined();
  });

  test('each way of being wrong has its own name', () => {
    expect(usccFault('11100000000013338', ground)).toBe('length');
    expect(usccFault('1110000000001333OW', ground)).toBe('characters');
    expect(usccFault('111000000000133380', ground)).toBe('check-digit');
    const first17 = '11100000000013337';
    expect(usccFault(first17 + usccCheckDigit(first17), ground)).toBe('organisation-code');
  });

  test('a code of the fictional city is refused in a real one', () => {
    const first16 = '91690102MA000001';
    const first17 = first16 + organisationCheckDigit(first16.slice(8));
    const code = first17 + usccCheckDigit(first17);

    expect(usccFault(code, { demo: true })).toBeUndefined();
    expect(usccFault(code, { demo: false })).toBe('region');
  });

  test('any single wrong character is found', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    fc.assert(
      fc.property(fc.constantFrom(...real), fc.nat(17), fc.integer({ min: 1, max: 30 }), (code, at, by) => {
        const other = alphabet.charAt((alphabet.indexOf(code.charAt(at)) + by) % 31);
        expect(usccFault(replaceAt(code, at, other), { demo: true })).toBeDefined();
      }),
    );
  });
});

test('a civil date exists in the calendar', () => {
  expect(['2024-02-29', '1900-01-01', '2026-12-31'].every(isCivilDate)).toBe(true);
  expect(['2023-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '0999-01-01', ''].some(isCivilDate)).toBe(false);
});

const withCheck = (first17: string): string => first17 + citizenIdCheckDigit(first17);
const replaceAt = (text: string, at: number, character: string): string =>
  text.slice(0, at) + character + text.slice(at + 1);
