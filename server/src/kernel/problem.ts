/** A sentence in both interface languages; Chinese is the source. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** RFC 9457. Throwing a Problem is the only way business code says no: it also rolls the transaction back. */
export class Problem extends Error {
  readonly status: number;
  /** Stable key `<module>/<what>`, documented in the OpenAPI file. */
  readonly type: string;
  readonly words: Words;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(status: number, type: string, words: Words, extra: Record<string, unknown> = {}) {
    super(type);
    this.status = status;
    this.type = type;
    this.words = words;
    this.extra = extra;
  }
}

/** What goes over the wire as `application/problem+json`. */
export function presentProblem(problem: Problem, instance: string, language: keyof Words): Record<string, unknown> {
  return { type: problem.type, title: problem.words[language], status: problem.status, instance, ...problem.extra };
}

/** Problems that belong to no module: the request itself is at fault, or the house is. */
export const requestProblems = {
  invalid: (errors: { pointer: string; detail: string }[]) =>
    new Problem(
      400,
      'request/invalid',
      { zh: '提交的内容有误，请按提示修改', en: 'Some of what was sent is not right' },
      { errors },
    ),
  malformed: () =>
    new Problem(400, 'request/malformed', { zh: '请求的格式无法识别', en: 'The request cannot be read' }),
  unreadableText: (pointer: string) =>
    new Problem(
      400,
      'request/unreadable-text',
      {
        zh: '文字中含有无法保存的控制字符，请删除后重新输入',
        en: 'The text holds control characters that cannot be kept',
      },
      { errors: [{ pointer, detail: '含有无法保存的控制字符，请删除后重新输入' }] },
    ),
  signInRequired: () => new Problem(401, 'request/sign-in-required', { zh: '请先登录', en: 'Please sign in first' }),
  forbidden: () =>
    new Problem(403, 'request/forbidden', { zh: '您的岗位没有这项权限', en: 'Your post does not hold this right' }),
  foreignOrigin: () =>
    new Problem(403, 'request/foreign-origin', {
      zh: '请求不是从本网站发出的',
      en: 'The request does not come from this site',
    }),
  notFound: () => new Problem(404, 'request/not-found', { zh: '没有找到您要的内容', en: 'Not found' }),
  ifMatchRequired: () =>
    new Problem(428, 'request/if-match-required', { zh: '请求缺少版本号（If-Match）', en: 'If-Match is required' }),
  stale: (version: number) =>
    new Problem(
      412,
      'request/stale',
      { zh: '内容已被他人更新，请刷新后重试', en: 'It has changed since you read it' },
      { version },
    ),
  keyRequired: () =>
    new Problem(400, 'request/idempotency-key-required', {
      zh: '请求缺少幂等键（Idempotency-Key）',
      en: 'Idempotency-Key is required',
    }),
  keyReused: () =>
    new Problem(422, 'request/key-reused', {
      zh: '同一幂等键用于了不同的请求',
      en: 'The same idempotency key was used for another request',
    }),
  tooLarge: () => new Problem(413, 'request/too-large', { zh: '提交的内容过大', en: 'Too large' }),
  unsupportedMedia: () =>
    new Problem(415, 'request/unsupported-media', {
      zh: '不支持这种内容类型',
      en: 'This content type is not supported',
    }),
  tooMany: (retryAfterSeconds: number) =>
    new Problem(
      429,
      'request/too-many',
      { zh: '操作过于频繁，请稍后再试', en: 'Too many requests' },
      { retryAfterSeconds },
    ),
  unavailable: () =>
    new Problem(503, 'request/unavailable', {
      zh: '系统暂时无法完成这次操作，您填写的内容没有丢失，请稍后重试',
      en: 'This cannot be done right now; nothing you typed is lost',
    }),
  internal: () =>
    new Problem(500, 'request/internal', {
      zh: '系统出现故障，已记录',
      en: 'Something went wrong and has been recorded',
    }),
};
