import { citizenIdFault, type NumberGround, usccFault } from './numbers.ts';

/** Full-width letters, digits and signs as an input method leaves them, made half-width; Chinese text is left alone. */
const narrow = (typed: string): string =>
  typed
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2000-\u200b\u3000\ufeff]/g, ' ')
    .trim();

/** Spaces and dashes are only how people group a number. */
const compact = (typed: string): string => narrow(typed).replace(/[\s\u2010-\u2015\u2212-]/g, '');

/** An ID number or a credit code: both end or are written in capital letters. */
export const readCode = (typed: string): string => compact(typed).toUpperCase();
export const readMobile = (typed: string): string => compact(typed).replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');

/** One dot for the names of peoples who use it (·); no spaces inside a name written in Chinese characters. */
export function readName(typed: string): string {
  const text = narrow(typed)
    .replace(/\s*[•・‧･∙⋅]\s*/g, '·')
    .replace(/\s+/g, ' ');
  return /^[\p{Script=Han}\p{Co}· ]+$/u.test(text) ? text.replaceAll(' ', '') : text;
}

/** What is wrong and how to mend it, or undefined. Numbers beginning 1000 ring nowhere and belong to the fictional city. */
export const mobileFault = (mobile: string, { demo }: { demo: boolean }): string | undefined =>
  (demo ? /^1(?:[3-9]\d{9}|000\d{7})$/ : /^1[3-9]\d{9}$/).test(mobile)
    ? undefined
    : '应为 11 位手机号码，以 1 开头，请核对';

export const nameFault = (name: string): string | undefined =>
  /^[\p{L}\p{M}\p{Co}·][\p{L}\p{M}\p{Co}·'’. -]{0,49}$/u.test(name)
    ? undefined
    : '应与证件上的姓名一致，最多 50 个字，不含数字和其他符号';

export function idNumberFault(id: string, ground: NumberGround): string | undefined {
  switch (citizenIdFault(id, ground)) {
    case undefined:
      return undefined;
    case 'length':
      return `应为 18 位，现在是 ${id.length} 位，请核对`;
    case 'characters':
      return '前 17 位应为数字，最后一位为数字或 X，请核对';
    case 'province':
      return '前两位不是省级代码，请核对第 1–2 位';
    case 'birth-date':
      return '第 7–14 位应为出生年月日，请核对';
    case 'born-in-future':
      return '出生日期晚于今天，请核对第 7–14 位';
    case 'check-digit':
      return '最后一位与前 17 位对不上，可能有一位输错，请逐位核对';
  }
}

export function usccSentence(code: string, ground: Pick<NumberGround, 'demo'>): string | undefined {
  switch (usccFault(code, ground)) {
    case undefined:
      return undefined;
    case 'length':
      return `应为 18 位，现在是 ${code.length} 位，请核对`;
    case 'characters':
      return '只含数字和大写字母，且不使用 I、O、S、V、Z，请核对';
    case 'region':
      return '第 3–8 位不是现行的行政区划，请核对';
    case 'organisation-code':
      return '第 9–17 位（组织机构代码）对不上，请逐位核对';
    case 'check-digit':
      return '最后一位与前 17 位对不上，可能有一位输错，请逐位核对';
  }
}
