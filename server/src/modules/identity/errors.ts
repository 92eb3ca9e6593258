import { Problem } from '../../kernel/problem.ts';

const field = (pointer: string, detail: string) => ({ errors: [{ pointer, detail }] });
const minutes = (seconds: number): number => Math.max(1, Math.ceil(seconds / 60));

/** How somebody is recognised. None of these says whether a number or a name has an account. */
export const signInErrors = {
  codeWrong: () =>
    new Problem(
      422,
      'identity/code-wrong',
      {
        zh: '验证码不正确或已失效，请核对短信；五分钟后或输错五次后需重新获取',
        en: 'The code is wrong or no longer valid; check the message or ask for a new code',
      },
      field('/code', '不正确或已失效，请核对短信，或重新获取'),
    ),
  passwordWrong: () =>
    new Problem(
      422,
      'identity/password-wrong',
      {
        zh: '手机号或密码不正确，请核对；忘记密码可改用短信验证码登录',
        en: 'The mobile number or the password is wrong; if you forgot it, sign in with a code',
      },
      field('/password', '与手机号不符，请核对，或改用短信验证码登录'),
    ),
  staffNotRecognised: () =>
    new Problem(
      422,
      'identity/staff-not-recognised',
      {
        zh: '登录名、密码或动态码不正确，请核对；连续五次错误将锁定十五分钟',
        en: 'Login name, password or one-time code is wrong; five failures lock the account for fifteen minutes',
      },
      field('/password', '登录名、密码或动态码不正确，请核对'),
    ),
  currentPasswordWrong: () =>
    new Problem(
      422,
      'identity/current-password-wrong',
      { zh: '现在的密码不正确，请核对', en: 'The current password is wrong' },
      field('/current', '不正确，请核对'),
    ),
  locked: (retryAfterSeconds: number) =>
    new Problem(
      429,
      'identity/locked',
      {
        zh: `错误次数过多，请 ${minutes(retryAfterSeconds)} 分钟后再试`,
        en: `Too many failures; try again in ${minutes(retryAfterSeconds)} minutes`,
      },
      { retryAfterSeconds },
    ),
  codeTooSoon: (retryAfterSeconds: number) =>
    new Problem(
      429,
      'identity/code-too-soon',
      {
        zh: `获取验证码过于频繁，请 ${retryAfterSeconds} 秒后再试`,
        en: `A code was asked for too often; try again in ${retryAfterSeconds} seconds`,
      },
      { retryAfterSeconds },
    ),
  sessionEnded: () =>
    new Problem(401, 'identity/session-ended', {
      zh: '登录已超时或已退出，请重新登录；已保存的内容不会丢失',
      en: 'Your session has ended; please sign in again, what you saved is kept',
    }),
  signedInElsewhere: () =>
    new Problem(401, 'identity/signed-in-elsewhere', {
      zh: '您的账号已在另一台设备上登录，本机已退出；如非本人操作，请立即修改密码并告知安全管理员',
      en: 'Your account has signed in on another device, so this one was signed out; if it was not you, change the password at once',
    }),
  suspended: () =>
    new Problem(403, 'identity/account-suspended', {
      zh: '账号已停用，请联系本单位的安全管理员',
      en: 'This account is suspended; ask your security administrator',
    }),
  mandateEnded: () =>
    new Problem(403, 'identity/mandate-ended', {
      zh: '您代办所依据的授权已结束，请重新选择以谁的身份办理',
      en: 'The mandate you were acting under has ended; choose again for whom you act',
    }),
  proofRequired: () =>
    new Problem(403, 'identity/proof-required', {
      zh: '为了您的账号安全，请先用短信验证码确认是本人操作',
      en: 'Please confirm with a code sent to your phone that it is you',
    }),
};

/** What an account, a firm or a mandate may not become. */
export const identityErrors = {
  notFound: () =>
    new Problem(404, 'identity/not-found', {
      zh: '没有找到，请核对后重试',
      en: 'Not found; please check and try again',
    }),
  mobileTaken: () =>
    new Problem(
      409,
      'identity/mobile-taken',
      {
        zh: '该手机号已注册其他账号，请用它登录，或换一个手机号',
        en: 'This mobile number belongs to another account; sign in with it or use another',
      },
      field('/mobile', '已注册其他账号，请换一个，或用它登录'),
    ),
  idNumberTaken: () =>
    new Problem(
      409,
      'identity/id-number-taken',
      {
        zh: '该证件号码已在另一个账号完成实名认证，请用那个账号登录；如手机号已停用，请到窗口办理',
        en: 'This ID number is verified for another account; sign in there, or come to a window if its number is gone',
      },
      field('/idNumber', '已在另一个账号完成实名认证'),
    ),
  namedAlready: () =>
    new Problem(409, 'identity/named-already', {
      zh: '您已完成实名认证，无需重复办理；信息有误请到窗口更正',
      en: 'Your identity is verified already; mistakes are corrected at a window',
    }),
  realNameMismatch: () =>
    new Problem(
      422,
      'identity/real-name-mismatch',
      {
        zh: '姓名与证件号码核验不一致，请对照证件逐字核对；确认无误仍不能通过的，请带证件到窗口办理',
        en: 'Name and ID number do not belong together; check both, or bring your ID to a window',
      },
      field('/idNumber', '与姓名不一致，请对照证件核对'),
    ),
  realNameUnavailable: () =>
    new Problem(503, 'identity/real-name-unavailable', {
      zh: '实名核验服务暂时没有回应，您填写的内容没有提交，请稍后重试，或带证件到窗口办理',
      en: 'The verification service does not answer; try again later or bring your ID to a window',
    }),
  realNameRequired: () =>
    new Problem(403, 'identity/real-name-required', {
      zh: '请先完成实名认证，再办理授权',
      en: 'Verify your identity first',
    }),
  firmMismatch: () =>
    new Problem(
      422,
      'identity/firm-mismatch',
      {
        zh: '统一社会信用代码、名称与您本人不一致：只有登记的法定代表人可以注册，请核对营业执照；经办人请由法定代表人授权',
        en: 'Code, name and you do not belong together: only the registered legal representative may register the firm',
      },
      field('/uscc', '与名称或法定代表人不一致，请核对营业执照'),
    ),
  firmTaken: () =>
    new Problem(
      409,
      'identity/firm-taken',
      {
        zh: '该单位已注册，请由其法定代表人登录后授权',
        en: 'This firm is registered; its legal representative can grant you a mandate',
      },
      field('/uscc', '已注册'),
    ),
  notPrincipal: () =>
    new Problem(403, 'identity/not-principal', {
      zh: '只有本人或单位的法定代表人可以授权和撤销授权',
      en: 'Only the principal or the legal representative of the firm grants and revokes mandates',
    }),
  agentUnknown: () =>
    new Problem(
      422,
      'identity/agent-unknown',
      {
        zh: '没有找到姓名和证件号码一致的实名账号，请核对，或请对方先注册并完成实名认证',
        en: 'Nobody is verified under this name and ID number; check both, or ask them to register first',
      },
      field('/agentIdNumber', '没有与姓名一致的实名账号，请核对'),
    ),
  agentIsPrincipal: () =>
    new Problem(
      422,
      'identity/agent-is-principal',
      { zh: '不能授权给本人，请填写另一个人', en: 'Nobody can grant themselves a mandate' },
      field('/agentIdNumber', '是您本人的证件号码，请填写另一个人'),
    ),
  termWrong: (detail: string) =>
    new Problem(
      422,
      'identity/term-wrong',
      { zh: '授权期限有误，请修改', en: 'The term of the mandate is not right' },
      field('/validTo', detail),
    ),
  mandateOver: () =>
    new Problem(409, 'identity/mandate-over', { zh: '该授权已经结束，无需撤销', en: 'This mandate has ended already' }),
  statutory: () =>
    new Problem(409, 'identity/statutory', {
      zh: '法定代表人的身份来自登记，不能在此撤销；变更后请到登记机关办理',
      en: 'The legal representative is such by registration; that is changed at the registrar',
    }),
  purposeRequired: () =>
    new Problem(
      422,
      'identity/purpose-required',
      { zh: '查看个人信息须写明用途', en: 'State why you look at personal data' },
      field('/purpose', '请写明用途，将记入日志并向本人公开'),
    ),
};
