import { civilDate } from './kernel/civil-date.ts';
import { legalNow } from './kernel/clock.ts';
import type { Context } from './kernel/context.ts';
import { type Db, inTx } from './kernel/db.ts';
import { requestProblems } from './kernel/problem.ts';
import { type Setting, settingOf } from './kernel/settings.ts';
import type { ItemCard, ItemFacets, ItemFilter, ItemView } from './modules/catalogue/contract.ts';
import { inEnglish } from './modules/catalogue/overlay.ts';
import { presentItem } from './modules/catalogue/present.ts';
import {
  cardsOf,
  findLiveVersion,
  getItem,
  itemFacets,
  listChanges,
  listItems,
  partsWith,
} from './modules/catalogue/queries.ts';
import type { GuideView } from './modules/guidance/contract.ts';
import { guideFor } from './modules/guidance/guide.ts';
import { answersFromQuery, askedQuestion, personalList } from './modules/guidance/rules.ts';
import { searchItems } from './modules/guidance/search.ts';
import { recordMiss } from './modules/guidance/service.ts';
import type { SessionView } from './modules/identity/contract.ts';
import type { Region } from './modules/org/contract.ts';
import { regionChain } from './modules/org/places.ts';
import { areasUnder, childRegions, findRegion, hallsOf, listDepartments } from './modules/org/store.ts';

/** What the frame of every page shows. */
export interface Site {
  city: string;
  /** The city is fictional and everything in it 示例数据. */
  sample: boolean;
  /** Emulators stand in for the outside world. */
  demo: boolean;
  region: Pick<Region, 'code' | 'name'> | null;
  account: { name: string | null; actingFor: string | null } | null;
}

/** A guide with the questions answered so far, and the places to choose between when it is not handled by the place as a whole. */
export interface Guide {
  view: ItemView;
  guide: GuideView;
  places: Pick<Region, 'code' | 'name'>[];
}

/** The ways of browsing; `body` is set where each district has such a department and the first stands for all. */
export interface Facets extends Omit<ItemFacets, 'departments'> {
  departments: { value: string; count: number; body: string | null }[];
}

const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');

/** Items a city puts on its home page, by key; until it says which, those that can be applied for online. */
const frequentItems: Setting<string[]> = { key: 'portal.frequent-items', fallback: [], accepts: isWords };
/** Words offered under the search box. */
const hotWords: Setting<string[]> = {
  key: 'portal.hot-words',
  fallback: ['居住证', '社保', '公积金提取', '开餐馆', '老年证', '新生儿'],
  accepts: isWords,
};
/** The region this site is for; until it is said, the region at the top. */
const siteRegion: Setting<string> = {
  key: 'portal.region',
  fallback: '',
  accepts: (value): value is string => typeof value === 'string' && /^\d{12}$/.test(value),
};

const HOME_ITEMS = 12;
const PAGE = 20;
const FRESH_MS = 60_000;

/** The region of this site: the demo city where there is one, because guides imported beside it bring regions of their own. */
async function cityOf(db: Db): Promise<Region> {
  const code = await settingOf(db, siteRegion, 0, civilDate(await legalNow(db)));
  if (code !== '') return (await regionChain(db, code)).at(-1) ?? noRegion();
  const top = await childRegions(db, undefined);
  return top.find(({ sample }) => sample) ?? top[0] ?? noRegion();
}

function noRegion(): never {
  throw requestProblems.unavailable();
}

/** The guide again over the English document; what has no English stays Chinese. */
function englishGuide(view: ItemView, guide: GuideView, query: Readonly<Record<string, string>>) {
  const item = inEnglish(view.item);
  const { answers } = answersFromQuery(item, query);
  const { question: _, ...rest } = guide;
  const question = askedQuestion(item, answers);
  return {
    view: { ...view, item },
    guide: { ...rest, list: personalList(item, answers), ...(question && { question }) },
  };
}

export function catalogueServices(ctx: Context) {
  const { db } = ctx;

  let known: { at: number; region: Region } | undefined;
  /** Looked up once a minute; when the database is away, the one known last: whose site this is must still be said. */
  async function theCity(): Promise<Region> {
    if (known && performance.now() - known.at < FRESH_MS) return known.region;
    try {
      known = { at: performance.now(), region: await cityOf(db) };
    } catch (error) {
      if (!known) throw error;
    }
    return known.region;
  }

  const setting = async (which: Setting<string[]>, regionCode: string): Promise<string[]> =>
    await settingOf(db, which, Number(regionCode.slice(0, 6)), civilDate(await legalNow(db)));

  async function frequent(regionCode: string): Promise<{ frequent: ItemCard[]; curated: boolean }> {
    const keys = await setting(frequentItems, regionCode);
    const chosen = await cardsOf(db, regionCode, keys, {});
    const inOrder = chosen.sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
    if (inOrder.length > 0) return { frequent: inOrder, curated: true };
    const { items } = await listItems(db, { regionCode, applyOnline: true, limit: HOME_ITEMS });
    return { frequent: items, curated: false };
  }

  async function facetsOf(regionCode: string): Promise<Facets> {
    const facets = await itemFacets(db, regionCode);
    const own = Number(regionCode.slice(0, 6));
    const beneath = (await areasUnder(db, regionCode)).filter((area) => area !== own);
    const theirs = (await Promise.all(beneath.map((area) => listDepartments(db, area)))).flat();
    const bodies = new Map(theirs.map(({ name, shortName }) => [name, shortName]));
    return {
      ...facets,
      departments: facets.departments.map((one) => ({ ...one, body: bodies.get(one.value) ?? null })),
    };
  }

  return {
    site: {
      frame: async (session: SessionView, regionCode: string): Promise<Site> => {
        const city = await theCity();
        const region = regionCode === city.code ? city : await findRegion(db, regionCode).catch(() => undefined);
        const { person, actingFor } = session;
        return {
          city: city.name,
          sample: city.sample,
          demo: ctx.config.mode !== 'production',
          region: region ? { code: region.code, name: region.name } : null,
          account: person && { name: person.name, actingFor: actingFor?.principal.name ?? null },
        };
      },
      /** The region somebody chose, as long as there is such a one; else the city's. */
      region: async (chosen?: string): Promise<string> =>
        chosen !== undefined && (await findRegion(db, chosen)) ? chosen : (await theCity()).code,
      noSuchPage: () => requestProblems.notFound(),
    },

    places: {
      chain: (code: string) => regionChain(db, code),
      within: (code: string) => childRegions(db, code),
      /** The cities of this installation: regions that nothing stands above. */
      cities: () => childRegions(db, undefined),
      /** The region's own halls, then those of the regions right beneath it. */
      halls: async (code: string) => {
        const [chain, children] = [await regionChain(db, code), await childRegions(db, code)];
        const halls = await Promise.all(
          [code, ...children.map((child) => child.code)].map((each) => hallsOf(db, each)),
        );
        return { name: chain.at(-1)?.name ?? '', halls: halls.flat() };
      },
    },

    guide: {
      home: async (regionCode: string) => ({
        ...(await frequent(regionCode)),
        hotWords: await setting(hotWords, regionCode),
        facets: await facetsOf(regionCode),
      }),
      browse: (regionCode: string, filter: ItemFilter, after: string | undefined) =>
        listItems(db, { regionCode, ...filter, after, limit: PAGE }),
      facets: facetsOf,

      /** What nothing answers to is counted, so that the city learns its citizens' words. */
      search: async (text: string, regionCode: string, filter: ItemFilter, after: string | undefined) => {
        const found = await searchItems(db, { text, regionCode, ...filter, after, limit: PAGE });
        if (found.total === 0 && Object.keys(filter).length === 0)
          await inTx(db, (tx) => recordMiss(tx, { text, regionCode }));
        return found;
      },

      /** The guide as it holds at the place; where only parts of the place have the item, the first of them, and all to choose from. */
      item: async (
        key: string,
        regionCode: string,
        query: Readonly<Record<string, string>>,
        language: 'zh' | 'en' = 'zh',
      ): Promise<Guide> => {
        const parts = await partsWith(db, key, regionCode);
        const whole = await findLiveVersion(db, key, regionCode);
        const live = whole ?? (await getItem(db, key, parts[0] ?? regionCode));
        const view = presentItem(live, await listChanges(db, live));
        const guide = await guideFor(db, { key, regionCode: live.regionCode, query });
        const choices = whole ? [] : parts;
        const places = await Promise.all(choices.map(async (code) => (await regionChain(db, code)).at(-1)));
        const inWords = language === 'en' ? englishGuide(view, guide, query) : { view, guide };
        return { ...inWords, places: places.flatMap((place) => place ?? []) };
      },
    },
  };
}
