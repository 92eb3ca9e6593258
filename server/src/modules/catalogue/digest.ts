import { digestOf } from '../../kernel/crypto.ts';
import type { ItemDefinition } from './contract.ts';

/** The same document has the same digest, whatever the order in which its keys were written. */
export const definitionDigest = (definition: ItemDefinition): Buffer => digestOf(JSON.stringify(canonical(definition)));

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)]),
  );
}
