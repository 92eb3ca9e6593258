import { system } from '../../src/kernel/actor.ts';
import { inTx } from '../../src/kernel/db.ts';
import { publish, saveDraft } from '../../src/modules/catalogue/service.ts';
import { saveSynonym } from '../../src/modules/guidance/service.ts';
import { notify } from '../../src/modules/notices/public.ts';
import { createStaff, grantPost, suspendStaff } from '../../src/modules/org/staff.ts';
import { listDepartments } from '../../src/modules/org/store.ts';
import { anItem, district, otherDistrict } from '../items.ts';
import { match } from '../shop.ts';
import type { Ask, Maker, Makers } from './ask.ts';
import type { Someone } from './people.ts';
import { itemKey, type Scene } from './scene.ts';

const seed = system('test');
let serial = 0;
const next = (): number => (serial += 1);

const areaOf = (where: string): number => (where === 'here' ? 690102 : 690103);
const regionOf = (where: string): string => (where === 'here' ? district : otherDistrict);

/** An account with one post in this area or another, or the asking official's own; `suspended` when it is to be resumed. */
export const officialOf = async (scene: Scene, { official }: Someone, where: string, suspended = false) =>
  where === 'own account' && official
    ? { id: official.id, postId: official.actor.posts[0]?.id ?? official.id }
    : await scene.kept(`an official ${where}${suspended ? ' suspended' : ''}`, () =>
        inTx(scene.world.ctx.db, async (tx) => {
          const areaCode = areaOf(where === 'own account' ? 'here' : where);
          const [department] = await listDepartments(tx, areaCode);
          const account = await createStaff(tx, seed, {
            areaCode,
            loginName: `m${next()}.clerk`,
            displayName: '示例官',
          });
          const { id, version, posts } = await grantPost(tx, seed, {
            staffId: account.id,
            version: account.version,
            role: 'reviewer',
            departmentId: department!.id,
            regionCode: regionOf(where === 'own account' ? 'here' : where),
          });
          if (suspended) await suspendStaff(tx, seed, { staffId: id, version });
          return { id, postId: posts[0]!.id };
        }),
      );

const onOfficial =
  (ask: (scene: Scene) => Ask | Promise<Ask> = () => ({}), suspended = false): Maker =>
  async (scene, who, where) => {
    const { id, postId } = await officialOf(scene, who, where, suspended);
    const headers = match(await scene.versionOf('org.staff', id));
    return { params: { staffId: id, postId }, headers, ...(await ask(scene)) };
  };

/** A version of an item of its own, `here draft` or `elsewhere published`. */
const versionOf = (scene: Scene, relation: string) =>
  scene.kept(`an item version ${relation}`, () =>
    inTx(scene.world.ctx.db, async (tx) => {
      const [where = '', state] = relation.split(' ');
      const definition = anItem({ key: `stall-${next()}` });
      const draft = await saveDraft(tx, seed, { regionCode: regionOf(where), areaCode: areaOf(where), definition });
      return state === 'published' ? await publish(tx, seed, { versionId: draft.id }) : draft;
    }),
  );

const onVersion =
  (body?: object): Maker =>
  async (scene, _, relation) => {
    const { id, key, revision } = await versionOf(scene, relation);
    return {
      params: { key, versionId: id, otherId: id },
      headers: match(revision),
      ...(body && { body }),
    };
  };

const synonymOf = (scene: Scene) =>
  scene.kept('a synonym', () =>
    inTx(scene.world.ctx.db, (tx) => saveSynonym(tx, seed, { word: `俗称${next()}号`, means: ['许可'], version: 0 })),
  );

const noticeOf = (scene: Scene): Promise<string> =>
  scene.kept('a notice', async () => {
    const { ctx } = scene.world;
    const { id: personId } = scene.people.citizen.person!;
    const facts = { number: '690102-261121-00001-0', itemName: '小店经营许可' };
    await inTx(ctx.db, (tx) => notify(tx, { areaCode: 690102, personId, kind: 'caseReceived', facts }));
    const notice = ctx.owner.selectFrom('notices.notice').select('id').where('person_id', '=', personId);
    return (await notice.orderBy('id', 'desc').executeTakeFirstOrThrow()).id;
  });

const at = (region = district) => ({ query: { region } });
const nothing: Maker = () => ({});
const fromWhere: Maker = (_, __, relation) => (relation === 'this machine' ? {} : { from: '10.69.0.1' });

export const officeRequests: Makers = {
  'org.childRegions': nothing,
  'org.regionChain': () => ({ params: { code: district } }),
  'org.departments': () => ({ query: { area: '690102' } }),
  'org.halls': () => at(),
  'org.listStaff': nothing,
  'org.staff': onOfficial(),
  'org.createStaff': (_, __, where) => ({
    body: { areaCode: areaOf(where), loginName: `m${next()}.new`, displayName: '示例新人' },
  }),
  'org.suspendStaff': onOfficial(),
  'org.resumeStaff': onOfficial(undefined, true),
  'org.grantPost': onOfficial(async ({ world }) => ({
    body: {
      role: 'acceptanceOfficer',
      departmentId: (await listDepartments(world.ctx.db, 690102))[0]!.id,
      regionCode: district,
    },
  })),
  'org.endPost': onOfficial(),
  'calendar.year': () => ({ params: { year: '2026' } }),

  'catalogue.list': () => at(),
  'catalogue.facets': () => at(),
  'catalogue.get': () => ({ params: { key: itemKey }, ...at() }),
  'catalogue.saveDraft': (_, __, where) => {
    const definition = anItem({ key: `stall-${next()}` });
    return {
      params: { key: definition.key, region: regionOf(where) },
      body: { areaCode: areaOf(where), definition },
    };
  },
  'catalogue.listVersions': () => ({ params: { key: itemKey } }),
  'catalogue.getVersion': onVersion(),
  'catalogue.export': onVersion(),
  'catalogue.diff': onVersion(),
  'catalogue.publish': onVersion({}),
  'catalogue.withdraw': onVersion({ reason: '示例：不再办理' }),

  'guidance.search': () => ({ query: { q: '小店', region: district } }),
  'guidance.suggest': () => ({ query: { q: '小店', region: district } }),
  'guidance.guide': () => ({ params: { key: itemKey }, ...at() }),
  'guidance.listSynonyms': nothing,
  'guidance.saveSynonym': () => ({ params: { word: `别名${next()}号` }, body: { means: ['许可'] } }),
  'guidance.removeSynonym': async (scene) => {
    const { shown, version } = await synonymOf(scene);
    return { params: { word: shown }, headers: match(version) };
  },
  'guidance.misses': () => at(),

  'notices.list': nothing,
  'notices.read': async (scene) => ({ params: { id: await noticeOf(scene) } }),

  'demo.officials': nothing,
  'demo.citizens': nothing,
  'GET /api/openapi.json': nothing,
  'GET /health/live': nothing,
  'GET /health/ready': nothing,
  'GET /metrics': fromWhere,
  'GET /dev/inbox': fromWhere,
  'GET /dev/inbox/messages': fromWhere,
  'PUT /dev/inbox/faults': (scene, who, relation) => ({
    ...fromWhere(scene, who, relation),
    body: { mobile: '10006900001', fault: 'fails', times: 1 },
  }),
};
