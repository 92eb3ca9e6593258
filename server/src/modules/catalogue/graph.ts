import { type Condition, evaluate } from '../../kernel/condition.ts';
import type { FieldError } from '../forms/contract.ts';
import { conditionFaults, readableFields, sectionKeys } from '../forms/public.ts';
import type { ItemDefinition, SituationQuestion, SituationStop } from './contract.ts';

/** Answers of the questionnaire: question key → option value, or `unsure` (不清楚), which is an answer to every question. */
export type SituationAnswers = Readonly<Record<string, string>>;
export const UNSURE = 'unsure';

/** What a set of answers amounts to. */
export interface Situation {
  /** What is known, as conditions read it (`/situation/<key>`); null where a question does not apply. */
  facts: { situation: Record<string, string | null> };
  /** Questions answered with "不清楚". */
  unsure: string[];
  /** Answers to questions that the other answers have made pointless. */
  idle: string[];
  /** Set when the answers say that this item is not the right one. */
  stop?: SituationStop;
  /** The next question to ask; absent when all that matters is answered. */
  next?: SituationQuestion;
}

type Graph = Pick<ItemDefinition, 'questions' | 'stops'>;

/**
 * Walks the questions in their order. One is asked when its condition is known to hold; what hangs on a "不清楚" is not asked but
 * stays open. An answer counts only while its question still applies, so that changing an earlier one leaves nothing stale behind.
 */
export function situationOf({ questions = [], stops = [] }: Graph, answers: SituationAnswers): Situation {
  const facts: Situation['facts'] = { situation: {} };
  const unsure: string[] = [];
  const idle: string[] = [];
  let next: SituationQuestion | undefined;
  for (const question of questions) {
    const applies = question.when === undefined || evaluate(question.when, facts);
    const answer = answerTo(question, answers);
    if (applies === false) {
      facts.situation[question.key] = null;
      if (answer !== undefined) idle.push(question.key);
    } else if (answer === undefined) next ??= applies ? question : undefined;
    else if (answer === UNSURE) unsure.push(question.key);
    else facts.situation[question.key] = answer;
  }
  const stop = stops.find(({ when }) => evaluate(when, facts) === true);
  return { facts, unsure, idle, ...(stop ? { stop } : next && { next }) };
}

const answerTo = (question: SituationQuestion, answers: SituationAnswers): string | undefined => {
  const answer = Object.hasOwn(answers, question.key) ? answers[question.key] : undefined;
  return answer === UNSURE || question.options.some((option) => option.value === answer) ? answer : undefined;
};

export interface Path {
  answers: Record<string, string>;
  facts: Situation['facts'];
  stop?: SituationStop;
}

/** Every way through the questionnaire, each answer known: the guide map (审批导图) and what golden tests are made of. */
export function* pathsOf(graph: Graph, answers: Record<string, string> = {}): Generator<Path> {
  const { facts, stop, next } = situationOf(graph, answers);
  if (!next) yield { answers, facts, ...(stop && { stop }) };
  else for (const { value } of next.options) yield* pathsOf(graph, { ...answers, [next.key]: value });
}

/** More ways than anybody can check by hand; such an item wants to be several items. */
const MAX_PATHS = 5000;

/** What stands in the way of publication in questions, stops, materials and review points: references first, then reachability. */
export function checkGraph(item: ItemDefinition): FieldError[] {
  const faults = [...checkKeys(item), ...checkReferences(item)];
  return faults.length > 0 ? faults : checkReachable(item);
}

function checkKeys(item: ItemDefinition): FieldError[] {
  const faults: FieldError[] = [];
  const unique = (keys: readonly string[], pointerOf: (at: number) => string) => {
    for (const [at, key] of keys.entries())
      if (keys.indexOf(key) < at) faults.push({ pointer: pointerOf(at), detail: `“${key}”重复` });
  };
  unique(
    (item.questions ?? []).map(({ key }) => key),
    (at) => `/questions/${at}/key`,
  );
  unique(
    item.materials.map(({ key }) => key),
    (at) => `/materials/${at}/key`,
  );
  unique(
    (item.reviewPoints ?? []).map(({ key }) => key),
    (at) => `/reviewPoints/${at}/key`,
  );
  for (const [q, { options }] of (item.questions ?? []).entries()) {
    const values = options.map(({ value }) => value);
    unique(values, (at) => `/questions/${q}/options/${at}/value`);
    if (values.includes(UNSURE))
      faults.push({ pointer: `/questions/${q}/options`, detail: `“${UNSURE}”留给“不清楚”，每个问题自带，不用写` });
  }
  return faults;
}

function checkReferences(item: ItemDefinition): FieldError[] {
  const faults: FieldError[] = [];
  const judge = (
    when: Condition | undefined,
    pointer: string,
    readable: ReadonlyMap<string, readonly unknown[] | undefined>,
  ) => faults.push(...conditionFaults(when, pointer, readable));

  const asked = new Map<string, readonly unknown[] | undefined>();
  for (const [at, question] of (item.questions ?? []).entries()) {
    judge(question.when, `/questions/${at}/when`, asked);
    asked.set(
      `/situation/${question.key}`,
      question.options.map(({ value }) => value),
    );
  }
  for (const [at, stop] of (item.stops ?? []).entries()) judge(stop.when, `/stops/${at}/when`, asked);

  const known = new Map([...asked, ...(item.form ? readableFields(item.form) : [])]);
  for (const [at, material] of item.materials.entries()) judge(material.when, `/materials/${at}/when`, known);
  const sections = item.form ? sectionKeys(item.form) : [];
  for (const [at, { scope, when, autoRule }] of (item.reviewPoints ?? []).entries()) {
    const pointer = `/reviewPoints/${at}`;
    judge(when, `${pointer}/when`, known);
    judge(autoRule, `${pointer}/autoRule`, known);
    if ('material' in scope && !item.materials.some(({ key }) => key === scope.material))
      faults.push({ pointer: `${pointer}/scope/material`, detail: `材料清单中没有“${scope.material}”` });
    if ('section' in scope && !sections.includes(scope.section))
      faults.push({ pointer: `${pointer}/scope/section`, detail: `表单中没有“${scope.section}”这一节` });
  }
  return faults;
}

/** Every question is asked on some path, every stop and material is met on some path, and some path ends in a list. */
function checkReachable(item: ItemDefinition): FieldError[] {
  const { questions = [], stops = [], materials } = item;
  const asked = new Set<string>();
  const met = new Set<SituationStop>();
  const applicable = new Set<string>();
  let paths = 0;
  let lists = 0;
  for (const { answers, facts, stop } of pathsOf(item)) {
    if (++paths > MAX_PATHS)
      return [{ pointer: '/questions', detail: `问题组合超过 ${MAX_PATHS} 种，请减少问题或拆成几个事项` }];
    for (const key of Object.keys(answers)) asked.add(key);
    if (stop) met.add(stop);
    else {
      lists += 1;
      for (const { key, when } of materials) if (!when || evaluate(when, facts) !== false) applicable.add(key);
    }
  }
  const unmet = <T>(all: readonly T[], isMet: (one: T) => boolean, pointer: string, detail: string): FieldError[] =>
    all.flatMap((one, at) => (isMet(one) ? [] : [{ pointer: `${pointer}/${at}`, detail }]));
  return [
    ...unmet(questions, ({ key }) => asked.has(key), '/questions', '无论怎么回答都问不到这个问题'),
    ...unmet(stops, (stop) => met.has(stop), '/stops', '无论怎么回答都到不了这个出口'),
    ...unmet(materials, ({ key }) => applicable.has(key), '/materials', '无论怎么回答都用不到这份材料'),
    ...(lists === 0 ? [{ pointer: '/stops', detail: '无论怎么回答都办不了，没有一条路通向材料清单' }] : []),
  ];
}
