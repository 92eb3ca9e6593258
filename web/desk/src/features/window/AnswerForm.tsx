import { useMutation } from '@tanstack/react-query';
import { valueAt } from '@tongban/server/condition';
import type { CaseView } from '@tongban/server/contract/cases';
import type { Answers, FieldError, FormDefinition } from '@tongban/server/contract/forms';
import { localParts } from '@tongban/ui/dates.ts';
import { FormPageView } from '@tongban/ui/form-renderer/FormPageView.tsx';
import type { BlankRows } from '@tongban/ui/form-renderer/layout.ts';
import { rowButtons } from '@tongban/ui/form-renderer/rows.ts';
import { SavedLine } from '@tongban/ui/SavedLine.tsx';
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useKitWords } from '../../lib/language.ts';
import { saveDraft } from './api.ts';
import { readAnswers, withEveryGroup, withoutRow } from './read-answers.ts';
import type { Change } from './useDraft.ts';

const SAVE_AFTER_MS = 1500;
const RETRY_AFTER_MS = 5000;

/** The item's form, the same as the applicant's own, all pages under one another. It saves itself (ux R1). */
export function AnswerForm(props: {
  view: CaseView & { form: FormDefinition };
  change: Change;
  mistakes: readonly FieldError[];
  /** Filled in here: saves at once what is not saved yet. */
  flush: RefObject<() => Promise<unknown>>;
}) {
  const { view, change, mistakes, flush } = props;
  const { form, situation } = view;
  const kit = useKitWords();
  const element = useRef<HTMLFormElement>(null);
  const [answers, setAnswers] = useState<Answers>(view.answers);
  const [rows, setRows] = useState<Readonly<Record<string, number>>>({});
  const [drawing, setDrawing] = useState(0);
  const latest = useRef<{ answers: Answers; saved: boolean }>({ answers, saved: true });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const saving = useMutation({
    mutationFn: async () => {
      clearTimeout(timer.current);
      const sent = latest.current;
      sent.saved = true;
      return change((version) =>
        saveDraft(view.id, version, { answers: withEveryGroup(form, sent.answers) }).catch((error) => {
          sent.saved = false;
          throw error;
        }),
      );
    },
    onError: () => saveAfter(RETRY_AFTER_MS),
  });
  const saveAfter = (pause: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => saving.mutate(), pause);
  };
  const keep = (next: Answers) => {
    latest.current = { answers: next, saved: false };
    setAnswers(next);
    saveAfter(SAVE_AFTER_MS);
  };
  const saveNow = async () => {
    if (!latest.current.saved) await saving.mutateAsync();
  };
  flush.current = saveNow;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page is left
  useEffect(() => () => void flush.current().catch(() => {}), []);

  const blankRows: BlankRows = Object.fromEntries(
    repeatsOf(form).map(({ pointer, min }) => {
      const given = valueAt(answers, pointer);
      const shown = Math.max(Array.isArray(given) ? given.length : 0, min);
      return [pointer, Math.max(0, (rows[pointer] ?? 0) - shown)];
    }),
  );
  const read = () => {
    if (!element.current) return;
    keep(readAnswers(form, situation, answers, blankRows, new FormData(element.current)));
  };
  const countOf = (pointer: string) => {
    const given = valueAt(answers, pointer);
    const min = repeatsOf(form).find((repeat) => repeat.pointer === pointer)?.min ?? 0;
    return Math.max(Array.isArray(given) ? given.length : 0, min, rows[pointer] ?? 0);
  };
  const press = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (!(submitter instanceof HTMLButtonElement)) return;
    if (submitter.name === rowButtons.add) setRows({ ...rows, [submitter.value]: countOf(submitter.value) + 1 });
    if (submitter.name === rowButtons.remove) {
      const pointer = submitter.value.replace(/\/\d+$/, '');
      setRows({ ...rows, [pointer]: countOf(pointer) - 1 });
      keep(withoutRow(answers, submitter.value));
      setDrawing(drawing + 1);
    }
  };
  return (
    <form ref={element} key={drawing} className="answer-form" noValidate onInput={read} onSubmit={press}>
      {form.pages.map((page) => (
        <FormPageView
          key={page.key}
          form={form}
          page={page.key}
          answers={answers}
          situation={situation}
          mistakes={mistakes}
          blankRows={blankRows}
          level={3}
          words={kit}
        />
      ))}
      <SavedLine
        {...(saving.data?.savedAt && { at: localParts(saving.data.savedAt).time })}
        failed={saving.isError}
        words={kit}
      />
    </form>
  );
}

const repeatsOf = ({ pages }: FormDefinition) =>
  pages.flatMap(({ sections }) => sections.flatMap(({ repeat }) => (repeat ? [repeat] : [])));
