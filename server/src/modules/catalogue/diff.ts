import type { ItemChange } from './contract.ts';

/** What differs between two documents. List elements that have a key are matched by it, so that moving or inserting one is one change. */
export function diff(before: unknown, after: unknown, pointer = ''): ItemChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (before === undefined) return [{ pointer, kind: 'added', after }];
  if (after === undefined) return [{ pointer, kind: 'removed', before }];
  const [old, fresh] = [membersOf(before), membersOf(after)];
  if (!old || !fresh) return [{ pointer, kind: 'changed', before, after }];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name) =>
    diff(old.get(name), fresh.get(name), `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

/** The named parts of an object, or of a list whose elements are named by `key`, `value` or `pointer`; other lists change as a whole. */
function membersOf(value: unknown): Map<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const names = value.map((element: unknown) => nameOf(element));
  const distinct = new Set(names).size === names.length && !names.includes(undefined);
  return distinct ? new Map(value.map((element, at) => [names[at] ?? '', element])) : undefined;
}

function nameOf(element: unknown): string | undefined {
  const { key, value, pointer } = (element ?? {}) as Record<string, unknown>;
  return [key, value, pointer].find((name) => typeof name === 'string') as string | undefined;
}
