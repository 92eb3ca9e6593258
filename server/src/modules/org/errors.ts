import { Problem } from '../../kernel/problem.ts';

const field = (pointer: string, detail: string) => ({ errors: [{ pointer, detail }] });

export const orgErrors = {
  notFound: (what: string) =>
    new Problem(404, 'org/not-found', {
      zh: `没有找到这个${what}，请核对后重试`,
      en: 'There is no such entry; please check and try again',
    }),
  loginNameTaken: () =>
    new Problem(
      409,
      'org/login-name-taken',
      { zh: '这个登录名已有人使用，请换一个', en: 'This login name is taken; please choose another' },
      field('/loginName', '已有人使用，请换一个'),
    ),
  notYours: () =>
    new Problem(403, 'org/not-yours', {
      zh: '该人员或岗位不在您的管理范围内，请联系所辖区域的安全管理员',
      en: 'This lies outside the region you administer; ask the security administrator there',
    }),
  ownAccount: () =>
    new Problem(403, 'org/own-account', {
      zh: '不能变更自己的岗位或停用自己的账号，请由另一位安全管理员办理',
      en: 'Nobody changes the rights of their own account; ask another security administrator',
    }),
  rolesConflict: (held: string) =>
    new Problem(
      422,
      'org/roles-conflict',
      {
        zh: '系统、安全、审计三类管理员须由不同的人担任，且不得兼任业务岗位；请先结束原岗位，或另选人员',
        en: 'System, security and audit administrators are three persons without business roles; end the other post first or choose another person',
      },
      { held, ...field('/role', '与该人员现有岗位不能由同一人担任') },
    ),
  postHeld: () =>
    new Problem(409, 'org/post-held', {
      zh: '该人员已有同一岗位，无需重复授予',
      en: 'This person holds the same post already',
    }),
  daysReversed: () =>
    new Problem(
      422,
      'org/days-reversed',
      { zh: '岗位的结束日期早于开始日期，请修改', en: 'The last day of the post lies before its first' },
      field('/validTo', '不能早于开始日期'),
    ),
  suspended: () =>
    new Problem(409, 'org/suspended', {
      zh: '该账号已停用，如需使用请先恢复',
      en: 'This account is suspended already',
    }),
  notSuspended: () =>
    new Problem(409, 'org/not-suspended', { zh: '该账号没有停用，无需恢复', en: 'This account is not suspended' }),
};
