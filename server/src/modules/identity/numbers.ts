/** The two numbers by which the state knows a person and an organisation: their structure and check digits (domain 7.1, 7.2). Pure. */

export type CitizenIdFault = 'length' | 'characters' | 'province' | 'birth-date' | 'born-in-future' | 'check-digit';
export type UsccFault = 'length' | 'characters' | 'region' | 'organisation-code' | 'check-digit';

/** What the judgement depends on besides the number itself. */
export interface NumberGround {
  /** The civil date of today, `YYYY-MM-DD`. */
  today: string;
  /** Numbers with the province 69, which is assigned to nobody, belong to the fictional city and to nothing else. */
  demo: boolean;
}

/** Provinces of GB/T 2260, and 81–83 of the residence permits for people of Hong Kong, Macao and Taiwan. */
const provinces = new Set(
  ['11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46', '50 51 52 53 54 61 62 63 64 65 71 81 82 83']
    .join(' ')
    .split(' '),
);

const citizenWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999: the 18th character of a citizen id, from its first 17 digits. */
export const citizenIdCheckDigit = (first17: string): string =>
  '10X98765432'.charAt(weightedSum(citizenWeights, first17, '0123456789') % 11);

/** The first thing wrong with a normalised citizen id, or undefined. Old district codes stay valid: a number outlives its district. */
export function citizenIdFault(id: string, { today, demo }: NumberGround): CitizenIdFault | undefined {
  if (id.length !== 18) return 'length';
  if (!/^\d{17}[\dX]$/.test(id)) return 'characters';
  const province = id.slice(0, 2);
  if (!provinces.has(province) && !(demo && province === '69')) return 'province';
  const birth = birthDateOf(id);
  if (!isCivilDate(birth)) return 'birth-date';
  if (birth > today) return 'born-in-future';
  return citizenIdCheckDigit(id.slice(0, 17)) === id.charAt(17) ? undefined : 'check-digit';
}

/** The civil date of birth written in a citizen id. */
const birthDateOf = (id: string): string => `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;

/** Letters that look like digits or like each other (I, O, S, V, Z) are not used (GB 32100-2015). */
const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** GB 32100-2015: the 18th character of a unified social credit code, from its first 17. */
export const usccCheckDigit = (first17: string): string =>
  usccAlphabet.charAt((31 - (weightedSum(usccWeights, first17, usccAlphabet) % 31)) % 31);

/** GB 11714: the 9th character of an organisation code, from its first 8. */
export const organisationCheckDigit = (first8: string): string =>
  '0X987654321'.charAt(weightedSum(organisationWeights, first8, organisationAlphabet) % 11);

/** The first thing wrong with a normalised unified social credit code, or undefined. */
export function usccFault(code: string, { demo }: Pick<NumberGround, 'demo'>): UsccFault | undefined {
  if (code.length !== 18) return 'length';
  if (![...code].every((character) => usccAlphabet.includes(character))) return 'characters';
  if (!demo && code.startsWith('69', 2)) return 'region';
  if (usccCheckDigit(code.slice(0, 17)) !== code.charAt(17)) return 'check-digit';
  return organisationCheckDigit(code.slice(8, 16)) === code.charAt(16) ? undefined : 'organisation-code';
}

/** Strict civil date `YYYY-MM-DD` of the Gregorian calendar. */
export function isCivilDate(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (!year || !month || !day) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const weightedSum = (weights: readonly number[], text: string, alphabet: string): number =>
  weights.reduce((sum, weight, at) => sum + weight * alphabet.indexOf(text.charAt(at)), 0);
