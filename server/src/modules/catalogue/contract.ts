import { type Static, Type } from 'typebox';
import { ConditionSchema, FieldError, FormDefinition } from '../forms/contract.ts';

const Key = Type.String({ pattern: '^[a-z][a-z0-9-]{1,79}$' });
const Line = (maxLength = 200) => Type.String({ minLength: 1, maxLength });
const strict = { additionalProperties: false };

/** A period in the unit the law uses: working days, natural days, months or years. */
export const TimeLimit = Type.Object(
  { length: Type.Integer({ minimum: 0, maximum: 3650 }), unit: Type.Enum(['wd', 'day', 'month', 'year']) },
  strict,
);
export type TimeLimit = Static<typeof TimeLimit>;

export const LegalBasis = Type.Object(
  { law: Line(), article: Type.Optional(Line(60)), text: Type.Optional(Line(2000)) },
  strict,
);

/** Where one can go: the local elements (个性要素) that differ from place to place. */
export const ServicePlace = Type.Object(
  {
    /** The 12-digit region it stands in: of a document published in several areas, each area keeps its own places. */
    regionCode: Type.Optional(Type.String({ pattern: '^[0-9]{12}$' })),
    name: Line(),
    address: Type.Optional(Line(300)),
    window: Type.Optional(Line(100)),
    hours: Type.Optional(Line(300)),
    phone: Type.Optional(Line(100)),
  },
  strict,
);
export type ServicePlace = Static<typeof ServicePlace>;

export const SituationQuestion = Type.Object(
  {
    key: Key,
    text: Line(120),
    /** Why it is asked, in a sentence (ux R4). */
    why: Type.Optional(Line(200)),
    options: Type.Array(Type.Object({ value: Key, label: Line(60), hint: Type.Optional(Line(200)) }, strict), {
      minItems: 2,
      maxItems: 12,
    }),
    /** Asked only when this holds of the answers so far: the questions with their conditions are the graph. */
    when: Type.Optional(ConditionSchema),
  },
  strict,
);
export type SituationQuestion = Static<typeof SituationQuestion>;

/** Ends the questionnaire early with a plain answer: this item is not the right one, and what to do instead. */
export const SituationStop = Type.Object(
  { when: ConditionSchema, message: Line(300), insteadItem: Type.Optional(Key) },
  strict,
);
export type SituationStop = Static<typeof SituationStop>;

export const Material = Type.Object(
  {
    key: Key,
    name: Line(),
    type: Type.Optional(Type.Enum(['CERTIFICATE', 'FORM', 'OTHER'])),
    medium: Type.Enum(['PAPER', 'ELECTRONIC', 'EITHER']),
    originals: Type.Optional(Type.Integer({ minimum: 0, maximum: 99 })),
    copies: Type.Optional(Type.Integer({ minimum: 0, maximum: 99 })),
    necessity: Type.Enum(['REQUIRED', 'OPTIONAL', 'DEFERRABLE']),
    source: Type.Optional(Type.Enum(['APPLICANT', 'GOVERNMENT', 'OTHER'])),
    issuer: Type.Optional(Line()),
    licenceTypeCode: Type.Optional(Line(21)),
    /** Ways in which it need not be handed in (减免方式). */
    exemptions: Type.Optional(
      Type.Array(Type.Enum(['E_LICENCE', 'DATA_SHARING', 'COMMITMENT', 'DEFERRAL', 'AGENCY_CHECK'])),
    ),
    instructions: Type.Optional(Line(1000)),
    basis: Type.Optional(Line(500)),
    /** What may be uploaded for it; checked by content, not by name. */
    accept: Type.Optional(Type.Array(Type.Enum(['image/jpeg', 'image/png', 'application/pdf']), { minItems: 1 })),
    maxFiles: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
    when: Type.Optional(ConditionSchema),
  },
  strict,
);
export type Material = Static<typeof Material>;

/** 审查要点: what the clerk checks, what passes, and the sentence a correction notice is built from when it does not. */
export const ReviewPoint = Type.Object(
  {
    key: Key,
    /** A material's key, a form section's key, or the item as a whole. */
    scope: Type.Union([
      Type.Object({ material: Key }, strict),
      Type.Object({ section: Key }, strict),
      Type.Object({ item: Type.Literal(true) }, strict),
    ]),
    question: Line(),
    standard: Line(500),
    /** Judged by the system when it can be computed from the answers; a person sees and may overrule it. */
    autoRule: Type.Optional(ConditionSchema),
    defectTemplate: Line(500),
    basis: Type.Optional(Line(300)),
    when: Type.Optional(ConditionSchema),
  },
  strict,
);
export type ReviewPoint = Static<typeof ReviewPoint>;

export const FeeItem = Type.Object(
  {
    name: Line(),
    standard: Line(500),
    basis: Line(500),
    reducible: Type.Optional(Type.Boolean()),
    reductionBasis: Type.Optional(Line(500)),
  },
  strict,
);

/**
 * One service item as one document (domain 2.5): the guide, the form, the material check, the deadline, the window's checklist
 * and the statistics are all derived from it. Seed, import, export, publication and diff use this shape and no other.
 */
export const ItemDefinition = Type.Object(
  {
    key: Key,
    name: Line(),
    /** As people would say it; shown large, the official name under it. */
    plainName: Type.Optional(Line(60)),
    /** Other words people use for it, added to the search. */
    synonyms: Type.Optional(Type.Array(Line(40), { maxItems: 60 })),
    mainItem: Type.Optional(Line()),
    /** Absent means unknown: an imported guide may not say (待补充). */
    itemType: Type.Optional(Type.Enum(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '20', '21'])),
    catalogueCode: Type.Optional(Type.String({ pattern: '^(00|[1-6][0-9])[0-9]{10}$' })),
    taskCode: Type.Optional(Line(36)),
    handlingItemCode: Type.Optional(Line(50)),
    localTaskCode: Type.Optional(Line(100)),
    legalBasis: Type.Array(LegalBasis, { maxItems: 40 }),
    powerSource: Type.Optional(Line(60)),
    exerciseLevels: Type.Array(Type.Enum(['1', '2', '3', '4', '5', '6', '7']), { minItems: 1 }),
    /** Key of the department in `org`; for imported items the department of that name in the item's area. */
    implementingBody: Type.Object({ name: Line(), nature: Type.Optional(Type.Enum(['1', '2', '3', '9'])) }, strict),
    handlingOffice: Type.Optional(Line()),
    coHandlingBodies: Type.Optional(Type.Array(Line(), { maxItems: 40 })),
    serviceTargets: Type.Array(Type.Enum(['1', '2', '3', '4', '5', '6']), { minItems: 1 }),
    caseType: Type.Enum(['IMMEDIATE', 'COMMITTED']),
    statutoryTimeLimit: Type.Optional(TimeLimit),
    promisedTimeLimit: Type.Optional(TimeLimit),
    acceptanceConditions: Type.Array(Line(2000), { maxItems: 60 }),
    quantityLimit: Type.Optional(Line(500)),
    handlingChannels: Type.Array(Type.Enum(['WINDOW', 'PC', 'MOBILE', 'COURIER', 'OTHER']), { minItems: 1 }),
    onSiteVisits: Type.Optional(Type.Integer({ minimum: 0, maximum: 20 })),
    onSiteReason: Type.Optional(Line(300)),
    onlineDepth: Type.Array(Type.Enum(['1', '2', '3', '4', '5', '6', '7', '9'])),
    serviceScope: Type.Optional(Type.Array(Type.Enum(['NATIONAL', 'CROSS_PROVINCE', 'CROSS_CITY', 'CROSS_COUNTY']))),
    results: Type.Array(
      Type.Object(
        {
          name: Line(),
          type: Type.Enum(['CERTIFICATE', 'DOCUMENT', 'OTHER']),
          licenceTypeCode: Type.Optional(Line(21)),
        },
        strict,
      ),
      { maxItems: 10 },
    ),
    /** Absent means unknown (待补充); `charged: false` means free. */
    fees: Type.Optional(Type.Object({ charged: Type.Boolean(), items: Type.Array(FeeItem, { maxItems: 20 }) }, strict)),
    supports: Type.Optional(
      Type.Object(
        {
          appointment: Type.Optional(Type.Boolean()),
          courier: Type.Optional(Type.Boolean()),
          kiosk: Type.Optional(Type.Boolean()),
          onlinePayment: Type.Optional(Type.Boolean()),
        },
        strict,
      ),
    ),
    places: Type.Array(ServicePlace, { maxItems: 60 }),
    /** One number, or those of several places with their names. */
    consultPhone: Type.Optional(Line(500)),
    complaintPhone: Type.Optional(Line(100)),
    themes: Type.Optional(Type.Array(Line(40), { maxItems: 10 })),
    lifeEvents: Type.Optional(Type.Array(Line(20), { maxItems: 10 })),
    questions: Type.Optional(Type.Array(SituationQuestion, { maxItems: 20 })),
    stops: Type.Optional(Type.Array(SituationStop, { maxItems: 20 })),
    materials: Type.Array(Material, { maxItems: 100 }),
    form: Type.Optional(FormDefinition),
    reviewPoints: Type.Optional(Type.Array(ReviewPoint, { maxItems: 200 })),
    /** Levels of the inside flow: 一审一核 joins recommendation and decision of two people; three levels separate review. */
    flow: Type.Optional(Type.Enum(['REVIEW_DECIDE', 'ACCEPT_REVIEW_DECIDE'])),
    /** Lowest real-name level that may apply (domain 1.5). */
    realNameLevel: Type.Optional(Type.Enum(['L1', 'L2', 'L3', 'L4'])),
    faq: Type.Optional(Type.Array(Type.Object({ question: Line(), answer: Line(2000) }, strict), { maxItems: 40 })),
    /** Where the facts come from; a fictional item says so and is shown as 示例数据. */
    source: Type.Object({ name: Line(), sample: Type.Optional(Type.Boolean()), url: Type.Optional(Line(500)) }, strict),
    /** Facts known to be missing, as JSON Pointers: shown as 待补充, never guessed. */
    pending: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 60 })),
    /** English overlay keyed by JSON Pointer. */
    en: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.String({ maxLength: 2000 }))),
  },
  strict,
);
export type ItemDefinition = Static<typeof ItemDefinition>;

export const RegionCode = Type.String({ pattern: '^[0-9]{12}$' });
const AreaCode = Type.Integer({ minimum: 100000, maximum: 999999 });
const Id = Type.String({ format: 'uuid' });
const Day = Type.Unsafe<string>({ type: 'string', format: 'date' });
const Instant = Type.Unsafe<string>({ type: 'string', format: 'date-time' });

/** An item in a list: what a person needs to see whether it is the right one (事项卡片). */
export const ItemCard = Type.Object({
  key: Type.String(),
  versionId: Type.String(),
  regionCode: Type.String(),
  areaCode: Type.Integer(),
  name: Type.String(),
  plainName: Type.Optional(Type.String()),
  department: Type.String(),
  itemType: Type.Optional(Type.String()),
  caseType: Type.Enum(['IMMEDIATE', 'COMMITTED']),
  serviceTargets: Type.Array(Type.String()),
  statutoryTimeLimit: Type.Optional(TimeLimit),
  promisedTimeLimit: Type.Optional(TimeLimit),
  onSiteVisits: Type.Optional(Type.Integer()),
  charged: Type.Optional(Type.Boolean()),
  /** The whole application can be made here; otherwise the guide says where to go. */
  applyOnline: Type.Boolean(),
  /** 全程网办: online depth Ⅳ (domain 2.6). */
  fullyOnline: Type.Boolean(),
  /** How many materials need not be handed in because the state holds them. */
  exemptMaterials: Type.Integer(),
  /** There are questions that narrow the list of materials. */
  hasQuestions: Type.Boolean(),
  appointment: Type.Boolean(),
  kiosk: Type.Boolean(),
  sample: Type.Boolean(),
});
export type ItemCard = Static<typeof ItemCard>;

/** A guide as it is in force at a place: the document with the places of that region, and when it last changed. */
export const ItemView = Type.Object({
  versionId: Type.String(),
  version: Type.Integer(),
  regionCode: Type.String(),
  areaCode: Type.Integer(),
  validFrom: Day,
  card: ItemCard,
  item: ItemDefinition,
  changes: Type.Array(Type.Object({ version: Type.Integer(), validFrom: Day })),
});
export type ItemView = Static<typeof ItemView>;

export const ItemParams = Type.Object({ key: Key }, strict);
export const RegionQuery = Type.Object({ region: RegionCode }, strict);

/** Browsing narrows by any of these; several together all hold. */
export const ItemFilter = {
  department: Type.Optional(Line(100)),
  lifeEvent: Type.Optional(Line(20)),
  theme: Type.Optional(Line(40)),
  target: Type.Optional(Type.Enum(['1', '2', '3', '4', '5', '6'])),
  caseType: Type.Optional(Type.Enum(['IMMEDIATE', 'COMMITTED'])),
  applyOnline: Type.Optional(Type.Boolean()),
};
const ItemFilterObject = Type.Object(ItemFilter);
export type ItemFilter = Static<typeof ItemFilterObject>;

export const ItemListQuery = Type.Object(
  {
    region: RegionCode,
    ...ItemFilter,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
    after: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
  },
  strict,
);

/** A page of cards in pinyin order, and how many there are in all and to apply for online. */
export const ItemPage = Type.Object({
  items: Type.Array(ItemCard),
  next: Type.Union([Type.String(), Type.Null()]),
  total: Type.Integer(),
  applyOnline: Type.Integer(),
});
export type ItemPage = Static<typeof ItemPage>;

const Facet = Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() }));
/** The ways of browsing a region's items, each with how many there are. */
export const ItemFacets = Type.Object({
  total: Type.Integer(),
  applyOnline: Type.Integer(),
  departments: Facet,
  lifeEvents: Facet,
  themes: Facet,
  targets: Facet,
});
export type ItemFacets = Static<typeof ItemFacets>;

export const itemVersionStates = ['draft', 'published', 'withdrawn'] as const;

/** A version as its administrator sees it. */
export const ItemVersionSummary = Type.Object({
  id: Type.String(),
  key: Type.String(),
  name: Type.String(),
  regionCode: Type.String(),
  areaCode: Type.Integer(),
  version: Type.Integer(),
  state: Type.Enum([...itemVersionStates]),
  /** Grows with every change of the row; the ETag. */
  revision: Type.Integer(),
  validFrom: Type.Union([Day, Type.Null()]),
  validTo: Type.Union([Day, Type.Null()]),
  updatedAt: Instant,
  publishedAt: Type.Union([Instant, Type.Null()]),
  withdrawnReason: Type.Union([Type.String(), Type.Null()]),
  allowedActions: Type.Array(Type.Enum(['edit', 'publish', 'withdraw'])),
});
export type ItemVersionSummary = Static<typeof ItemVersionSummary>;

/** `faults` stand in the way of publication, `remarks` do not; both name their place in the document. */
export const ItemVersionView = Type.Object({
  ...ItemVersionSummary.properties,
  definition: ItemDefinition,
  faults: Type.Array(FieldError),
  remarks: Type.Array(FieldError),
});
export type ItemVersionView = Static<typeof ItemVersionView>;

export const ItemVersionParams = Type.Object({ key: Key, versionId: Id }, strict);
export const ItemVersionDiffParams = Type.Object({ key: Key, versionId: Id, otherId: Id }, strict);
export const ItemVersionListQuery = Type.Object(
  {
    region: Type.Optional(RegionCode),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    after: Type.Optional(Type.String({ maxLength: 400 })),
  },
  strict,
);
export const ItemVersionPage = Type.Object({
  items: Type.Array(ItemVersionSummary),
  next: Type.Union([Type.String(), Type.Null()]),
});

export const DraftParams = Type.Object({ key: Key, region: RegionCode }, strict);
/** `areaCode` is the deciding body's; the document's key must be the one in the address. */
export const DraftBody = Type.Object({ areaCode: AreaCode, definition: ItemDefinition }, strict);
/** Without a day it is in force at once. */
export const PublishBody = Type.Object({ validFrom: Type.Optional(Day) }, strict);
export const WithdrawBody = Type.Object({ reason: Line(300) }, strict);

/** One difference between two versions; elements of lists are named by their key, not by their number. */
export const ItemChange = Type.Object({
  pointer: Type.String(),
  kind: Type.Enum(['added', 'removed', 'changed']),
  before: Type.Optional(Type.Unsafe<unknown>({})),
  after: Type.Optional(Type.Unsafe<unknown>({})),
});
export type ItemChange = Static<typeof ItemChange>;
export const ItemChanges = Type.Object({ changes: Type.Array(ItemChange) });
