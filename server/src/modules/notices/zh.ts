/** What people are told, by kind. A text message has at most 70 characters, a number to look up and the next step, never a link. */
export interface Words {
  readonly title: string;
  readonly body: string;
  /** Absent when a message in the portal is enough. */
  readonly sms?: string;
}

/** What a notice about a case needs to know. */
export interface CaseFacts {
  readonly number: string;
  readonly itemName: string;
}

const SIGNATURE = '【通办】';
const about = ({ number, itemName }: CaseFacts): string => `您申请的“${itemName}”（办件编号 ${number}）`;
const sms = ({ number }: CaseFacts, what: string): string => `${SIGNATURE}您的办件${number}${what}`;

export const notices = {
  caseSubmitted: (facts: CaseFacts): Words => ({
    title: `已提交：${facts.itemName}`,
    body: `${about(facts)}已提交。下一步：等待窗口收件，您无需操作。`,
    sms: sms(facts, '已提交。下一步：等待窗口收件。'),
  }),
  caseReceived: (facts: CaseFacts): Words => ({
    title: `已收件：${facts.itemName}`,
    body: `${about(facts)}已收件。下一步：工作人员核对材料，决定是否受理。`,
  }),
  caseAccepted: (facts: CaseFacts): Words => ({
    title: `已受理：${facts.itemName}`,
    body: `${about(facts)}已受理，开始计算办理期限。下一步：部门审查。剩余工作日可在“我的办件”中查看。`,
    sms: sms(facts, '已受理，开始计算期限。下一步：部门审查。'),
  }),
  caseGranted: (facts: CaseFacts): Words => ({
    title: `准予：${facts.itemName}`,
    body: `${about(facts)}已作出准予的决定。下一步：结果送达，请在“我的办件”中查看。`,
    sms: sms(facts, '已作出准予决定。下一步：结果送达，请到政务服务网“我的办件”查看。'),
  }),
  caseRefused: (facts: CaseFacts): Words => ({
    title: `不予批准：${facts.itemName}`,
    body: `${about(facts)}已作出不予批准的决定。下一步：请在“我的办件”中查看理由，以及申请行政复议、提起行政诉讼的途径。`,
    sms: sms(facts, '已作出不予批准决定。下一步：请到政务服务网“我的办件”查看理由和救济途径。'),
  }),
  caseDispatched: (facts: CaseFacts): Words => ({
    title: `结果已送达：${facts.itemName}`,
    body: `${about(facts)}的结果已送达，请在“我的办件”中查看。`,
  }),
} as const;
export type NoticeKind = keyof typeof notices;

const purposes = { 'sign-in': '登录', proof: '确认本人操作', 'new-mobile': '更换手机号' } as const;

/** Goes to a telephone and nowhere else. */
export const signInCode = (code: string, purpose: keyof typeof purposes): string =>
  `${SIGNATURE}验证码 ${code}，用于${purposes[purpose]}，5 分钟内有效。工作人员不会向您索要，请勿告诉他人。`;
