import { Problem } from '../../kernel/problem.ts';
import type { FieldError } from '../forms/contract.ts';
import type { CaseAction, CaseState } from './machine.ts';

export const caseErrors = {
  notFound: () => new Problem(404, 'cases/not-found', { zh: '没有找到这个办件', en: 'No such case' }),
  stale: (version: number) =>
    new Problem(
      412,
      'cases/stale',
      {
        zh: '办件已在别处更新，请刷新后重试；您刚填写的内容仍在页面上',
        en: 'The case has changed elsewhere; please refresh',
      },
      { version },
    ),
  notAllowed: (action: CaseAction, state: CaseState, allowed: readonly CaseAction[]) =>
    new Problem(
      409,
      'cases/not-allowed',
      { zh: '当前状态下不能进行这项操作', en: 'This step is not possible in the present state' },
      { action, state, allowed },
    ),
  notADraft: (state: CaseState) =>
    new Problem(
      409,
      'cases/not-a-draft',
      { zh: '申请已经提交，不能再修改', en: 'It has been submitted and can no longer be changed' },
      { state },
    ),
  incomplete: (errors: FieldError[]) =>
    new Problem(
      422,
      'cases/incomplete',
      { zh: `还有 ${errors.length} 处需要填写或修改`, en: `${errors.length} thing(s) still to be completed` },
      { errors },
    ),
  answersRefused: (errors: FieldError[]) =>
    new Problem(
      400,
      'cases/answers-refused',
      { zh: '有的内容不属于这张表单', en: 'Some fields do not belong to this form' },
      { errors },
    ),
  noForm: () =>
    new Problem(409, 'cases/no-form', {
      zh: '此事项暂不支持在线申请，请按办事指南到窗口办理',
      en: 'This item cannot be applied for online yet',
    }),
  itemChanged: () =>
    new Problem(409, 'cases/item-changed', {
      zh: '办事指南已更新，请按新的要求核对后再提交',
      en: 'The guide has changed; please check again before submitting',
    }),
  unsuitable: (reason: string) =>
    new Problem(422, 'cases/unsuitable', { zh: reason, en: 'Your answers show that this item is not the right one' }),
  realNameNeeded: (level: string) =>
    new Problem(
      403,
      'cases/real-name-needed',
      { zh: '办理此事项需要先完成实名认证', en: 'Your identity must be verified first' },
      { level },
    ),
  outsideMandate: () =>
    new Problem(403, 'cases/outside-mandate', {
      zh: '您的授权不包括此事项，请向委托人申请授权',
      en: 'Your mandate does not cover this item',
    }),
  noteNeeded: () =>
    new Problem(
      422,
      'cases/note-needed',
      { zh: '请写明意见或理由', en: 'Please give an opinion or reason' },
      { errors: [{ pointer: '/note', detail: '请写明意见或理由' }] },
    ),
  basisNeeded: () =>
    new Problem(
      422,
      'cases/basis-needed',
      { zh: '不予许可须写明法律依据（行政许可法第三十八条）', en: 'A refusal must cite its legal basis' },
      { errors: [{ pointer: '/basis', detail: '请至少选择一条法律依据' }] },
    ),
  pointsOpen: (errors: FieldError[]) =>
    new Problem(
      422,
      'cases/points-open',
      { zh: `还有 ${errors.length} 个审查要点没有通过`, en: `${errors.length} review point(s) not passed` },
      { errors },
    ),
  samePerson: () =>
    new Problem(403, 'cases/same-person', {
      zh: '审查人和决定人不能是同一人',
      en: 'Reviewer and decision maker must be two people',
    }),
  claimedByAnother: () =>
    new Problem(409, 'cases/claimed', {
      zh: '此办件已由其他审查人员领取',
      en: 'Another reviewer has claimed this case',
    }),
  noSuchSlot: () =>
    new Problem(404, 'cases/no-such-material', { zh: '此事项没有这项材料', en: 'This item has no such material' }),
  slotFull: (max: number) =>
    new Problem(409, 'cases/slot-full', {
      zh: `这项材料最多 ${max} 个文件，请先删除一个`,
      en: `At most ${max} files for this material`,
    }),
  noSuchPoint: () => new Problem(404, 'cases/no-such-point', { zh: '没有这个审查要点', en: 'No such review point' }),
  numbersUsedUp: () =>
    new Problem(503, 'cases/numbers-used-up', {
      zh: '今天的办件编号已用完，请明天再提交，草稿已保存',
      en: 'No case numbers left today',
    }),
};
