import { type Static, Type } from 'typebox';
import { roles } from '../../kernel/actor.ts';
import { idPattern } from '../../kernel/ids.ts';
import { PageOf } from '../../kernel/paging.ts';

const strict = { additionalProperties: false };
const Id = Type.String({ pattern: idPattern });
const Day = Type.String({ format: 'date' });
const Instant = Type.Unsafe<string>({ type: 'string', format: 'date-time' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const ItemKeys = Nullable(
  Type.Array(Type.String({ pattern: '^[a-z][a-z0-9-]{1,79}$' }), { minItems: 1, maxItems: 200, uniqueItems: true }),
);

/** As typed: spaces, dashes and full-width digits are read away by the server, which then says what is wrong with the rest. */
const TypedMobile = Type.String({ minLength: 1, maxLength: 30 });
const TypedName = Type.String({ minLength: 1, maxLength: 60 });
const TypedNumber = Type.String({ minLength: 1, maxLength: 40 });
const TypedPassword = Type.String({ minLength: 1, maxLength: 200 });
const SixDigits = Type.String({ pattern: '^[0-9]{6}$' });

export const RealNameLevel = Type.Enum(['L1', 'L2', 'L3', 'L4'], {
  description: 'L1 手机号，L2 姓名与证件号码已核验，L3 人脸或银行卡，L4 到场或数字证书',
});
export const Language = Type.Enum(['zh', 'en']);

export const AskCodeBody = Type.Object({ mobile: TypedMobile }, strict);
export const SignInByCodeBody = Type.Object({ mobile: TypedMobile, code: SixDigits }, strict);
export const SignInByPasswordBody = Type.Object({ mobile: TypedMobile, password: TypedPassword }, strict);
export const CodeAsked = Type.Object({ validSeconds: Type.Integer(), nextInSeconds: Type.Integer() });

/** A code to one's own number proves that it is still oneself; one to another number proves that it can be reached there. */
export const AskOwnCodeBody = Type.Union([
  Type.Object({ purpose: Type.Literal('proof') }, strict),
  Type.Object({ purpose: Type.Literal('new-mobile'), mobile: TypedMobile }, strict),
]);
export const ProofBody = Type.Object({ code: SixDigits }, strict);

/** A mandate as principal and agent see it; people's names are masked, firms' are public. */
export const MandateView = Type.Object({
  id: Id,
  statutory: Type.Boolean({ description: '法定代表人' }),
  principal: Type.Object({ kind: Type.Enum(['firm', 'person']), id: Id, name: Type.String() }),
  agent: Type.Object({ name: Type.String() }),
  itemKeys: ItemKeys,
  validFrom: Day,
  validTo: Nullable(Day),
  grantedAt: Instant,
  revokedAt: Nullable(Instant),
  holds: Type.Boolean({ description: '今天是否有效' }),
});
export type MandateView = Static<typeof MandateView>;
export const MandatePage = PageOf(MandateView);
export const MandateParams = Type.Object({ mandateId: Id }, strict);

export const NewMandateBody = Type.Object(
  {
    /** The firm that grants it; absent when one grants it for oneself. */
    firmId: Type.Optional(Id),
    agentName: TypedName,
    agentIdNumber: TypedNumber,
    itemKeys: Type.Optional(ItemKeys),
    validFrom: Type.Optional(Day),
    validTo: Day,
  },
  strict,
);
export type NewMandateBody = Static<typeof NewMandateBody>;

/** 当前身份: a mandate one holds, or null for oneself. */
export const IdentityBody = Type.Object({ mandateId: Nullable(Id) }, strict);

export const SessionView = Type.Object({
  person: Nullable(
    Type.Object({
      name: Nullable(Type.String({ description: '已脱敏' })),
      realNameLevel: RealNameLevel,
      elderMode: Type.Boolean(),
      language: Language,
    }),
  ),
  actingFor: Nullable(MandateView),
  /** The mandate chosen before has ended: the person chooses again before anything else is done. */
  mandateEnded: Type.Boolean(),
  choices: Type.Array(MandateView),
  csrf: Nullable(Type.String()),
});
export type SessionView = Static<typeof SessionView>;

export const AccountView = Type.Object({
  name: Nullable(Type.String({ description: '已脱敏' })),
  idNumber: Nullable(Type.String({ description: '已脱敏' })),
  mobile: Nullable(Type.String({ description: '已脱敏' })),
  realNameLevel: RealNameLevel,
  registeredBy: Type.Enum(['self', 'window', 'import']),
  hasPassword: Type.Boolean(),
  elderMode: Type.Boolean(),
  language: Language,
  version: Type.Integer(),
});
export type AccountView = Static<typeof AccountView>;

export const AccountPatch = Type.Object(
  {
    mobile: Type.Optional(Type.Object({ number: TypedMobile, code: SixDigits }, strict)),
    elderMode: Type.Optional(Type.Boolean()),
    language: Type.Optional(Language),
  },
  { ...strict, minProperties: 1 },
);
export type AccountPatch = Static<typeof AccountPatch>;

export const PasswordBody = Type.Object({ password: TypedPassword }, strict);
export const RealNameBody = Type.Object({ name: TypedName, idNumber: TypedNumber }, strict);
export const FirmBody = Type.Object({ uscc: TypedNumber, name: Type.String({ minLength: 2, maxLength: 200 }) }, strict);
export const FirmView = Type.Object({ id: Id, uscc: Type.String(), name: Type.String(), mandateId: Id });

/** One time that somebody looked at my data or changed it: when, which unit, what for. */
export const AccessEntry = Type.Object({
  at: Instant,
  action: Type.String(),
  by: Type.Object({
    kind: Type.Enum(['staff', 'system']),
    departments: Type.Array(Type.String()),
    name: Type.String({ description: '已脱敏' }),
  }),
  purpose: Nullable(Type.String()),
});
export type AccessEntry = Static<typeof AccessEntry>;
export const AccessLog = PageOf(AccessEntry);

export const StaffSignInBody = Type.Object(
  { loginName: Type.String({ minLength: 1, maxLength: 40 }), password: TypedPassword, code: SixDigits },
  strict,
);
export const StaffPasswordBody = Type.Object({ current: TypedPassword, password: TypedPassword }, strict);

export const DeskSessionView = Type.Object({
  id: Id,
  loginName: Type.String(),
  name: Type.String(),
  /** The password was given by an administrator: nothing else is possible until it is changed. */
  mustChangePassword: Type.Boolean(),
  posts: Type.Array(
    Type.Object({
      id: Id,
      role: Type.Enum([...roles]),
      department: Type.Object({ id: Id, name: Type.String() }),
      regionCode: Type.String(),
      itemKeys: ItemKeys,
    }),
  ),
  idleSeconds: Type.Integer(),
  csrf: Type.String(),
});
export type DeskSessionView = Static<typeof DeskSessionView>;

/** Shown once to the security administrator, who hands it over in person. */
export const IssuedCredential = Type.Object({
  loginName: Type.String(),
  password: Type.String(),
  secondFactorUri: Type.String(),
});
export type IssuedCredential = Static<typeof IssuedCredential>;
export const CredentialParams = Type.Object({ staffId: Id }, strict);

/** Somebody who stands at a window with an ID card. */
export const FindPersonBody = Type.Object({ idNumber: TypedNumber }, strict);
export const WindowPersonBody = Type.Object(
  { name: TypedName, idNumber: TypedNumber, mobile: Type.Optional(TypedMobile) },
  strict,
);
export type WindowPersonBody = Static<typeof WindowPersonBody>;
export const WindowPerson = Type.Object({ id: Id, name: Type.String() });
export type WindowPerson = Static<typeof WindowPerson>;
export const FoundPerson = Type.Object({ person: Nullable(WindowPerson) });
