import { pinyin } from 'pinyin-pro';

/** What remains of a text for searching: Chinese characters, letters and digits, half-width and lower-case; the rest separates. */
export const runsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? [];

export const lettersOf = (text: string): string => runsOf(text).join('');

/** Single and double characters of Chinese, whole words of anything else, each once. */
export function gramsOf(text: string): string[] {
  const grams = runsOf(text).flatMap((run) => {
    if (/^[a-z0-9]/.test(run)) return [run];
    const characters = [...run];
    return characters.flatMap((character, at) => {
      const next = characters[at + 1];
      return next === undefined ? [character] : [character, character + next];
    });
  });
  return [...new Set(grams)];
}

export const isSingle = (gram: string): boolean => [...gram].length === 1;

/** How people wrap what they are looking for; longest first, so that 怎么办理 goes before 怎么. */
const wrapping = [
  '怎么办理',
  ...['怎么办', '要什么', '有哪些', '是什么', '办手续'],
  ...[
    '咨询',
    '请问',
    '关于',
    '有关',
    '相关',
    '怎么',
    '如何',
    '怎样',
    '需要',
    '什么',
    '哪些',
    '哪里',
    '材料',
    '问题',
    '政策',
    '手续',
    '流程',
  ],
  ...['事宜', '情况', '我想', '想要', '可以', '能否', '是否', '办理', '办事', '业务', '申请', '申办', '弄个'],
  ...['请', '吗', '的', '了', '呢', '搞', '弄'],
];

/** The words that say what it is about; all of them when nothing else is left. */
export function coreOf(text: string): string {
  const whole = runsOf(text).join(' ');
  const core = wrapping.reduce((rest, word) => rest.replaceAll(word, ' '), whole);
  return lettersOf(core).length >= 2 ? core.trim() : whole;
}

/** A phrase as it is typed in pinyin: by first letters (spjyxk) and in full (shipinjingyingxuke). */
export function spell(text: string): { initials: string; pinyin: string } {
  const syllables = runsOf(text).flatMap((run) =>
    /^[a-z0-9]/.test(run) ? [run] : pinyin(run, { toneType: 'none', type: 'array', v: true }),
  );
  return {
    initials: syllables.map((s) => (/^[0-9]/.test(s) ? s : s.slice(0, 1))).join(''),
    pinyin: syllables.join(''),
  };
}

/** Text without a Chinese character is taken as pinyin. */
export const isSpelt = (text: string): boolean => /^[a-z0-9]{2,}$/.test(lettersOf(text));
