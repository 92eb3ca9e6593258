import { Readable } from 'node:stream';
import type { Actor } from '../../src/kernel/actor.ts';
import { tables } from '../../src/kernel/db/distribution.ts';
import { inTx, type Tx } from '../../src/kernel/db.ts';
import { loadCalendar } from '../../src/modules/calendar/public.ts';
import { actOnCase } from '../../src/modules/cases/act.ts';
import { type Applicant, saveDraft, startCase } from '../../src/modules/cases/draft.ts';
import type { CaseAction, CaseState } from '../../src/modules/cases/machine.ts';
import { addUpload } from '../../src/modules/cases/materials.ts';
import { submitCase } from '../../src/modules/cases/submit.ts';
import { district, givePublished, otherDistrict } from '../items.ts';
import { jpeg } from '../pictures.ts';
import { shopAnswers, shopItem } from '../shop-item.ts';
import { type Citizen, createWorld, type FirmAgent, type World } from '../world.ts';
import { meet, type People, type Principal } from './people.ts';

/** Whose case it is: the citizen's, the firm's, a visitor's that the clerk fills in with her, the citizen's in another area. */
const owners = ['citizen', 'firm', 'window', 'elsewhere'] as const;
type Owner = (typeof owners)[number];

export interface Scene {
  readonly world: World;
  readonly people: People & { agent: { person: FirmAgent } };
  /** Somebody who is none of the principals and came to the window. */
  readonly visitor: Citizen;
  /** One more case of the clerk's area, of whoever it may be. */
  submittedBy(citizen: Citizen): Promise<string>;
  /** A case as a relation names it, e.g. `citizen RECEIVED`; the same one until `forget`. */
  caseOf(relation: string): Promise<string>;
  /** The same with a file in it. */
  caseWithFile(relation: string): Promise<{ caseId: string; fileId: string }>;
  /** Anything else that is made once and used until `forget`. */
  kept<T>(name: string, make: () => Promise<T>): Promise<T>;
  /** Something has been changed: what is needed next is made anew. */
  forget(): void;
  versionOf(table: 'cases.case' | 'org.staff' | 'identity.person', id: string): Promise<number>;
  /** A value that differs when any row of any table has been written; sessions and counted attempts apart, which refusals may touch. */
  fingerprint(): Promise<string>;
}

/** The item of every case here: nothing stands in the way of a step but the right to take it. */
const item = {
  ...shopItem,
  implementingBody: { name: '市场监督管理局' },
  materials: (shopItem.materials ?? []).map((material) => ({
    ...material,
    necessity: 'OPTIONAL' as const,
    maxFiles: 20,
  })),
  reviewPoints: (shopItem.reviewPoints ?? []).filter(({ autoRule }) => autoRule !== undefined),
};
export const itemKey = item.key;
const situation = { business: 'sale' };

/** A world with one of each principal, and cases at every step of their way, made by the services the routes call. */
export async function setScene(): Promise<Scene> {
  const world = await createWorld();
  const { ctx } = world;
  await inTx(ctx.db, (tx) => loadCalendar(tx));
  await givePublished(ctx.db, item);
  await givePublished(ctx.db, item, { regionCode: otherDistrict, areaCode: 690103 });
  const people = await meet(world);
  const visitor = await world.citizen();
  let memory = new Map<string, Promise<unknown>>();

  /** An applicant has one draft of an item: what is begun next goes on with it. */
  const takeDraftOf = (owner: Owner): void => {
    for (const name of [`${owner} DRAFT`, `${owner} DRAFT with a file`]) memory.delete(name);
  };

  const filler = (owner: Owner) =>
    owner === 'firm'
      ? people.agent.person.actor
      : owner === 'window'
        ? people.clerk.official!.actor
        : people.citizen.person!.actor;

  async function draftOf(tx: Tx, owner: Owner): Promise<string> {
    const applicant =
      owner === 'window' ? ({ kind: 'person', id: visitor.id, name: visitor.name } as const) : undefined;
    const regionCode = owner === 'elsewhere' ? otherDistrict : district;
    return (await fill(tx, filler(owner), regionCode, applicant)).caseId;
  }

  async function fill(tx: Tx, actor: Actor, regionCode: string, applicant?: Applicant) {
    const start = { itemKey, regionCode, situation, channel: 'PC' as const };
    const { id: caseId, version } = await startCase(tx, ctx, actor, start, applicant);
    const saved = await saveDraft(tx, ctx, actor, { caseId, version, answers: shopAnswers });
    return { caseId, version: saved.version };
  }

  /** Who takes each step; in the other area there is only a clerk. */
  const steps: readonly [CaseState, Exclude<CaseAction, 'submit'>, Principal][] = [
    ['SUBMITTED', 'receive', 'clerk'],
    ['RECEIVED', 'accept', 'clerk'],
    ['ACCEPTED', 'startReview', 'reviewer'],
    ['UNDER_REVIEW', 'recommend', 'reviewer'],
    ['PENDING_DECISION', 'grant', 'decisionMaker'],
    ['GRANTED', 'dispatch', 'issuingClerk'],
    ['DELIVERING', 'confirmDelivery', 'issuingClerk'],
  ];

  async function walk(tx: Tx, caseId: string, owner: Owner, to: CaseState): Promise<void> {
    if (to === 'DRAFT') return;
    const { version } = await tx
      .selectFrom('cases.case')
      .select('version')
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow();
    let row = await submitCase(tx, ctx, filler(owner), { caseId, version });
    for (const [state, action, part] of steps) {
      if (row.state === to) return;
      if (row.state !== state) throw new Error(`no way to ${to}`);
      const act = { caseId, version: row.version, action, note: '材料齐全' };
      row = await actOnCase(
        tx,
        ctx,
        people[owner === 'elsewhere' && part === 'clerk' ? 'clerkElsewhere' : part].official!.actor,
        act,
      );
    }
  }

  const read = (relation: string): [Owner, CaseState] => {
    const [owner, state] = relation.split(' ') as [Owner, CaseState];
    if (!owners.includes(owner)) throw new Error(`whose case is ${relation}?`);
    return [owner, state];
  };
  const kept = <T>(name: string, make: () => Promise<T>): Promise<T> => {
    const before = memory.get(name) as Promise<T> | undefined;
    const thing = before ?? make();
    memory.set(name, thing);
    return thing;
  };

  return {
    world,
    people,
    visitor,
    submittedBy: ({ actor }) =>
      inTx(ctx.db, async (tx) => (await submitCase(tx, ctx, actor, await fill(tx, actor, district))).id),
    kept,
    forget: () => {
      memory = new Map();
    },
    caseOf: (relation) =>
      kept(relation, () => {
        const [owner, state] = read(relation);
        takeDraftOf(owner);
        return inTx(ctx.db, async (tx) => {
          const id = await draftOf(tx, owner);
          await walk(tx, id, owner, state);
          return id;
        });
      }),
    caseWithFile: (relation) =>
      kept(`${relation} with a file`, async () => {
        const [owner, state] = read(relation);
        takeDraftOf(owner);
        const caseId = await inTx(ctx.db, (tx) => draftOf(tx, owner));
        const photo = { name: 'front.jpg', stream: Readable.from([jpeg]) };
        const { fileId } = await addUpload(ctx, filler(owner), { caseId, materialKey: 'front-photo' }, photo);
        await inTx(ctx.db, (tx) => walk(tx, caseId, owner, state));
        return { caseId, fileId };
      }),
    versionOf: async (table, id) => {
      const found = await ctx.ownerPool.query(`select version from ${table} where id = $1`, [id]);
      return found.rows[0].version;
    },
    fingerprint: async () => {
      const counted = Object.keys(tables)
        .filter((table) => table !== 'identity.session' && table !== 'identity.attempt')
        .map((table) => `select '${table}' as name, count(*), sum(xmin::text::bigint) from ${table}`);
      return JSON.stringify((await ctx.ownerPool.query(counted.join(' union all '))).rows);
    },
  };
}
