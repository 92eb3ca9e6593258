export { isFetched, placesIn } from './card.ts';
export { itemPublished } from './events.ts';
export { pathsOf, situationOf, UNSURE } from './graph.ts';
export { cardsOf, findLiveVersion, getItem } from './queries.ts';
export { getItemVersion } from './service.ts';
