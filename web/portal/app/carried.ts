/**
 * What somebody had typed when the session turned out to be over: it goes through the sign-in as hidden fields and is posted again by one
 * button afterwards, so that nothing typed is lost without a script either (ux R37).
 */
export type Carried = readonly (readonly [name: string, value: string])[];

export const CARRIED = 'carried';

/** Secrets are asked for again, and the token belongs to the session that is over. */
const left = ['csrf', '/password', '/code'];

export const carriedFrom = (form: Carried): Carried => form.filter(([name]) => !left.includes(name));

/** One hidden field for each, name and value in one. */
export const packed = (carried: Carried): string[] =>
  carried.map((field) => new URLSearchParams([[...field]]).toString());

/** Back from the hidden fields of the sign-in form. */
export const unpacked = (form: Carried): Carried =>
  form.filter(([name]) => name === CARRIED).flatMap(([, field]) => [...new URLSearchParams(field)]);
