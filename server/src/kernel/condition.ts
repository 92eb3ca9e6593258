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

const isKnown = (value: unknown): boolean => value !== undefined && value !== '';

/**
 * Kleene's three values: `undefined` means that a needed fact is not known yet. A person may answer "不清楚", and what
 * hangs on that answer is then neither required nor excluded. A fact that is `null` is known not to exist (a question that
 * does not apply): every test of it fails.
 */
export function evaluate(condition: Condition, facts: Facts): boolean | undefined {
  if ('all' in condition) return conjunction(condition.all.map((c) => evaluate(c, facts)));
  if ('any' in condition) return negate(conjunction(condition.any.map((c) => negate(evaluate(c, facts)))));
  if ('not' in condition) return negate(evaluate(condition.not, facts));
  if ('known' in condition) return isKnown(valueAt(facts, condition.known) ?? '');
  const [ref, operand] =
    'eq' in condition
      ? condition.eq
      : 'in' in condition
        ? condition.in
        : 'lt' in condition
          ? condition.lt
          : condition.gt;
  const value = valueAt(facts, ref);
  if (value === null) return false;
  if (!isKnown(value)) return undefined;
  if ('eq' in condition) return holdsFor(value, (v) => v === operand);
  if ('in' in condition) return holdsFor(value, (v) => condition.in[1].includes(v as Scalar));
  const order = compare(value, operand as number | string);
  return order === undefined ? undefined : 'lt' in condition ? order < 0 : order > 0;
}

/** True only when the condition is known to hold; an absent condition always holds. */
export const holds = (condition: Condition | undefined, facts: Facts): boolean =>
  condition === undefined || evaluate(condition, facts) === true;

/** Every test of a reference, with the values it is held against: for checks at publication (a question nobody asks, an answer nobody can give). */
export function testsOf(condition: Condition): { ref: string; values: Scalar[] }[] {
  if ('all' in condition) return condition.all.flatMap(testsOf);
  if ('any' in condition) return condition.any.flatMap(testsOf);
  if ('not' in condition) return testsOf(condition.not);
  if ('known' in condition) return [{ ref: condition.known, values: [] }];
  if ('eq' in condition) return [{ ref: condition.eq[0], values: [condition.eq[1]] }];
  if ('in' in condition) return [{ ref: condition.in[0], values: condition.in[1] }];
  return [{ ref: 'lt' in condition ? condition.lt[0] : condition.gt[0], values: [] }];
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

/** What is wrong with something that should be a condition, for the editor who wrote it; undefined when it can be evaluated. */
export function conditionFault(value: unknown, depth = 0): string | undefined {
  if (depth > 6) return '条件嵌套不能超过 6 层';
  if (typeof value !== 'object' || value === null) return '条件应为对象';
  const [[operator, operand] = [], ...others] = Object.entries(value);
  if (operator === undefined || others.length > 0) return '每个条件只能有一个运算';
  switch (operator) {
    case 'all':
    case 'any':
      if (!Array.isArray(operand) || operand.length === 0) return `${operator} 应为至少含一个条件的列表`;
      return operand.map((part) => conditionFault(part, depth + 1)).find((fault) => fault !== undefined);
    case 'not':
      return conditionFault(operand, depth + 1);
    case 'known':
      return isReference(operand) ? undefined : 'known 应写成以 / 开头的引用';
    case 'eq':
    case 'in':
    case 'lt':
    case 'gt': {
      if (!Array.isArray(operand) || operand.length !== 2 || !isReference(operand[0]))
        return `${operator} 应写成 [引用, 值]，引用以 / 开头`;
      return operandFits(operator, operand[1]) ? undefined : `${operator} 的值类型不对`;
    }
    default:
      return `没有“${operator}”这种运算`;
  }
}

const isReference = (value: unknown): value is string => typeof value === 'string' && /^(\/[^/]+)+$/.test(value);

function operandFits(operator: 'eq' | 'in' | 'lt' | 'gt', operand: unknown): boolean {
  const scalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
  if (operator === 'in') return Array.isArray(operand) && operand.length > 0 && operand.every(scalar);
  return operator === 'eq' ? scalar(operand) : typeof operand === 'number' || typeof operand === 'string';
}
