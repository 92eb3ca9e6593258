import { type Static, Type } from 'typebox';
import { idPattern } from '../../kernel/ids.ts';
import { PageOf, PageQuery } from '../../kernel/paging.ts';
import { DeadlineView } from '../calendar/contract.ts';
import { ReviewPoint, SituationQuestion } from '../catalogue/contract.ts';
import { FieldError, FormDefinition } from '../forms/contract.ts';
import { ListedMaterial } from '../guidance/contract.ts';
import { caseActions, parts, states, stations } from './machine.ts';

const strict = { additionalProperties: false };
const Id = Type.String({ pattern: idPattern });
const Instant = Type.Unsafe<string>({ type: 'string', format: 'date-time' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

export const CaseId = Type.Object({ caseId: Id }, strict);
export const CaseStateName = Type.Enum([...states]);
export const CaseActionName = Type.Enum([...caseActions]);
export const Channel = Type.Enum(['WINDOW', 'PC', 'MOBILE']);
export type Channel = Static<typeof Channel>;

/** Answers of the situation questionnaire: question key → option value, or `unsure`. */
export const SituationAnswers = Type.Record(Type.String({ maxLength: 80 }), Type.String({ maxLength: 80 }));
export type SituationAnswers = Static<typeof SituationAnswers>;

/** Starts a draft of an item in a region. At a window the clerk names the person who stands there (`applicant`). */
export const StartBody = Type.Object(
  {
    itemKey: Type.String({ maxLength: 80 }),
    regionCode: Type.String({ pattern: '^[0-9]{12}$' }),
    situation: SituationAnswers,
    channel: Type.Optional(Channel),
  },
  strict,
);
export const StartAtWindowBody = Type.Object({ ...StartBody.properties, applicantId: Id }, strict);
export type StartAtWindowBody = Static<typeof StartAtWindowBody>;

export const SaveBody = Type.Object(
  {
    situation: Type.Optional(SituationAnswers),
    /** The whole form or the part that changed: sections given replace the same sections saved before. */
    answers: Type.Record(Type.String({ maxLength: 80 }), Type.Unknown()),
  },
  strict,
);
export type SaveBody = Static<typeof SaveBody>;

/** What a step may carry: an opinion, a reason, the legal basis relied on. */
export const ActBody = Type.Object(
  {
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
    basis: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 300 }), { maxItems: 20 })),
  },
  strict,
);
export type ActBody = Static<typeof ActBody>;

export const VerdictBody = Type.Object(
  {
    verdict: Type.Enum(['PASS', 'FAIL', 'NOT_APPLICABLE']),
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  },
  strict,
);
export type VerdictBody = Static<typeof VerdictBody>;
export const VerdictParams = Type.Object({ caseId: Id, pointKey: Type.String({ maxLength: 80 }) }, strict);

/** A paper that the clerk saw and kept (or only saw): how a slot is filled at the window. */
export const PaperBody = Type.Object(
  { originalSeen: Type.Boolean(), pages: Type.Integer({ minimum: 1, maximum: 500 }) },
  strict,
);
export type PaperBody = Static<typeof PaperBody>;
export const SlotParams = Type.Object({ caseId: Id, materialKey: Type.String({ maxLength: 80 }) }, strict);
export const FileParams = Type.Object({ caseId: Id, fileId: Id }, strict);

/** Look at one masked value of the case; the purpose is kept in the audit log and shown to the person. */
export const RevealBody = Type.Object(
  {
    field: Type.Enum(['name', 'idNumber', 'mobile', 'answer']),
    pointer: Type.Optional(Type.String({ maxLength: 200 })),
    purpose: Type.String({ minLength: 2, maxLength: 200 }),
  },
  strict,
);
export type RevealBody = Static<typeof RevealBody>;
export const Revealed = Type.Object({ value: Type.String() });

export const FileView = Type.Object({
  id: Id,
  name: Type.String(),
  mediaType: Type.String(),
  size: Type.Integer(),
  state: Type.Enum(['held', 'clean', 'refused']),
  addedAt: Instant,
});
export type FileView = Static<typeof FileView>;

/** One slot of the item's material list as this case fills it. */
export const MaterialView = Type.Object({
  ...ListedMaterial.properties,
  filledBy: Nullable(Type.Enum(['UPLOAD', 'PAPER'])),
  trust: Nullable(Type.Enum(['A', 'B', 'C', 'D'])),
  originalSeen: Type.Boolean(),
  pages: Nullable(Type.Integer()),
  files: Type.Array(FileView),
});
export type MaterialView = Static<typeof MaterialView>;

export const PointView = Type.Object({
  ...ReviewPoint.properties,
  verdict: Nullable(Type.Enum(['PASS', 'FAIL', 'NOT_APPLICABLE'])),
  /** True when the system judged it from the answers; a person may overrule. */
  automatic: Type.Boolean(),
  note: Nullable(Type.String()),
  judgedBy: Nullable(Type.String()),
});
export type PointView = Static<typeof PointView>;

/** One line of the timeline: a step that happened, by whom, with the working day of the clock on which it fell. */
export const JournalLine = Type.Object({
  version: Type.Integer(),
  at: Instant,
  action: Type.String(),
  fromState: Nullable(CaseStateName),
  toState: CaseStateName,
  /** In which part it was done, for which unit; the name of an official is shown to officials only. */
  part: Type.Enum([...parts]),
  unit: Nullable(Type.String()),
  name: Nullable(Type.String()),
  note: Nullable(Type.String()),
});
export type JournalLine = Static<typeof JournalLine>;

export const Station = Type.Object({
  key: Type.Enum(stations.map((s) => s.key)),
  status: Type.Enum(['done', 'now', 'next']),
  on: Nullable(Type.String({ format: 'date' })),
});
export type Station = Static<typeof Station>;

/** The clocks that run or ran. `running` names the one that matters now, which the chip shows. */
export const Clocks = Type.Object({
  receipt: Nullable(DeadlineView),
  promised: Nullable(DeadlineView),
  statutory: Nullable(DeadlineView),
  delivery: Nullable(DeadlineView),
  running: Nullable(Type.Enum(['receipt', 'promised', 'statutory', 'delivery'])),
  /** How pressing the running clock is, the same for citizens and officials; `immediate` is handled while the person waits. */
  pace: Type.Enum(['running', 'soon', 'today', 'overdue', 'immediate', 'none']),
});
export type Clocks = Static<typeof Clocks>;

const common = {
  id: Id,
  number: Nullable(Type.String()),
  version: Type.Integer(),
  state: CaseStateName,
  closeResult: Nullable(Type.String()),
  item: Type.Object({ key: Type.String(), name: Type.String(), versionId: Id }),
  department: Type.Object({ name: Type.String(), phone: Nullable(Type.String()) }),
  regionCode: Type.String(),
  channel: Channel,
  submittedAt: Nullable(Instant),
  acceptedAt: Nullable(Instant),
  decidedAt: Nullable(Instant),
  closedAt: Nullable(Instant),
  clocks: Clocks,
};

/** A row of a list. */
export const CaseRow = Type.Object({
  ...common,
  applicantName: Type.String(),
  dueOn: Nullable(Type.String({ format: 'date' })),
});
export type CaseRow = Static<typeof CaseRow>;

const full = {
  ...common,
  sample: Type.Boolean({ description: '示例数据' }),
  situation: SituationAnswers,
  questions: Type.Array(SituationQuestion),
  form: FormDefinition,
  answers: Type.Record(Type.String(), Type.Unknown()),
  materials: Type.Array(MaterialView),
  stations: Type.Array(Station),
  timeline: Type.Array(JournalLine),
  decision: Nullable(
    Type.Object({
      result: Type.Enum(['GRANTED', 'REFUSED']),
      reason: Nullable(Type.String()),
      basis: Type.Array(Type.String()),
      remedies: Nullable(Type.String()),
    }),
  ),
  allowedActions: Type.Array(CaseActionName),
};

/** The case as the applicant sees it. */
export const MyCaseView = Type.Object({
  ...full,
  applicant: Type.Object({
    kind: Type.Enum(['person', 'firm']),
    name: Type.String(),
    actingAs: Nullable(Type.String()),
  }),
  expiresOn: Nullable(Type.String({ format: 'date' })),
  savedAt: Instant,
  /** What still stands in the way of submitting, each at its field or `/materials/<key>`. */
  missing: Type.Array(FieldError),
});
export type MyCaseView = Static<typeof MyCaseView>;

/** The case as an official sees it: identifying values masked until a purpose is given. */
export const CaseView = Type.Object({
  ...full,
  applicant: Type.Object({
    kind: Type.Enum(['person', 'firm']),
    id: Id,
    name: Type.String(),
    idNumber: Nullable(Type.String()),
    mobile: Nullable(Type.String()),
    agentName: Nullable(Type.String()),
  }),
  points: Type.Array(PointView),
  reviewer: Nullable(Type.String()),
  recommendation: Nullable(Type.String()),
  legalBasis: Type.Array(Type.String()),
  /** What a refusal would tell the applicant of remedies. */
  remedies: Type.String(),
  missing: Type.Array(FieldError),
  /** Why an action that the state would allow is not possible now, in a sentence, by action. */
  blocked: Type.Record(Type.String(), Type.String()),
});
export type CaseView = Static<typeof CaseView>;

export const Moved = Type.Object({
  id: Id,
  number: Nullable(Type.String()),
  version: Type.Integer(),
  state: CaseStateName,
});
export type Moved = Static<typeof Moved>;

/** The desk's work list. `work` are the tabs: what waits for one of my posts, what I hold, what is done. */
export const QueueQuery = Type.Object(
  {
    ...PageQuery.properties,
    work: Type.Optional(Type.Enum(['mine', 'unclaimed', 'pending', 'done'], { default: 'pending' })),
    state: Type.Optional(CaseStateName),
    itemKey: Type.Optional(Type.String({ maxLength: 80 })),
    /** Beginning of a number, or part of an item's name. Never a person's name: it would stand in an address. */
    text: Type.Optional(Type.String({ minLength: 2, maxLength: 60 })),
    count: Type.Optional(Type.Boolean()),
  },
  strict,
);
export type QueueQuery = Static<typeof QueueQuery>;
export const Queue = Type.Object({
  ...PageOf(CaseRow).properties,
  total: Type.Optional(Type.Integer({ description: '最多数到 10000' })),
});
export type Queue = Static<typeof Queue>;

export const MyCasesQuery = Type.Object(
  {
    ...PageQuery.properties,
    show: Type.Optional(Type.Enum(['all', 'action', 'running', 'closed', 'drafts'], { default: 'all' })),
  },
  strict,
);
export type MyCasesQuery = Static<typeof MyCasesQuery>;
export const MyCases = PageOf(CaseRow);

export const Started = Type.Object({
  id: Id,
  version: Type.Integer(),
  resumed: Type.Boolean({ description: '找到了未提交的草稿，接着填写' }),
});
export type Started = Static<typeof Started>;
/** After a change of a draft: its new version, when it was kept, and what is still wrong with what was typed. */
export const Saved = Type.Object({ version: Type.Integer(), savedAt: Instant, errors: Type.Array(FieldError) });
export type Saved = Static<typeof Saved>;
export const Uploaded = Type.Object({ fileId: Id });
