import { type Static, Type } from 'typebox';
import { idPattern } from '../../kernel/ids.ts';
import { PageOf } from '../../kernel/paging.ts';

const Id = Type.String({ pattern: idPattern });
const Instant = Type.String({ format: 'date-time' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

export const NoticeView = Type.Object({
  id: Id,
  kind: Type.String(),
  title: Type.String(),
  body: Type.String(),
  /** The case it is about. */
  subjectId: Nullable(Id),
  createdAt: Instant,
  readAt: Nullable(Instant),
});
export type NoticeView = Static<typeof NoticeView>;

export const NoticeQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
    after: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export const NoticeParams = Type.Object({ id: Id }, { additionalProperties: false });

/** `unread` counts no further than 100. */
export const NoticePage = Type.Evaluate(
  Type.Intersect([PageOf(NoticeView), Type.Object({ unread: Type.Integer({ minimum: 0, maximum: 100 }) })]),
);
export type NoticePage = Static<typeof NoticePage>;

export const EmulatedFault = Type.Object(
  {
    mobile: Type.String({ pattern: '^1000[0-9]{7}$' }),
    fault: Type.Enum(['refuses', 'fails', 'delays', 'undelivered']),
    times: Type.Integer({ minimum: 0, maximum: 100 }),
  },
  { additionalProperties: false },
);

export const EmulatedSmsList = Type.Object({
  items: Type.Array(Type.Object({ mobile: Type.String(), text: Type.String(), receivedAt: Instant })),
});
