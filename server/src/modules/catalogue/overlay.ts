import type { ItemDefinition } from './contract.ts';

/** The document with its English texts in the place of the Chinese ones, as far as it has any. */
export function inEnglish(item: ItemDefinition): ItemDefinition {
  const copy = structuredClone(item);
  for (const [pointer, text] of Object.entries(item.en ?? {})) {
    const steps = pointer.split('/').slice(1);
    const last = steps.pop() ?? '';
    const place = steps.reduce<unknown>((at, step) => own(at)?.[step], copy);
    const holder = own(place);
    if (holder && typeof holder[last] === 'string') holder[last] = text;
  }
  return copy;
}

const own = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
