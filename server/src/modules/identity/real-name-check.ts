import type { Config } from '../../kernel/config.ts';

/**
 * The registers that know who is who, outside this system: the national real-name service and the register of firms. Each answers
 * whether the facts belong together; when it cannot answer it throws, and nothing is decided.
 */
export interface RealNameCheck {
  person(claim: { name: string; idNumber: string }): Promise<boolean>;
  firm(claim: { uscc: string; name: string; representative: { name: string; idNumber: string } }): Promise<boolean>;
}

/** What the emulator is told to answer for some names, so that every way it can end is seen. */
export interface Emulated {
  mismatch?: readonly string[];
  unavailable?: readonly string[];
}

/** The fictional city's registers: all its numbers belong to whoever says so, but for the names it was told of. */
export function emulatedCheck({ mismatch = [], unavailable = [] }: Emulated = {}): RealNameCheck {
  const answer = (name: string, fictional: boolean): boolean => {
    if (unavailable.includes(name)) throw new Error('the register does not answer');
    return fictional && !mismatch.includes(name);
  };
  return {
    person: async ({ name, idNumber }) => answer(name, idNumber.startsWith('69')),
    firm: async ({ uscc, name, representative }) =>
      answer(name, uscc.startsWith('69', 2)) && answer(representative.name, representative.idNumber.startsWith('69')),
  };
}

/** Until a city joins its registers names are checked at a window, where a clerk holds the ID card. */
const notConnected = async (): Promise<never> => {
  throw new Error('no register is connected');
};

export const realNameCheckFor = ({ mode }: Pick<Config, 'mode'>): RealNameCheck =>
  mode === 'production'
    ? { person: notConnected, firm: notConnected }
    : emulatedCheck({ mismatch: ['示例不符'], unavailable: ['示例无应答'] });
