import type { ServicePlace } from '../modules/catalogue/contract.ts';

/**
 * Where one can go, from the location texts of an export: several in one text, one in several, numbers and labels before them.
 * `names` are the region's own name and those above it, the province last.
 */
export function placesFrom(texts: readonly string[], names: readonly string[]): ServicePlace[] {
  const places = texts
    .reduce<string[]>(joinFragment, [])
    .flatMap((text) => text.split(separatorBefore(names)))
    .map((text) =>
      text
        .replace(/^\s*\d{0,2}\s*[.．、]\s*/, '')
        .replace(/[。；，、\s]+$/, '')
        .replace(/\s+/g, ''),
    )
    .filter((text) => text.length > 1)
    .map(placeFrom);
  return [...new Map(places.map((place) => [`${place.name} ${place.address}`, place])).values()].slice(0, 60);
}

/** A piece that begins with a comma, or in the middle of a name (市政务服务中心 after 德惠), was torn off the piece before it. */
function joinFragment(whole: string[], piece: string): string[] {
  const before = whole.at(-1);
  if (before === undefined || !/^\s*(?:[、，]|[市县区](?!\S{0,6}[：:]))/.test(piece)) return [...whole, piece];
  return before.endsWith(piece.trim()) ? whole : [...whole.slice(0, -1), before + piece.trim()];
}

/** Within one text the next place begins where the province is named again, or after a comma the city or the region. */
function separatorBefore(names: readonly string[]): RegExp {
  const province = names.at(-1) ?? '\n';
  return new RegExp(`\\n|(?:\\s+|(?<=\\D)\\d{1,2}[.．])(?=${province})|[、，](?=${names.join('|')})`);
}

const OFFICE = '中心|大厅|窗口|派出所|局|联合会|医院|服务区|分厅';
/** 某某派出所：某路 1 号 */
const labelled = /^([^：:]{2,30})[：:]([^：:]{3,})$/;
/** 某某政务服务中心（某路 1 号） */
const bracketed = new RegExp(`^([^（]*(?:${OFFICE}))（([^（）]*[路街道][^（）]*)）$`);
/** 某路 1 号某某政务服务中心某某窗口; what only goes on with the way (处西行, 北侧, 对面) is not a name yet. */
const onward = '[楼院栋门处旁至]|对面|[东西南北]+(?:侧|门|行|\\d)';
const addressed = new RegExp(`^(.*?(?:(?<!第\\d*)\\d号|\\d米|公里处|交汇处?))(?!${onward})(\\D.*(?:${OFFICE}).*)$`);

function placeFrom(text: string): ServicePlace {
  const [, label, after] = labelled.exec(text) ?? [];
  if (label && after) {
    const inner = addressedPlace(after);
    const named = new RegExp(`(?:${OFFICE})$`).test(label);
    return inner && !named ? inner : limited(label, after);
  }
  const [, office, street] = bracketed.exec(text) ?? [];
  return (office && street ? limited(office, street) : addressedPlace(text)) ?? limited(text);
}

function addressedPlace(text: string): ServicePlace | undefined {
  const [, address, name] = addressed.exec(text) ?? [];
  return address && name ? limited(name, address) : undefined;
}

const limited = (name: string, address?: string): ServicePlace => ({
  name: name
    .replace(/^，+/, '')
    .replace(/^（([^（）]*)）/, '$1')
    .slice(0, 200),
  ...(address !== undefined && { address: address.slice(0, 300) }),
});

/**
 * The other county in which all the places lie, if they do: such a row would send people to the wrong town. `counties` are the
 * names of all counties of the city.
 */
export function strayCounty(texts: readonly string[], own: string, counties: readonly string[]): string | undefined {
  const others = counties.filter((county) => county !== own);
  const named = texts.map((text) => (text.includes(own) ? undefined : others.find((county) => text.includes(county))));
  return named.length > 0 && named.every((county) => county !== undefined) ? named[0] : undefined;
}
