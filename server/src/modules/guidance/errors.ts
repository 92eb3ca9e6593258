import { Problem } from '../../kernel/problem.ts';

export const guidanceErrors = {
  synonymNotFound: () =>
    new Problem(404, 'guidance/synonym-not-found', { zh: '同义词表中没有这个词', en: 'No such word in the table' }),
  synonymWithoutLetters: () =>
    new Problem(
      422,
      'guidance/synonym-without-letters',
      { zh: '词中应有汉字、字母或数字', en: 'A word needs characters, letters or digits' },
      { errors: [{ pointer: '/word', detail: '应有汉字、字母或数字' }] },
    ),
};
