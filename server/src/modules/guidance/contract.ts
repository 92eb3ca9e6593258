import { type Static, Type } from 'typebox';
import {
  ItemCard,
  ItemFilter,
  Material,
  RegionCode,
  ServicePlace,
  SituationQuestion,
  TimeLimit,
} from '../catalogue/contract.ts';

const strict = { additionalProperties: false };
const Key = Type.String({ pattern: '^[a-z][a-z0-9-]{1,79}$' });

/** Answers travel in the address, `?q-<question>=<option>`, so that a list can be sent to a helper. `unsure` answers every question. */
export const GuideParams = Type.Object({ key: Key }, strict);
export const GuideQuery = Type.Object({ region: RegionCode }, { additionalProperties: true });
export const ANSWER_PREFIX = 'q-';

/**
 * needed:     to be handed in
 * exempt:     免提交, the state gets it itself
 * deferrable: 可容缺, may be handed in later
 * optional:   only if one wants
 * maybe:      depends on an answer that is not known
 */
export const materialStatuses = ['needed', 'exempt', 'deferrable', 'optional', 'maybe'] as const;
export const ListedMaterial = Type.Object({ ...Material.properties, status: Type.Enum([...materialStatuses]) });
export type ListedMaterial = Static<typeof ListedMaterial>;

export const GivenAnswer = Type.Object({
  question: Type.String(),
  text: Type.String(),
  answer: Type.String(),
  label: Type.String(),
});
export type GivenAnswer = Static<typeof GivenAnswer>;

/** What this person needs, computed from the answers (ux R3). */
export const PersonalList = Type.Object({
  /** 您属于：the answers in words. */
  situation: Type.Array(GivenAnswer),
  /** Set when the answers say that this is not the right item; then there is no list. */
  stop: Type.Optional(Type.Object({ message: Type.String(), insteadItem: Type.Optional(Type.String()) })),
  materials: Type.Array(ListedMaterial),
  notNeeded: Type.Array(Type.Object({ key: Type.String(), name: Type.String() })),
  statutoryTimeLimit: Type.Optional(TimeLimit),
  promisedTimeLimit: Type.Optional(TimeLimit),
  /** Absent when it is not known whether there is a charge. */
  charged: Type.Optional(Type.Boolean()),
  fees: Type.Array(Type.Object({ name: Type.String(), standard: Type.String(), basis: Type.String() })),
  places: Type.Array(ServicePlace),
  /** Something hangs on a "不清楚": a person should be asked. */
  unsure: Type.Boolean(),
});
export type PersonalList = Static<typeof PersonalList>;

export const AskedQuestion = Type.Object({
  ...SituationQuestion.properties,
  /** Question `step` of at most `of`. */
  step: Type.Integer(),
  of: Type.Integer(),
});
export type AskedQuestion = Static<typeof AskedQuestion>;

export const GuideView = Type.Object({
  versionId: Type.String(),
  key: Type.String(),
  name: Type.String(),
  plainName: Type.Optional(Type.String()),
  regionCode: Type.String(),
  /** The next question; absent when all that matters is answered. */
  question: Type.Optional(AskedQuestion),
  /** Answers in the address that count for nothing, and why. */
  ignored: Type.Array(Type.Object({ question: Type.String(), detail: Type.String() })),
  list: PersonalList,
  /** The item named by a stop, when it is in force here. */
  instead: Type.Optional(ItemCard),
});
export type GuideView = Static<typeof GuideView>;

const Text = Type.String({ minLength: 1, maxLength: 200 });

export const SearchQuery = Type.Object(
  {
    q: Text,
    region: RegionCode,
    ...ItemFilter,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
    after: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
  },
  strict,
);

/** By which of its names an item was found: 「按“食品经营许可”查找」. */
export const Matched = Type.Object({
  by: Type.Enum(['name', 'plain', 'main', 'synonym', 'meaning', 'pinyin']),
  text: Type.String(),
});

const Facet = Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() }));
export const SearchPage = Type.Object({
  items: Type.Array(Type.Object({ card: ItemCard, matched: Matched })),
  next: Type.Union([Type.String(), Type.Null()]),
  total: Type.Integer(),
  /** Words that were replaced by official ones. */
  meanings: Type.Array(Type.Object({ word: Type.String(), means: Type.Array(Type.String()) })),
  /** How many results each filter would leave. */
  facets: Type.Object({ departments: Facet, caseTypes: Facet, targets: Facet, applyOnline: Type.Integer() }),
});
export type SearchPage = Static<typeof SearchPage>;

export const SuggestQuery = Type.Object({ q: Text, region: RegionCode }, strict);
export const Suggestions = Type.Object({
  items: Type.Array(Type.Object({ text: Type.String(), key: Type.String(), name: Type.String() })),
});
export type Suggestions = Static<typeof Suggestions>;

/** A word people use and the official words it stands for. */
export const Synonym = Type.Object({
  word: Type.String(),
  means: Type.Array(Type.String()),
  version: Type.Integer(),
  updatedAt: Type.Unsafe<string>({ type: 'string', format: 'date-time' }),
});
export type Synonym = Static<typeof Synonym>;
export const SynonymPage = Type.Object({
  items: Type.Array(Synonym),
  next: Type.Union([Type.String(), Type.Null()]),
});
export const SynonymParams = Type.Object({ word: Type.String({ minLength: 1, maxLength: 40 }) }, strict);
export const SynonymBody = Type.Object(
  { means: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: 10 }) },
  strict,
);

export const SearchMisses = Type.Object({
  items: Type.Array(Type.Object({ words: Type.String(), times: Type.Integer() })),
});
