import { Problem } from '../../kernel/problem.ts';
import type { FieldError } from '../forms/contract.ts';
import type { itemVersionStates } from './contract.ts';

export const catalogueErrors = {
  notFound: (key: string) =>
    new Problem(404, 'catalogue/not-found', { zh: '这里没有这个事项', en: 'No such item here' }, { key }),
  withdrawn: (key: string, reason: string) =>
    new Problem(
      410,
      'catalogue/withdrawn',
      { zh: '这个事项已经停止办理', en: 'This item is no longer handled' },
      { key, reason },
    ),
  versionNotFound: (versionId: string) =>
    new Problem(404, 'catalogue/version-not-found', { zh: '没有这个事项版本', en: 'No such version' }, { versionId }),
  wrongKey: () =>
    new Problem(
      422,
      'catalogue/wrong-key',
      { zh: '文档中的事项标识与网址中的不一致', en: 'The key in the document is not the one in the address' },
      { errors: [{ pointer: '/definition/key', detail: '应与网址中的事项标识一致' }] },
    ),
  outsideArea: () =>
    new Problem(
      422,
      'catalogue/outside-area',
      { zh: '适用地区不在决定机关的辖区内', en: 'The region lies outside the deciding area' },
      { errors: [{ pointer: '/areaCode', detail: '应为适用地区所在的县（市、区）或市的代码' }] },
    ),
  unknownRegion: (regionCode: string) =>
    new Problem(
      422,
      'catalogue/unknown-region',
      { zh: '没有这个行政区划，请先建立', en: 'No such region; create it first' },
      { regionCode },
    ),
  wrongShape: (errors: readonly FieldError[]) =>
    new Problem(
      422,
      'catalogue/wrong-shape',
      { zh: '事项文档的格式不对，请按提示修改', en: 'The document does not follow the schema of items' },
      { errors },
    ),
  notPublishable: (errors: readonly FieldError[]) =>
    new Problem(
      422,
      'catalogue/not-publishable',
      { zh: '事项还不能发布，请按提示修改', en: 'The item cannot be published yet' },
      { errors },
    ),
  notAllowed: (action: string, state: (typeof itemVersionStates)[number]) =>
    new Problem(
      409,
      'catalogue/not-allowed',
      { zh: '当前状态下不能进行该操作', en: 'Not possible in the present state' },
      { action, state },
    ),
  tooEarly: (today: string) =>
    new Problem(
      422,
      'catalogue/too-early',
      { zh: '生效日期不能早于今天', en: 'It cannot take effect before today' },
      { errors: [{ pointer: '/validFrom', detail: `不能早于 ${today}` }] },
    ),
  alreadyPlanned: (validFrom: string) =>
    new Problem(
      409,
      'catalogue/already-planned',
      {
        zh: '已有一个版本定于以后生效，请先撤下它',
        en: 'Another version is planned to take effect later; withdraw it first',
      },
      { validFrom },
    ),
};
