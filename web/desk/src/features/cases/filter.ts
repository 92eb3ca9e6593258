import type { QueueFilter } from '../../case/api.ts';

/** A change of the filter; undefined takes a condition away. */
export type Narrowing = { [K in keyof QueueFilter]?: QueueFilter[K] | undefined };

/** The filter of a list as it stands in the address; the case page keeps it, so that next and previous follow the same list. */
export function filterOf(address: URLSearchParams): QueueFilter {
  const given = (name: string) => address.get(name) ?? undefined;
  return {
    work: (given('work') ?? 'pending') as NonNullable<QueueFilter['work']>,
    state: given('state') as QueueFilter['state'],
    itemKey: given('itemKey'),
    text: given('text'),
  } as QueueFilter;
}
