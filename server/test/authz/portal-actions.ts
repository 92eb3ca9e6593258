import { Readable } from 'node:stream';
import type { Actor } from '../../src/kernel/actor.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { FormPart } from '../../src/kernel/uploads.ts';
import { actorOf } from '../../src/modules/identity/sessions.ts';
import type { PortalServices } from '../../src/portal-services.ts';
import { requests } from '../authz-requests.ts';
import { district } from '../items.ts';
import { jpeg } from '../pictures.ts';
import type { Ask } from './ask.ts';
import { cookieOf, type Someone } from './people.ts';
import { itemKey, type Scene } from './scene.ts';

/** A visitor of the portal, and what the page needs to call the façade for them. */
interface Visiting {
  readonly services: PortalServices;
  readonly actor: Actor;
  readonly scene: Scene;
  readonly who: Someone;
  readonly relation: string;
}
type Call = () => unknown;
/** Makes one call of the façade ready, as a page would for whoever visits. */
type Action = (visiting: Visiting) => Call | Promise<Call>;

/** The name of every function that the portal's pages can call, as in the matrix. */
export const portalFunctions = (services: PortalServices): string[] =>
  Object.entries(services).flatMap(([group, functions]) =>
    Object.keys(functions).map((name) => `portal ${group}.${name}`),
  );

/** Whom the portal takes a visitor for: an official's cookie is none of its own, an ended mandate leaves the person herself. */
export const visitorOf = ({ world }: Scene, who: Someone): Promise<Actor> =>
  actorOf(world.ctx, who.person && cookieOf(who)?.cookie.split('=')[1], 'anyone');

const nobody = { person: null, actingFor: null, mandateEnded: false, choices: [], csrf: null };
const address = '127.0.0.1';
const start = { itemKey, regionCode: district, situation: { business: 'sale' } };

/** What the API's request of the same meaning would carry. */
async function asked<Body>(operation: string, { scene, who, relation }: Visiting): Promise<Ask & { body: Body }> {
  const ask = await requests[operation]?.(scene, who, relation);
  return ask as Ask & { body: Body };
}

const onCase =
  (call: (visiting: Visiting, it: { caseId: string; version: number }) => unknown): Action =>
  async (visiting) => {
    const caseId = await visiting.scene.caseOf(visiting.relation);
    const it = { caseId, version: await visiting.scene.versionOf('cases.case', caseId) };
    return () => call(visiting, it);
  };

const page = (it: { caseId: string; version: number }) => ({ ...it, page: 'shop', entries: [] });

async function* posted(materialKey: string): AsyncGenerator<FormPart> {
  yield { kind: 'file', field: materialKey, name: 'front.jpg', stream: Readable.from([jpeg]) };
}

export const portalActions: Readonly<Record<string, Action>> = {
  'portal site.frame':
    ({ services: { site } }) =>
    () =>
      site.frame(nobody, district),
  'portal site.region':
    ({ services: { site } }) =>
    () =>
      site.region(),
  'portal site.noSuchPage':
    ({ services: { site } }) =>
    () =>
      site.noSuchPage(),
  'portal places.chain':
    ({ services: { places } }) =>
    () =>
      places.chain(district),
  'portal places.cities':
    ({ services: { places } }) =>
    () =>
      places.cities(),
  'portal places.within':
    ({ services: { places } }) =>
    () =>
      places.within(district),
  'portal places.halls':
    ({ services: { places } }) =>
    () =>
      places.halls(district),
  'portal guide.home':
    ({ services: { guide } }) =>
    () =>
      guide.home(district),
  'portal guide.browse':
    ({ services: { guide } }) =>
    () =>
      guide.browse(district, {}, undefined),
  'portal guide.facets':
    ({ services: { guide } }) =>
    () =>
      guide.facets(district),
  'portal guide.search':
    ({ services: { guide } }) =>
    () =>
      guide.search('小店', district, {}, undefined),
  'portal guide.item':
    ({ services: { guide } }) =>
    () =>
      guide.item(itemKey, district, {}),

  'portal session.askCode': ({ services: { session }, scene }) => {
    const mobile = scene.world.newMobile();
    return () => session.askCode({ mobile, address });
  },
  'portal session.byCode': async (visiting) => {
    const { body } = await asked<{ mobile: string; code: string }>('identity.signInByCode', visiting);
    return () => visiting.services.session.byCode({ ...body, address });
  },
  'portal session.byPassword': async (visiting) => {
    const { body } = await asked<{ mobile: string; password: string }>('identity.signInByPassword', visiting);
    return () => visiting.services.session.byPassword({ ...body, address });
  },
  'portal session.signOut':
    ({ services: { session }, actor }) =>
    () =>
      session.signOut(actor),

  'portal account.mine':
    ({ services: { account }, actor }) =>
    () =>
      account.mine(actor),
  'portal account.change': async ({ services: { account }, actor, scene, who: { person } }) => {
    const version = person ? await scene.versionOf('identity.person', person.id) : 1;
    return () => account.change(actor, { elderMode: true, language: 'zh', version });
  },
  'portal account.setPassword':
    ({ services: { account }, actor }) =>
    () =>
      account.setPassword(actor, 'a long walk by the lake'),
  'portal account.confirmRealName':
    ({ services: { account }, actor, scene }) =>
    () =>
      account.confirmRealName(actor, { name: '示例某', idNumber: scene.world.newIdNumber() }),
  'portal account.askProof':
    ({ services: { account }, actor }) =>
    () =>
      account.askProof(actor, address),
  'portal account.prove': async (visiting) => {
    const { body } = await asked<{ code: string }>('identity.proveAgain', visiting);
    return () => visiting.services.account.prove(visiting.actor, body.code);
  },
  'portal account.actAs': async (visiting) => {
    const { body } = await asked<{ mandateId: string | null }>('identity.chooseIdentity', visiting);
    return () => visiting.services.account.actAs(visiting.actor, body.mandateId);
  },
  'portal account.mandates':
    ({ services: { account }, actor }) =>
    () =>
      account.mandates(actor, undefined),
  'portal account.grant': async (visiting) => {
    const { body } = await asked<Parameters<PortalServices['account']['grant']>[1]>('identity.grantMandate', visiting);
    return () => visiting.services.account.grant(visiting.actor, body);
  },
  'portal account.revoke': async (visiting) => {
    const { params } = await asked('identity.revokeMandate', visiting);
    return () => visiting.services.account.revoke(visiting.actor, params?.['mandateId'] ?? '');
  },
  'portal account.accessLog':
    ({ services: { account }, actor }) =>
    () =>
      account.accessLog(actor, undefined),

  'portal notices.list':
    ({ services: { notices }, actor }) =>
    () =>
      notices.list(actor, undefined),
  'portal notices.read': async (visiting) => {
    const { params } = await asked('notices.read', visiting);
    return () => visiting.services.notices.read(visiting.actor, params?.['id'] ?? '');
  },

  'portal cases.start':
    ({ services: { cases }, actor }) =>
    () =>
      cases.start(actor, start),
  'portal cases.list':
    ({ services: { cases }, actor }) =>
    () =>
      cases.list(actor, {}),
  'portal cases.mine': onCase(({ services: { cases }, actor }, { caseId }) => cases.mine(actor, caseId)),
  'portal cases.savePage': onCase(({ services: { cases }, actor }, it) => cases.savePage(actor, page(it))),
  'portal cases.readPage': onCase(({ services: { cases }, actor }, it) => cases.readPage(actor, page(it))),
  'portal cases.takeFiles': onCase(({ services: { cases }, actor }, { caseId }) =>
    cases.takeFiles(actor, caseId, posted('front-photo')),
  ),
  'portal cases.removeFile': async ({ services: { cases }, actor, scene, relation }) => {
    const { caseId, fileId } = await scene.caseWithFile(relation);
    return () => cases.removeFile(actor, caseId, fileId);
  },
  'portal cases.submit': onCase(({ services: { cases }, actor }, it) => cases.submit(actor, { ...it, key: newId() })),
  'portal cases.takeNewGuide': onCase(({ services: { cases }, actor }, { caseId }) =>
    cases.takeNewGuide(actor, caseId),
  ),
  'portal cases.confirmDelivery': onCase(({ services: { cases }, actor }, it) => cases.confirmDelivery(actor, it)),
};
