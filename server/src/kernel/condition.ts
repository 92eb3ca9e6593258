/**
 * The one predicate language: situations, form visibility, materials and review points share it, on both sides of the wire.
 * A reference is a JSON Pointer into the facts, by convention `/situation/…` for answers of the questionnaire and `/form/…` for the form.
 */
export type Scalar = string | number | boolean;

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { known: string }
  | { eq: [ref: string, value: Scalar] }
  | { in: [ref: string, values: Scalar[]] }
  | { lt: [ref: string, bound: number | string] }
  | { gt: [ref: string, bound: number | string] };

export type Facts = { readonly [key: string]: unknown };

/** The value at a JSON Pointer (RFC 6901), or undefined. Own properties only. */
export function valueAt(facts: unknown, pointer: string): unknown {
  let value: unknown = facts;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

const isKnown = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/**
 * Kleene's three values: `undefined` means that a needed fact is not known yet. A person may answer "不清楚", and what
 * hangs on that answer is then neither required nor excluded.
 */
export function evaluate(condition: Condition, facts: Facts): boolean | undefined {
  if ('all' in condition) return conjunction(condition.all.map((c) => evaluate(c, facts)));
  if ('any' in condition) return negate(conjunction(condition.any.map((c) => negate(evaluate(c, facts)))));
  if ('not' in condition) return negate(evaluate(condition.not, facts));
  if ('known' in condition) return isKnown(valueAt(facts, condition.known));
  const [ref, operand] =
    'eq' in condition
      ? condition.eq
      : 'in' in condition
        ? condition.in
        : 'lt' in condition
          ? condition.lt
          : condition.gt;
  const value = valueAt(facts, ref);
  if (!isKnown(value)) return undefined;
  if ('eq' in condition) return holdsFor(value, (v) => v === operand);
  if ('in' in condition) return holdsFor(value, (v) => condition.in[1].includes(v as Scalar));
  const order = compare(value, operand as number | string);
  return order === undefined ? undefined : 'lt' in condition ? order < 0 : order > 0;
}

/** True only when the condition is known to hold; an absent condition always holds. */
export const holds = (condition: Condition | undefined, facts: Facts): boolean =>
  condition === undefined || evaluate(condition, facts) === true;

/** Every reference a condition reads, for checks at publication (a question nobody asks, a field that does not exist). */
export function referencesOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(referencesOf);
  if ('any' in condition) return condition.any.flatMap(referencesOf);
  if ('not' in condition) return referencesOf(condition.not);
  if ('known' in condition) return [condition.known];
  return [
    'eq' in condition
      ? condition.eq[0]
      : 'in' in condition
        ? condition.in[0]
        : 'lt' in condition
          ? condition.lt[0]
          : condition.gt[0],
  ];
}

const negate = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value);

function conjunction(values: (boolean | undefined)[]): boolean | undefined {
  if (values.includes(false)) return false;
  return values.includes(undefined) ? undefined : true;
}

/** A multiple choice answer satisfies a test when any of its values does. */
const holdsFor = (value: unknown, test: (v: unknown) => boolean): boolean =>
  Array.isArray(value) ? value.some(test) : test(value);

/** Numbers by size, dates and other strings by code unit (ISO dates order correctly); mixed kinds do not compare. */
function compare(value: unknown, bound: number | string): number | undefined {
  if (typeof value === 'number' && typeof bound === 'number') return value - bound;
  if (typeof value === 'string' && typeof bound === 'string') return value < bound ? -1 : value > bound ? 1 : 0;
  return undefined;
}
