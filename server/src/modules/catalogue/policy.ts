import { type Actor, postFor, regionPrefix } from '../../kernel/actor.ts';

/** What rights over an item version depend on. */
export interface ItemPlace {
  itemKey: string;
  areaCode: number;
  regionCode: string;
}

/** Items are kept by the item administrators of the deciding area; imports and seeds act as the system. */
export const canAdminister = (actor: Actor, { areaCode, itemKey }: ItemPlace): boolean =>
  actor.kind === 'system' || postFor(actor, 'itemAdministrator', { areaCode, itemKey }) !== undefined;

/** A body decides for its own area and what lies beneath it, and for no other. */
export const liesWithin = ({ areaCode, regionCode }: ItemPlace): boolean =>
  regionCode.startsWith(regionPrefix(`${areaCode}000000`));

/** A region's code and those of all it lies in, innermost first: what is in force in a street may be the street's, the district's or the city's. */
export const regionsAround = (regionCode: string): string[] => [
  ...new Set([12, 9, 6, 4, 2].map((digits) => regionCode.slice(0, digits).padEnd(12, '0'))),
];
