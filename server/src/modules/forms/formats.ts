import type { NumberGround } from '../identity/public.ts';
import { citizenIdFault, isCivilDate, usccFault } from '../identity/public.ts';
import type { FieldFormat } from './contract.ts';

interface Format {
  /** What people type, made into what is stored (ux R9); applying it twice changes nothing more. */
  normalise: (typed: string) => string;
  /** What is wrong with a normalised value and how to mend it, to be read after the field's label; undefined when it is right. */
  fault: (value: string, ground: NumberGround) => string | undefined;
}

/** Full-width letters, digits and signs as an input method leaves them, made half-width; Chinese text is left alone. */
const narrow = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2000-\u200b\u3000\ufeff]/g, ' ')
    .trim();

const dashes = /[-\u2010-\u2015\u2212\uff0d\u30fc]/g;

/** For numbers and codes: spaces and dashes are only how people group them. */
const compact = (text: string): string => narrow(text).replace(/\s/g, '').replace(dashes, '');

const citizenIdSentences = {
  length: (value: string) => `应为 18 位，现在是 ${value.length} 位，请核对`,
  characters: () => '前 17 位应为数字，最后一位为数字或 X，请核对',
  province: () => '前两位不是省级代码，请核对第 1–2 位',
  'birth-date': () => '第 7–14 位应为出生年月日，请核对',
  'born-in-future': () => '中的出生日期晚于今天，请核对第 7–14 位',
  'check-digit': () => '最后一位与前 17 位对不上，可能有一位输错，请逐位核对',
};

const usccSentences = {
  length: (value: string) => `应为 18 位，现在是 ${value.length} 位，请核对`,
  characters: () => '只含数字和大写字母，且不使用 I、O、S、V、Z，请核对',
  region: () => '第 3–8 位不是现行的行政区划，请核对',
  'organisation-code': () => '第 9–17 位（组织机构代码）对不上，请逐位核对',
  'check-digit': () => '最后一位与前 17 位对不上，可能有一位输错，请逐位核对',
};

const matches = (pattern: RegExp, sentence: string) => (value: string) => (pattern.test(value) ? undefined : sentence);

export const formats: Record<FieldFormat, Format> = {
  'citizen-id': {
    normalise: (typed) => compact(typed).toUpperCase(),
    fault: (value, ground) => {
      const fault = citizenIdFault(value, ground);
      return fault && citizenIdSentences[fault](value);
    },
  },
  uscc: {
    normalise: (typed) => compact(typed).toUpperCase(),
    fault: (value, ground) => {
      const fault = usccFault(value, ground);
      return fault && usccSentences[fault](value);
    },
  },
  mobile: {
    normalise: (typed) => compact(typed).replace(/^(?:\+|00)?86(?=1\d{10}$)/, ''),
    fault: matches(/^1\d{10}$/, '应为 11 位数字，以 1 开头，请核对'),
  },
  phone: {
    normalise: (typed) =>
      narrow(typed)
        .replace(/\s/g, '')
        .replace(dashes, '-')
        .replace(/^\((0\d{2,3})\)-?/, '$1-'),
    fault: matches(
      /^(?:1\d{10}|(?:0\d{2,3}-?)?\d{7,8}(?:-\d{1,6})?|(?:0\d{2,3}-?)?[19]\d{4,5}|[48]00-?\d{3}-?\d{4})$/,
      '应为手机号码，或带区号的固定电话，如 0431-81234567，请核对',
    ),
  },
  date: {
    normalise: normaliseDate,
    fault: (value) => (isCivilDate(value) ? undefined : '应为实际存在的日期，如 2026-01-31'),
  },
  email: {
    normalise: (typed) => narrow(typed).replace(/[^@]+$/, (domain) => domain.toLowerCase()),
    fault: matches(/^[^\s@]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}$/, '应为电子邮箱地址，如 name@example.cn'),
  },
  postcode: { normalise: compact, fault: matches(/^\d{6}$/, '应为 6 位数字') },
  'person-name': {
    normalise: normaliseName,
    fault: matches(
      /^[\p{L}\p{M}\p{Co}·][\p{L}\p{M}\p{Co}·'’. -]{0,49}$/u,
      '应与证件上的姓名一致，最多 50 个字，不含数字和其他符号',
    ),
  },
  plain: { normalise: (typed) => typed.replace(/\r\n?/g, '\n').trim(), fault: () => undefined },
};

/** A number as people type it (full-width, with thousands separators), or undefined when it is none. */
export function numberFrom(typed: string): number | undefined {
  const text = narrow(typed).replace(/(?<=\d)[,\s](?=\d{3}(?:\D|$))/g, '');
  return /^[-+]?\d{1,15}(?:\.\d{1,10})?$/.test(text) ? Number(text) : undefined;
}

function normaliseDate(typed: string): string {
  const text = narrow(typed).replace(/\s/g, '');
  const [, year, month, day] =
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/.exec(text) ??
    /^(\d{4})[-\u2010-\u2015/.](\d{1,2})[-\u2010-\u2015/.](\d{1,2})$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}

/** One dot for the names of peoples who use it (·); no spaces inside a name written in Chinese characters. */
function normaliseName(typed: string): string {
  const text = narrow(typed)
    .replace(/\s*[•・‧･∙⋅]\s*/g, '·')
    .replace(/\s+/g, ' ');
  return /^[\p{Script=Han}\p{Co}· ]+$/u.test(text) ? text.replaceAll(' ', '') : text;
}
