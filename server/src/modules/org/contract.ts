import { type Static, Type } from 'typebox';
import { roles } from '../../kernel/actor.ts';
import { idPattern } from '../../kernel/ids.ts';
import { PageOf, PageQuery } from '../../kernel/paging.ts';

const strict = { additionalProperties: false };
const Nullable = <T extends ReturnType<typeof Type.String>>(type: T) => Type.Union([type, Type.Null()]);
const Id = Type.String({ pattern: idPattern });
const Key = Type.String({ pattern: '^[a-z][a-z0-9-]{1,79}$' });
const Line = (maxLength = 200) => Type.String({ minLength: 1, maxLength });
const Day = Type.String({ format: 'date' });
const Code = Type.String({ pattern: '^[0-9]{12}$', description: '12 位行政区划代码' });
const AreaCode = Type.Integer({ minimum: 100000, maximum: 999999, description: '6 位行政区划代码' });

/** 行使层级 without its last value: 1 国家, 2 省, 3 市, 4 县（区）, 5 镇（街道）, 6 村（社区） (GB/T 39554.1 A.2). */
export const RegionLevel = Type.Enum(['1', '2', '3', '4', '5', '6']);

export const Region = Type.Object({
  code: Code,
  name: Line(60),
  level: RegionLevel,
  parent: Nullable(Code),
  sample: Type.Boolean({ description: '示例数据' }),
});
export type Region = Static<typeof Region>;

/** Facts that are not known stay null and are shown as 待补充. */
export const Department = Type.Object({
  id: Id,
  areaCode: AreaCode,
  regionCode: Code,
  key: Nullable(Key),
  name: Line(),
  shortName: Nullable(Line(60)),
  uscc: Nullable(Type.String()),
  nature: Type.Union([Type.Enum(['1', '2', '3', '9']), Type.Null()], {
    description: '实施主体性质：1 法定机关，2 授权组织，3 受委托组织，9 其他',
  }),
  phone: Nullable(Line(100)),
  complaintPhone: Nullable(Line(100)),
  address: Nullable(Line(300)),
});
export type Department = Static<typeof Department>;

const WindowKind = Type.Enum(['integrated', 'specialist', 'joint', 'crossRegion', 'green', 'issuing', 'unresolved']);
const HallKind = Type.Enum(['cityHall', 'districtHall', 'streetCentre', 'communityStation']);

export const Window = Type.Object({
  no: Line(20),
  name: Line(60),
  kind: WindowKind,
  /** Short names of the departments whose items it takes; of an integrated window none, because it takes all. */
  serves: Type.Optional(Type.Array(Line(60))),
});

export const Hall = Type.Object({
  id: Id,
  key: Key,
  kind: HallKind,
  regionCode: Code,
  name: Line(),
  address: Nullable(Line(300)),
  hours: Nullable(Line(300)),
  phone: Nullable(Line(100)),
  windows: Type.Array(Window),
});
export type Hall = Static<typeof Hall>;

/** Regions, departments and halls of a city as one document: what a seed or an importer brings. */
export const Places = Type.Object(
  {
    sample: Type.Boolean(),
    note: Type.Optional(Line()),
    regions: Type.Array(
      Type.Object({ code: Code, name: Line(60), level: RegionLevel, parent: Nullable(Code) }, strict),
    ),
    departments: Type.Array(
      Type.Object(
        {
          key: Key,
          name: Line(),
          body: Line(60),
          regionCode: Code,
          uscc: Type.Optional(Line(18)),
          nature: Type.Optional(Type.Enum(['1', '2', '3', '9'])),
          phone: Type.Optional(Line(100)),
          complaintPhone: Type.Optional(Line(100)),
          address: Type.Optional(Line(300)),
        },
        strict,
      ),
    ),
    halls: Type.Array(
      Type.Object(
        {
          key: Key,
          name: Line(),
          kind: HallKind,
          regionCode: Code,
          department: Key,
          address: Type.Optional(Line(300)),
          hours: Type.Optional(Line(300)),
          phone: Type.Optional(Line(100)),
          windows: Type.Array(Window),
        },
        strict,
      ),
    ),
  },
  strict,
);
export type Places = Static<typeof Places>;

export const RegionQuery = Type.Object({ parent: Type.Optional(Code) }, strict);
export const RegionParams = Type.Object({ code: Code }, strict);
export const RegionList = Type.Object({ items: Type.Array(Region) });
export const DepartmentQuery = Type.Object({ area: AreaCode }, strict);
export const DepartmentList = Type.Object({ items: Type.Array(Department) });
export const HallQuery = Type.Object({ region: Code }, strict);
export const HallList = Type.Object({ items: Type.Array(Hall) });

const LoginName = Type.String({ pattern: '^[a-z][a-z0-9.-]{2,39}$' });
const ItemKeys = Type.Union([Type.Array(Key, { minItems: 1, maxItems: 500, uniqueItems: true }), Type.Null()]);

export const PostView = Type.Object({
  id: Id,
  role: Type.Enum([...roles]),
  department: Type.Object({ id: Id, name: Type.String() }),
  regionCode: Code,
  itemKeys: ItemKeys,
  validFrom: Day,
  validTo: Nullable(Day),
});
export type PostView = Static<typeof PostView>;

export const StaffView = Type.Object({
  id: Id,
  areaCode: AreaCode,
  loginName: LoginName,
  displayName: Type.String(),
  suspended: Type.Boolean(),
  version: Type.Integer(),
  posts: Type.Array(PostView),
});
export type StaffView = Static<typeof StaffView>;

export const StaffQuery = PageQuery;
export const StaffPage = PageOf(StaffView);
export const StaffParams = Type.Object({ staffId: Id }, strict);
export const PostParams = Type.Object({ staffId: Id, postId: Id }, strict);

export const NewStaff = Type.Object({ areaCode: AreaCode, loginName: LoginName, displayName: Line(50) }, strict);
export type NewStaff = Static<typeof NewStaff>;

export const NewPost = Type.Object(
  {
    role: Type.Enum([...roles]),
    departmentId: Id,
    regionCode: Code,
    itemKeys: Type.Optional(ItemKeys),
    validFrom: Type.Optional(Day),
    validTo: Type.Optional(Day),
  },
  strict,
);
export type NewPost = Static<typeof NewPost>;
