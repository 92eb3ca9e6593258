import { randomInt } from 'node:crypto';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { runOnce } from 'graphile-worker';
import { createApp, createListeners } from '../src/app.ts';
import { type PersonActor, type Role, type StaffActor, system } from '../src/kernel/actor.ts';
import { civilDate } from '../src/kernel/civil-date.ts';
import { legalNow } from '../src/kernel/clock.ts';
import { inTx } from '../src/kernel/db.ts';
import { tasksOf, workerLogger } from '../src/kernel/worker.ts';
import type { CodePurpose } from '../src/modules/identity/code-store.ts';
import { openSignInCode } from '../src/modules/identity/codes.ts';
import { cookies } from '../src/modules/identity/cookies.ts';
import { chooseIdentity, grantMandate, registerFirm } from '../src/modules/identity/mandates.ts';
import { citizenIdCheckDigit, organisationCheckDigit, usccCheckDigit } from '../src/modules/identity/numbers.ts';
import { registerPerson } from '../src/modules/identity/people.ts';
import { mobileIndex } from '../src/modules/identity/person-store.ts';
import { actorOf, openPersonSession, openStaffSession } from '../src/modules/identity/sessions.ts';
import type { Places } from '../src/modules/org/contract.ts';
import { importPlaces } from '../src/modules/org/places.ts';
import { createStaff, grantPost } from '../src/modules/org/staff.ts';
import { listDepartments } from '../src/modules/org/store.ts';
import { type TestContext, testContext } from './database.ts';

/** Whoever can be signed in. */
export interface SignedInAs {
  readonly cookie: string;
}
export interface Citizen extends SignedInAs {
  readonly id: string;
  readonly name: string;
  readonly mobile: string;
  readonly idNumber: string;
  /** As services see them; for a firm's agent with the firm they act for. */
  readonly actor: PersonActor;
}
export interface FirmAgent extends Citizen {
  readonly firm: { id: string; uscc: string; name: string };
  readonly mandateId: string;
  readonly legalRepresentative: Citizen;
}
export interface Official extends SignedInAs {
  readonly id: string;
  readonly loginName: string;
  readonly name: string;
  readonly actor: StaffActor;
}

type Headers = Record<string, string>;
type Reply = Promise<LightMyRequestResponse>;
export interface Client {
  get(url: string, headers?: Headers): Reply;
  post(url: string, body?: object, headers?: Headers): Reply;
  put(url: string, body?: object, headers?: Headers): Reply;
  patch(url: string, body?: object, headers?: Headers): Reply;
  delete(url: string, headers?: Headers): Reply;
}

export interface World {
  readonly ctx: TestContext;
  readonly app: FastifyInstance;
  /** Every private value that this world made up: none may ever be found in a log, an address or an error's body. */
  readonly canaries: ReadonlySet<string>;
  as(who?: SignedInAs): Client;
  citizen(as?: { name?: string; realName?: boolean }): Promise<Citizen>;
  /** An agent who has chosen to act for the firm; by default for all its items. */
  firmAgent(under?: { itemKeys?: string[]; validTo?: string }): Promise<FirmAgent>;
  /** `departmentKey` null is the area's first department that came by an import, without a key. */
  staff(role: Role, areaCode?: number, departmentKey?: string | null): Promise<Official>;
  /** The code that was sent to a number; like the message it can be read once. */
  codeSentTo(mobile: string, purpose?: CodePurpose): Promise<string>;
  /** Values that nobody else has, of a form that belongs to nobody real. */
  newMobile(): string;
  newIdNumber(): string;
  newUscc(): string;
  /** Sets legal time forward for everybody. */
  moveClock(interval: string): Promise<void>;
  /** Runs every job that is waiting, and those they add. */
  settle(): Promise<void>;
}

/** A city of two districts, with one clerk's worth of departments; marked 示例 like all that is not real. */
export const smallCity: Places = {
  sample: true,
  regions: [
    { code: '690100000000', name: '示例市', level: '3', parent: null },
    { code: '690102000000', name: '示例甲区', level: '4', parent: '690100000000' },
    { code: '690102001000', name: '示例甲街道', level: '5', parent: '690102000000' },
    { code: '690102001001', name: '示例甲社区', level: '6', parent: '690102001000' },
    { code: '690103000000', name: '示例乙区', level: '4', parent: '690100000000' },
    { code: '690103001000', name: '示例乙街道', level: '5', parent: '690103000000' },
  ],
  departments: [
    department('city-market', '示例市市场监督管理局', '市场监督管理局', '690100000000'),
    department('city-approval', '示例市行政审批局', '行政审批局', '690100000000'),
    department('market', '示例甲区市场监督管理局', '市场监督管理局', '690102000000'),
    department('approval', '示例甲区行政审批局', '行政审批局', '690102000000'),
    department('market', '示例乙区市场监督管理局', '市场监督管理局', '690103000000'),
    department('approval', '示例乙区行政审批局', '行政审批局', '690103000000'),
  ],
  halls: [
    hall('district-hall', '示例甲区政务服务中心', '690102000000'),
    hall('district-hall-b', '示例乙区政务服务中心', '690103000000'),
  ],
};

function department(key: string, name: string, body: string, regionCode: string): Places['departments'][number] {
  return { key, name, body, regionCode, nature: '1', phone: '1000-6900000' };
}

function hall(key: string, name: string, regionCode: string): Places['halls'][number] {
  const windows: Places['halls'][number]['windows'] = [{ no: 'A01', name: '综合受理窗口', kind: 'integrated' }];
  return { key, name, kind: 'districtHall', regionCode, department: 'approval', address: '示例路 69 号', windows };
}

const secret = (digits: number): string => String(randomInt(10 ** digits)).padStart(digits, '0');
const stems = '甲乙丙丁戊己庚辛壬癸';

/** A page that says what is wrong keeps what its reader typed, which is theirs to see. */
const isPage = ({ headers }: LightMyRequestResponse): boolean =>
  String(headers['content-type']).startsWith('text/html');

/** Keeps every address that is asked for and every refusal's words, to be looked through for private values after the run. */
function observed(app: FastifyInstance, { traces }: TestContext): FastifyInstance {
  const inject = app.inject.bind(app) as (request: InjectOptions) => Promise<LightMyRequestResponse>;
  const observing = async (request: InjectOptions) => {
    const reply = await inject(request);
    traces.url(reply.raw.req.url ?? '');
    if (typeof reply.headers.location === 'string') traces.url(reply.headers.location);
    if (reply.statusCode >= 400 && !isPage(reply)) traces.errorBody(reply.statusCode, reply.body);
    return reply;
  };
  return Object.assign(app, { inject: observing as typeof app.inject });
}

/** A small world on a database of its own, peopled by calling services: nothing in it could not have happened. */
export async function createWorld(places: Places = smallCity): Promise<World> {
  const ctx = await testContext();
  const app = observed(await createApp(ctx), ctx);
  const canaries = new Set<string>();
  const canary = (value: string): string => {
    canaries.add(value);
    ctx.traces.canary(value);
    return value;
  };
  await inTx(ctx.db, (tx) => importPlaces(tx, system('test'), places));

  const newName = () => canary(`示例${[...secret(6)].map((digit) => stems[Number(digit)]).join('')}`);
  const newMobile = () => canary(`1000${secret(7)}`);
  const newIdNumber = () => {
    const first17 = `690102${1950 + randomInt(50)}0${1 + randomInt(9)}${10 + randomInt(18)}${secret(3)}`;
    return canary(first17 + citizenIdCheckDigit(first17));
  };
  const newUscc = () => {
    const organisation = secret(8);
    const first17 = `91690102${organisation}${organisationCheckDigit(organisation)}`;
    return first17 + usccCheckDigit(first17);
  };
  const signedIn = async (token: string) => ({
    actor: (await actorOf(ctx, token, 'person')) as PersonActor,
    cookie: `${cookies.person.name}=${canary(token)}`,
  });

  const world: World = {
    ctx,
    app,
    canaries,
    newMobile,
    newIdNumber,
    newUscc,

    as: (who) => {
      const send =
        (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE') =>
        async (url: string, payload?: object, headers: Headers = {}): Reply =>
          await app.inject({
            method,
            url,
            headers: { 'x-tongban': '1', ...(who && { cookie: who.cookie }), ...headers },
            ...(payload && { payload }),
          });
      return {
        get: (url, headers) => send('GET')(url, undefined, headers),
        post: send('POST'),
        put: send('PUT'),
        patch: send('PATCH'),
        delete: (url, headers) => send('DELETE')(url, undefined, headers),
      };
    },

    citizen: async ({ name = newName(), realName = true } = {}) => {
      const person = { name, idNumber: newIdNumber(), mobile: newMobile() };
      const { id, token } = await inTx(ctx.db, async (tx) => {
        const row = await registerPerson(tx, ctx, {
          mobile: person.mobile,
          registeredBy: 'self',
          ...(realName && { realName: person }),
        });
        return { id: row.id, token: (await openPersonSession(tx, row)).token };
      });
      return { id, ...person, ...(await signedIn(token)) };
    },

    firmAgent: async ({ itemKeys, validTo } = {}) => {
      const [legalRepresentative, agent] = [await world.citizen(), await world.citizen()];
      const name = `示例${secret(6)}有限公司`;
      const thisYear = Number(civilDate(await legalNow(ctx.db)).slice(0, 4));
      const { firm, mandateId, token } = await inTx(ctx.db, async (tx) => {
        const { id, uscc } = await registerFirm(tx, ctx, {
          uscc: newUscc(),
          name,
          legalRepresentativeId: legalRepresentative.id,
        });
        const mandate = await grantMandate(tx, ctx.keys, legalRepresentative.actor, {
          firmId: id,
          agentName: agent.name,
          agentIdNumber: agent.idNumber,
          validTo: validTo ?? `${thisYear + 2}-12-31`,
          ...(itemKeys && { itemKeys }),
        });
        const token = await chooseIdentity(tx, agent.actor, mandate.id);
        return { firm: { id, uscc, name }, mandateId: mandate.id, token };
      });
      return { ...agent, ...(await signedIn(token)), firm, mandateId, legalRepresentative };
    },

    staff: async (role, areaCode = 690102, departmentKey: string | null = 'market') => {
      const loginName = `t${secret(9)}`;
      const seed = system('test');
      const token = await inTx(ctx.db, async (tx) => {
        const departments = await listDepartments(tx, areaCode);
        const { id: departmentId, regionCode } = departments.find(({ key }) => key === departmentKey)!;
        const staff = await createStaff(tx, seed, { areaCode, loginName, displayName: newName() });
        await grantPost(tx, seed, { staffId: staff.id, version: staff.version, role, departmentId, regionCode });
        return (await openStaffSession(tx, staff)).token;
      });
      const actor = (await actorOf(ctx, token, 'staff')) as StaffActor;
      return { id: actor.id, loginName, name: actor.name, actor, cookie: `${cookies.staff.name}=${canary(token)}` };
    },

    codeSentTo: async (mobile, purpose = 'sign-in') => {
      const { id } = await ctx.owner
        .selectFrom('identity.sign_in_code')
        .select('id')
        .where('mobile_index', '=', mobileIndex(ctx.keys, mobile))
        .where('purpose', '=', purpose)
        .executeTakeFirstOrThrow();
      const message = await inTx(ctx.db, (tx) => openSignInCode(tx, ctx.keys, id));
      return message!.code;
    },

    moveClock: async (interval) => {
      await ctx.ownerPool.query('update platform.clock set shift = shift + $1::interval', [interval]);
    },

    settle: async () => {
      await runOnce({
        pgPool: ctx.ownerPool,
        taskList: tasksOf(ctx.db, createListeners(ctx)),
        logger: workerLogger(ctx.log),
        noHandleSignals: true,
      });
    },
  };
  return world;
}
