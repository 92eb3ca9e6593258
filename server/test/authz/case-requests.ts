import { district, otherDistrict } from '../items.ts';
import { jpeg } from '../pictures.ts';
import { key, match, oneFile } from '../shop.ts';
import { shopAnswers } from '../shop-item.ts';
import type { Maker, Makers } from './ask.ts';
import { itemKey } from './scene.ts';

/** A request about the case that the relation names, as it is now. */
const onCase =
  (body?: object, params: Record<string, string> = {}): Maker =>
  async (scene, _, relation) => {
    const caseId = await scene.caseOf(relation);
    const headers = { ...match(await scene.versionOf('cases.case', caseId)), ...key() };
    return { params: { caseId, ...params }, headers, ...(body && { body }) };
  };

const onFile: Maker = async (scene, _, relation) => ({ params: await scene.caseWithFile(relation) });

const upload: Maker = async (scene, _, relation) => {
  const { payload, headers } = oneFile(jpeg);
  return { params: { caseId: await scene.caseOf(relation), materialKey: 'front-photo' }, body: payload, headers };
};

const start = (regionCode: string) => ({ itemKey, regionCode, situation: { business: 'sale' } });
const note = { note: '材料齐全，情况属实' };
const refusal = { ...note, basis: ['《中华人民共和国行政许可法》第三十八条'] };

/** Filling in, filing and moving are the same on both sides; the applicant's operations end in `Mine`. */
const bothSides = (operation: string, make: Maker): Makers => ({ [operation]: make, [`${operation}Mine`]: make });

export const caseRequests: Makers = {
  'cases.listMine': () => ({}),
  'cases.list': () => ({ query: { count: 'true' } }),
  'cases.get': onCase(),
  'cases.getMine': onCase(),
  'cases.start': () => ({ body: start(district) }),
  'cases.startAtWindow': ({ visitor }, _, where) => ({
    body: { ...start(where === 'here' ? district : otherDistrict), applicantId: visitor.id },
  }),
  'cases.reveal': onCase({ field: 'mobile', purpose: '电话核实申请材料' }),
  'cases.judge': onCase({ verdict: 'PASS' }, { pointKey: 'area-small' }),
  'cases.recordPaper': onCase({ originalSeen: true, pages: 1 }, { materialKey: 'front-photo' }),
  ...bothSides('cases.save', onCase({ answers: shopAnswers })),
  ...bothSides('cases.discard', onCase()),
  ...bothSides('cases.upload', upload),
  ...bothSides('cases.removeFile', onFile),
  ...bothSides('cases.file', onFile),
  ...bothSides('cases.submit', onCase()),
  'cases.receive': onCase({}),
  'cases.accept': onCase({}),
  'cases.startReview': onCase({}),
  'cases.recommend': onCase(note),
  'cases.returnToReview': onCase(note),
  'cases.grant': onCase(note),
  'cases.refuse': onCase(refusal),
  'cases.dispatch': onCase({}),
  ...bothSides('cases.confirmDelivery', onCase({})),
};
