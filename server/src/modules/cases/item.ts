import type { Actor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { seal, unsealText } from '../../kernel/crypto.ts';
import type { Db } from '../../kernel/db.ts';
import { requestProblems } from '../../kernel/problem.ts';
import type { ItemDefinition } from '../catalogue/contract.ts';
import { getItemVersion, UNSURE } from '../catalogue/public.ts';
import type { Answers, FieldError, FormDefinition } from '../forms/contract.ts';
import { validateAnswers } from '../forms/public.ts';
import { nextQuestion, personalList } from '../guidance/public.ts';
import type { SituationAnswers } from './contract.ts';
import { generalForm } from './general-form.ts';
import type { CaseRecord, SubmissionRecord } from './store.ts';

const USE = 'case-answers';

export const sealAnswers = (ctx: Context, answers: Answers): Buffer => seal(ctx.keys, USE, JSON.stringify(answers));

/** A case with the item version it was filed under and its answers opened: what every verb and view begins with. */
export interface OpenCase {
  readonly row: CaseRecord;
  readonly item: ItemDefinition;
  /** The item's own form, or the general one with which the window files what has none. */
  readonly form: FormDefinition;
  readonly situation: SituationAnswers;
  readonly answers: Answers;
}

export async function openCase(ctx: Context, db: Db, row: CaseRecord): Promise<OpenCase> {
  const { definition } = await getItemVersion(db, row.item_version_id);
  return {
    row,
    item: definition,
    form: definition.form ?? generalForm,
    situation: row.situation as SituationAnswers,
    answers: JSON.parse(unsealText(ctx.keys, USE, row.answers)) as Answers,
  };
}

/** The item's materials as this case needs them, from its situation and its answers. */
export const neededMaterials = ({ item, situation, answers }: OpenCase) =>
  personalList(item, situation, answers).materials;

/** What still stands in the way of submitting, each at its field: `/situation/…`, `/form/…`, `/materials/…`. */
export function missingOf(
  ctx: Context,
  open: OpenCase,
  submissions: readonly SubmissionRecord[],
  today: string,
): FieldError[] {
  const { item, form, situation, answers } = open;
  const list = personalList(item, situation, answers);
  const question = nextQuestion(item, situation);
  const filled = new Set(submissions.map((submission) => submission.material_key));
  return [
    ...(list.stop ? [{ pointer: '/situation', detail: list.stop.message }] : []),
    ...(question ? [{ pointer: `/situation/${question.key}`, detail: `请回答：${question.text}` }] : []),
    ...validateAnswers(form, situation, answers, 'all', groundOf(ctx, today)).errors.map((error) => ({
      ...error,
      pointer: `/form${error.pointer}`,
    })),
    ...list.materials
      .filter((material) => material.status === 'needed' && !filled.has(material.key))
      .map((material) => ({ pointer: `/materials/${material.key}`, detail: `请提供“${material.name}”` })),
  ];
}

/** Answers to questions the item does not ask, or that it does not offer: refused, never kept. */
export function requireAskedFor(item: ItemDefinition, situation: SituationAnswers): void {
  const errors = Object.entries(situation).flatMap(([key, answer]) => {
    const question = item.questions?.find((asked) => asked.key === key);
    const offered = answer === UNSURE || question?.options.some(({ value }) => value === answer);
    return question && offered
      ? []
      : [{ pointer: `/situation/${key}`, detail: '此事项没有这个问题或这个选项，请重新选择' }];
  });
  if (errors.length > 0) throw requestProblems.invalid(errors);
}

export const groundOf = (ctx: Context, today: string) => ({ today, demo: ctx.config.mode !== 'production' });

/** For whom the actor applies: herself, or whom her mandate names. */
export function applicantOf(actor: Actor): { kind: 'person' | 'firm'; id: string; name: string } | undefined {
  if (actor.kind !== 'person') return undefined;
  return actor.actingFor ?? { kind: 'person', id: actor.id, name: actor.name };
}
