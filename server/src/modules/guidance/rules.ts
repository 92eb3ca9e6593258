import { evaluate } from '../../kernel/condition.ts';
import type { ItemDefinition, SituationQuestion } from '../catalogue/contract.ts';
import { isFetched, situationOf, UNSURE } from '../catalogue/public.ts';
import type { Answers } from '../forms/contract.ts';
import {
  ANSWER_PREFIX,
  type AskedQuestion,
  type GivenAnswer,
  type ListedMaterial,
  type PersonalList,
} from './contract.ts';

export type SituationAnswers = Readonly<Record<string, string>>;

export const nextQuestion = (item: ItemDefinition, answers: SituationAnswers): SituationQuestion | undefined =>
  situationOf(item, answers).next;

/** The next question with its number, and of how many at most: the more is answered, the fewer remain. */
export function askedQuestion(item: ItemDefinition, answers: SituationAnswers): AskedQuestion | undefined {
  const { next, facts, unsure } = situationOf(item, answers);
  if (!next) return undefined;
  const { questions = [] } = item;
  const given = questions.filter(({ key }) => typeof facts.situation[key] === 'string' || unsure.includes(key));
  const open = questions.filter(
    ({ key, when }) => !given.some((q) => q.key === key) && (!when || evaluate(when, facts) !== false),
  );
  return { ...next, step: given.length + 1, of: given.length + open.length };
}

/**
 * One person's list: what to hand in, what need not be, what falls away, how long it takes, what it costs and where to go. What hangs on
 * an answer not known yet is `maybe`, never silently left out and never silently demanded. `form` holds the answers of the form, for
 * materials that depend on them.
 */
export function personalList(item: ItemDefinition, answers: SituationAnswers, form: Answers = {}): PersonalList {
  const { facts, unsure, stop } = situationOf(item, answers);
  const judged = item.materials.map((material) => ({
    material,
    applies: material.when === undefined || evaluate(material.when, { ...facts, form }),
  }));
  const materials = stop
    ? []
    : judged.flatMap(({ material, applies }) =>
        applies === false ? [] : [{ ...material, status: statusOf(material, applies) }],
      );
  return {
    situation: answersInWords(item, answers),
    ...(stop && {
      stop: { message: stop.message, ...(stop.insteadItem !== undefined && { insteadItem: stop.insteadItem }) },
    }),
    materials,
    notNeeded: stop
      ? []
      : judged.flatMap(({ material: { key, name }, applies }) => (applies === false ? [{ key, name }] : [])),
    ...(item.statutoryTimeLimit && { statutoryTimeLimit: item.statutoryTimeLimit }),
    ...(item.promisedTimeLimit && { promisedTimeLimit: item.promisedTimeLimit }),
    ...(item.fees && { charged: item.fees.charged }),
    fees: item.fees?.items ?? [],
    places: item.places,
    unsure: unsure.length > 0,
  };
}

function statusOf(material: ItemDefinition['materials'][number], applies: true | undefined): ListedMaterial['status'] {
  if (applies === undefined) return 'maybe';
  if (material.necessity === 'OPTIONAL') return 'optional';
  if (isFetched(material)) return 'exempt';
  return material.necessity === 'DEFERRABLE' || material.exemptions?.includes('DEFERRAL') ? 'deferrable' : 'needed';
}

/** The answers that count, as one reads them. */
function answersInWords(item: ItemDefinition, answers: SituationAnswers): GivenAnswer[] {
  const { facts, unsure } = situationOf(item, answers);
  return (item.questions ?? []).flatMap(({ key, text, options }): GivenAnswer[] => {
    if (unsure.includes(key)) return [{ question: key, text, answer: UNSURE, label: '不清楚' }];
    const option = options.find(({ value }) => value === facts.situation[key]);
    return option ? [{ question: key, text, answer: option.value, label: option.label }] : [];
  });
}

/** The answers in an address, and what is wrong with those that count for nothing; an old or mistyped link still opens. */
export function answersFromQuery(
  item: ItemDefinition,
  query: Readonly<Record<string, unknown>>,
): { answers: SituationAnswers; ignored: { question: string; detail: string }[] } {
  const answers: Record<string, string> = {};
  const ignored: { question: string; detail: string }[] = [];
  for (const [name, answer] of Object.entries(query)) {
    if (!name.startsWith(ANSWER_PREFIX)) continue;
    const key = name.slice(ANSWER_PREFIX.length);
    const question = item.questions?.find((one) => one.key === key);
    const offered = answer === UNSURE || question?.options.some(({ value }) => value === answer);
    if (question && offered && typeof answer === 'string') answers[key] = answer;
    else
      ignored.push({
        question: key.slice(0, 80),
        detail: question ? `“${question.text}”没有这个选项，请重新选择` : '这个事项没有这个问题，已忽略',
      });
  }
  for (const question of contradictions(item, answers))
    ignored.push({ question: question.key, detail: `按其他回答，“${question.text}”不再适用，已忽略` });
  return { answers, ignored };
}

/** Questions that were answered although the other answers rule them out: changing one of those, or dropping this, resolves it. */
export function contradictions(item: ItemDefinition, answers: SituationAnswers): SituationQuestion[] {
  const { idle } = situationOf(item, answers);
  return (item.questions ?? []).filter(({ key }) => idle.includes(key));
}
