import type { Words } from './zh.ts';

export const en: Words = {
  hallsTitle: (region) => `Service halls in ${region}`,
  hallsLead: 'You can ask and apply in person at all of these; check the opening hours before you go.',
  kinds: {
    cityHall: 'City hall',
    districtHall: 'District hall',
    streetCentre: 'Street service centre',
    communityStation: 'Community station',
  },
  noHalls: 'No hall is registered here yet.',
  otherRegions: 'See other places',
  address: 'Address',
  hours: 'Hours',
  phone: 'Telephone',
  pending: 'to be added',
  windows: 'Windows',
  windowNo: 'No.',
  windowName: 'For',

  regionsTitle: 'Choose a place',
  regionsLead: 'After that you see what can be done there.',
  otherCities: 'Other cities',
  inside: (name) => `Within ${name}`,
  whole: (name) => `${name} (all)`,
  choose: 'Choose',
  levels: { '1': 'nation', '2': 'province', '3': 'city', '4': 'district', '5': 'street', '6': 'community' },
};
