/** The slowest a hardware scanner types, between two keys (ux R19). People are slower. */
const FASTEST_PERSON_MS = 35;
const SHORTEST_CODE = 6;

export interface Burst {
  readonly text: string;
  readonly at: number;
}

export const nothing: Burst = { text: '', at: 0 };

/**
 * Reads key presses for the burst of a keyboard-wedge scanner, which ends with Enter: what has come so far, and the code once it is
 * whole. A pause that a person could make starts again.
 */
export function scan(burst: Burst, key: string, at: number): { burst: Burst; code?: string } {
  const goesOn = at - burst.at < FASTEST_PERSON_MS;
  if (key === 'Enter')
    return goesOn && burst.text.length >= SHORTEST_CODE ? { burst: nothing, code: burst.text } : { burst: nothing };
  if (key.length !== 1) return { burst: goesOn ? { ...burst, at } : nothing };
  return { burst: { text: goesOn ? burst.text + key : key, at } };
}

export type Scanned = 'case-number' | 'citizen-id' | 'unknown';

/** What a code is, by its shape: 690102-261121-00372-8, or a citizen's number. */
export function kindOf(code: string): Scanned {
  if (/^\d{6}-\d{6}-\d{5}-[\dA-Z]$/i.test(code)) return 'case-number';
  return /^\d{17}[\dX]$/i.test(code) ? 'citizen-id' : 'unknown';
}
