import { valueAt } from '../../kernel/condition.ts';
import type { FieldError } from '../forms/contract.ts';
import type { ItemDefinition, TimeLimit } from './contract.ts';

/** A `fault` contradicts itself or the law and keeps an item from publication; a `gap` is a fact still missing, shown as 待补充. */
export interface Finding extends FieldError {
  kind: 'fault' | 'gap';
}

type Rule = (item: ItemDefinition) => Iterable<Finding>;

const fault = (pointer: string, detail: string): Finding => ({ kind: 'fault', pointer, detail });
const gap = (pointer: string, detail: string): Finding => ({ kind: 'gap', pointer, detail });

/** The consistency rules for item data (质量检查). A gap that the document itself lists as pending is known and not reported again. */
export function lintItem(item: ItemDefinition): Finding[] {
  const pending = new Set(item.pending);
  return rules
    .flatMap((rule) => [...rule(item)])
    .filter(({ kind, pointer }) => kind === 'fault' || !pending.has(pointer));
}

const inDays = ({ length, unit }: TimeLimit): number => (unit === 'year' ? 365 : unit === 'month' ? 30 : 1) * length;

function* caseTypeFitsPromise({ caseType, promisedTimeLimit }: ItemDefinition): Generator<Finding> {
  if (!promisedTimeLimit) {
    yield gap('/promisedTimeLimit', '还没有写承诺办结时限');
  } else if (caseType === 'IMMEDIATE' && inDays(promisedTimeLimit) > 1) {
    yield fault('/caseType', '即办件的承诺时限不能超过 1 个工作日，请改为承诺件或缩短时限');
  } else if (caseType === 'COMMITTED' && promisedTimeLimit.length === 0) {
    yield fault('/caseType', '承诺时限为当场办结的应为即办件');
  }
}

/** 行政许可法 42, 优化营商环境条例 36: a promise may shorten the law's limit, never lengthen it. */
function* promiseKeepsTheLaw({ promisedTimeLimit, statutoryTimeLimit }: ItemDefinition): Generator<Finding> {
  if (!statutoryTimeLimit) {
    yield gap('/statutoryTimeLimit', '还没有写法定办结时限');
  } else if (promisedTimeLimit && promisedTimeLimit.unit !== statutoryTimeLimit.unit) {
    yield fault('/promisedTimeLimit/unit', '承诺时限和法定时限应使用同一单位，才能比较');
  } else if (promisedTimeLimit && promisedTimeLimit.length > statutoryTimeLimit.length) {
    yield fault('/promisedTimeLimit/length', '承诺时限不能超过法定时限');
  }
}

/** 许可证, 居住证, 执照, 资格证书; but 凭证, 认证 and 公证 are none. */
const isCertificate = /((?<![凭认公])证|证书|执照)$/;

function* resultTypeFitsName({ results }: ItemDefinition): Generator<Finding> {
  for (const [at, { name, type }] of results.entries()) {
    if (isCertificate.test(name) && type !== 'CERTIFICATE')
      yield fault(`/results/${at}/type`, `结果“${name}”是证照，类型应为证照`);
    if (/(批复|批文|决定书|通知书|意见书)$/.test(name) && type !== 'DOCUMENT')
      yield fault(`/results/${at}/type`, `结果“${name}”是文书，类型应为批文`);
  }
}

const MEANS_NONE = '无';

function* visitsAreExplained({ onSiteVisits, onSiteReason, onlineDepth }: ItemDefinition): Generator<Finding> {
  if (onSiteVisits === undefined) {
    yield gap('/onSiteVisits', '还没有写到办事现场次数');
  } else if (onSiteVisits > 0 && (onSiteReason === undefined || onSiteReason === MEANS_NONE)) {
    yield fault('/onSiteReason', '需要到现场的，请写明必须现场办理的原因');
  } else if (onSiteVisits === 0 && onSiteReason !== undefined && onSiteReason !== MEANS_NONE) {
    yield fault('/onSiteReason', '不用到现场的，原因应为空或“无”');
  }
  const wholeOnline = onlineDepth.some((depth) => ['5', '6', '7'].includes(depth));
  if (wholeOnline && onSiteVisits !== undefined && onSiteVisits > 0)
    yield fault('/onlineDepth', '全程网办（深度 5 至 7）的，到办事现场次数应为 0');
}

function* noVisitHasAnotherWay({ onSiteVisits, handlingChannels }: ItemDefinition): Generator<Finding> {
  const remote = handlingChannels.some((channel) => channel === 'PC' || channel === 'MOBILE' || channel === 'COURIER');
  if (onSiteVisits === 0 && !remote)
    yield fault('/handlingChannels', '到办事现场次数为 0 又不能网上办的，办理形式应包括快递申请');
}

/** 行政许可法 58: no charge without a basis; the items' names, standards and bases are required by the schema. */
function* chargesAreStated({ fees, supports }: ItemDefinition): Generator<Finding> {
  if (!fees) {
    yield gap('/fees', '还没有写是否收费');
  } else if (fees.charged && fees.items.length === 0) {
    yield fault('/fees/items', '收费事项请列出每个收费项目的名称、标准和依据');
  } else if (!fees.charged && fees.items.length > 0) {
    yield fault('/fees/charged', '列有收费项目的，是否收费应为“是”');
  }
  if (fees?.charged && supports?.onlinePayment === undefined)
    yield gap('/supports/onlinePayment', '收费事项请写明是否支持网上支付');
}

/** An area code and seven or eight digits, or one of the short numbers that ring everywhere (12345). */
const reachable = /^(\d{3,4}-\d{7,8}(-\d{1,6})?|1\d{4,5})$/;

function* phonesAreTwo({ consultPhone, complaintPhone }: ItemDefinition): Generator<Finding> {
  const phones = [
    ['/consultPhone', '咨询电话', consultPhone],
    ['/complaintPhone', '监督投诉电话', complaintPhone],
  ] as const;
  for (const [pointer, name, phone] of phones) {
    if (phone === undefined) yield gap(pointer, `还没有写${name}`);
    else if (!phone.split(/[、，,;；]\s*/).every((one) => reachable.test(one)))
      yield gap(pointer, `${name}应带区号，几个号码用顿号分开`);
  }
  if (consultPhone !== undefined && consultPhone === complaintPhone)
    yield fault('/complaintPhone', '监督投诉电话不能和咨询电话相同');
}

function* governmentMaterialsNameTheirIssuer({ materials }: ItemDefinition): Generator<Finding> {
  for (const [at, { name, source, issuer }] of materials.entries())
    if (source === 'GOVERNMENT' && issuer === undefined)
      yield gap(`/materials/${at}/issuer`, `“${name}”由政府部门核发，请写明出具部门`);
}

function* overlayTranslatesWhatIsThere(item: ItemDefinition): Generator<Finding> {
  for (const pointer of Object.keys(item.en ?? {}))
    if (typeof valueAt(item, pointer) !== 'string')
      yield fault(`/en/${pointer.replaceAll('~', '~0').replaceAll('/', '~1')}`, `英文对应的 ${pointer} 不是文字`);
}

function* pendingMeansEmpty(item: ItemDefinition): Generator<Finding> {
  const openText = /待补充/;
  for (const [at, pointer] of (item.pending ?? []).entries()) {
    const value = valueAt(item, pointer);
    const stated =
      typeof value === 'string' ? !openText.test(value) : Array.isArray(value) ? value.length > 0 : value !== undefined;
    if (stated) yield fault(`/pending/${at}`, `${pointer} 已经有内容，不应再列为待补充`);
  }
}

const rules: readonly Rule[] = [
  caseTypeFitsPromise,
  promiseKeepsTheLaw,
  resultTypeFitsName,
  visitsAreExplained,
  noVisitHasAnotherWay,
  chargesAreStated,
  phonesAreTwo,
  governmentMaterialsNameTheirIssuer,
  overlayTranslatesWhatIsThere,
  pendingMeansEmpty,
];
