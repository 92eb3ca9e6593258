const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** ISO 7064 MOD 37,36: finds every single wrong character and nearly every swap of two neighbours. */
function checkCharacter(characters: string): string {
  let sum = 36;
  for (const character of characters) {
    sum = (sum + ALPHABET.indexOf(character)) % 36 || 36;
    sum = (sum * 2) % 37;
  }
  return ALPHABET.charAt((37 - sum) % 36);
}

/**
 * The number people see (办件编号): `690102-261121-00372-8` is area, day (two-digit year), serial of that day in that area, check
 * character. It begins with the area so that it is unique without a register of all areas.
 */
export function caseNumber(areaCode: number, day: string, serial: number): string {
  const parts = [String(areaCode).padStart(6, '0'), day.slice(2).replaceAll('-', ''), String(serial).padStart(5, '0')];
  return [...parts, checkCharacter(parts.join(''))].join('-');
}

/** The area of a case number as people type it (spaces, dashes and case do not matter), or undefined when it is not one. */
export function readCaseNumber(typed: string): { number: string; areaCode: number } | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—–]/g, '');
  if (!/^\d{17}[0-9A-Z]$/.test(plain) || checkCharacter(plain.slice(0, 17)) !== plain.charAt(17)) return undefined;
  const number = [plain.slice(0, 6), plain.slice(6, 12), plain.slice(12, 17), plain.charAt(17)].join('-');
  return { number, areaCode: Number(plain.slice(0, 6)) };
}
