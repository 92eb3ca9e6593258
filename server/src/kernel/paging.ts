import { type Static, type TSchema, Type } from 'typebox';

/** What every list accepts. The cursor is opaque to the caller: the last sort key seen. */
export const PageQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
    after: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  },
  { additionalProperties: false },
);
export type PageQuery = Static<typeof PageQuery>;

export interface Page<T> {
  items: T[];
  next: string | null;
}

export const PageOf = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), next: Type.Union([Type.String(), Type.Null()]) });

/** A page from `limit + 1` rows: the extra row only tells that there is a next page. */
export function pageOf<T>(rows: T[], limit: number, cursorOf: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

/** Several sort keys as one cursor, e.g. `(due_on, id)`. */
export const cursor = (...keys: string[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** The keys of a cursor, or undefined when it was not made by `cursor` with that many keys. */
export function keysOf(text: string | undefined, count: number): string[] | undefined {
  if (text === undefined) return undefined;
  try {
    const keys: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(keys) && keys.length === count && keys.every((k) => typeof k === 'string') ? keys : undefined;
  } catch {
    return undefined;
  }
}
