import { describe, expect, test } from 'vitest';
import { emulatedCheck, type RealNameCheck, realNameCheckFor } from './real-name-check.ts';

const person = { name: '示例甲', idNumber: '690102199001010014' };
const firm = { uscc: '91690102MA69000A0X', name: '示例甲有限公司', representative: person };

/** What any register has to keep, whichever it is: it says yes or no, or it throws; it never guesses. */
function keepsTheContract(check: RealNameCheck, known: typeof person, stranger: typeof person): void {
  test('it knows who belongs together and who does not', async () => {
    expect(await check.person(known)).toBe(true);
    expect(await check.person(stranger)).toBe(false);
    expect(await check.firm({ ...firm, representative: known })).toBe(true);
    expect(await check.firm({ ...firm, representative: stranger })).toBe(false);
  });
}

describe('the emulated register', () => {
  const check = emulatedCheck({ mismatch: ['示例乙'], unavailable: ['示例丙'] });

  keepsTheContract(check, person, { ...person, name: '示例乙' });

  test('knows nobody real', async () => {
    expect(await check.person({ ...person, idNumber: '11010519491231002X' })).toBe(false);
    expect(await check.firm({ ...firm, uscc: '91110000000000000X' })).toBe(false);
  });

  test('can be silent, for each it is asked about', async () => {
    await expect(check.person({ ...person, name: '示例丙' })).rejects.toThrow();
    await expect(check.firm({ ...firm, name: '示例丙' })).rejects.toThrow();
    await expect(check.firm({ ...firm, representative: { ...person, name: '示例丙' } })).rejects.toThrow();
  });
});

test('production never asks an emulator', async () => {
  const check = realNameCheckFor({ mode: 'production' });

  await expect(check.person(person)).rejects.toThrow();
  await expect(check.firm(firm)).rejects.toThrow();
});
