import { pinyin } from 'pinyin-pro';
import { regionPrefix } from '../../kernel/actor.ts';
import type { ItemCard, ItemDefinition, ServicePlace } from './contract.ts';

type Place = Pick<ItemCard, 'versionId' | 'regionCode' | 'areaCode'>;

/** Online depth (domain 2.6): 5, 6 or 7 means that the whole matter can be done online. */
const WHOLLY_ONLINE = ['5', '6', '7'];
/** Ways in which the state gets a material itself. */
const FETCHED = ['E_LICENCE', 'DATA_SHARING', 'AGENCY_CHECK'];

export const isFetched = ({ exemptions = [] }: ItemDefinition['materials'][number]): boolean =>
  exemptions.some((way) => FETCHED.includes(way));

export function cardOf(definition: ItemDefinition, place: Place): ItemCard {
  const { plainName, statutoryTimeLimit, promisedTimeLimit, onSiteVisits, fees, supports = {} } = definition;
  return {
    ...place,
    key: definition.key,
    name: definition.name,
    ...(plainName !== undefined && { plainName }),
    department: definition.implementingBody.name,
    ...(definition.itemType !== undefined && { itemType: definition.itemType }),
    caseType: definition.caseType,
    serviceTargets: definition.serviceTargets,
    ...(statutoryTimeLimit && { statutoryTimeLimit }),
    ...(promisedTimeLimit && { promisedTimeLimit }),
    ...(onSiteVisits !== undefined && { onSiteVisits }),
    ...(fees && { charged: fees.charged }),
    applyOnline:
      definition.form !== undefined && definition.handlingChannels.some((way) => way === 'PC' || way === 'MOBILE'),
    fullyOnline: definition.onlineDepth.some((depth) => WHOLLY_ONLINE.includes(depth)),
    exemptMaterials: definition.materials.filter(isFetched).length,
    hasQuestions: (definition.questions ?? []).length > 0,
    appointment: supports.appointment ?? false,
    kiosk: supports.kiosk ?? false,
    sample: definition.source.sample ?? false,
  };
}

/** Of a document published in several regions, the places of this one: those within it, those it lies in, and those of no region. */
export const placesIn = (places: readonly ServicePlace[], regionCode: string): ServicePlace[] =>
  places.filter(
    (place) =>
      place.regionCode === undefined ||
      place.regionCode.startsWith(regionPrefix(regionCode)) ||
      regionCode.startsWith(regionPrefix(place.regionCode)),
  );

/** Lists are in the order of the alphabet, as a register is. */
export const sortKeyOf = (name: string): string =>
  pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(' ').toLowerCase();
