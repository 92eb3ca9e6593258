import type { MyCaseView } from '@tongban/server/contract/cases';
import { layOut } from '@tongban/ui/form-renderer/layout.ts';
import { guidePath } from '../../situation-query.ts';

export interface Step {
  title: string;
  path: string;
}

/** The steps of an application: the pages of its form that apply in this situation, the materials, the check. */
export function stepsOf(view: MyCaseView, titles: { materials: string; check: string }): Step[] {
  const { id, form, answers, situation } = view;
  const pages = form?.pages.filter((page) => form && layOut(form, page.key, situation, answers).length > 0) ?? [];
  return [
    ...pages.map((page) => ({ title: page.title, path: `/my/cases/${id}/form/${page.key}` })),
    { title: titles.materials, path: `/my/cases/${id}/materials` },
    { title: titles.check, path: `/my/cases/${id}/check` },
  ];
}

/** Where a step stands among the others; unknown paths stand before the first. */
export function placeOf(steps: readonly Step[], path: string) {
  const at = steps.findIndex((step) => step.path === path);
  return { number: at + 1, of: steps.length, before: steps[at - 1], after: steps[at + 1] };
}

/** The step on which a thing that is missing is put right: `/form/…`, `/materials/…` or a question of the guide. */
export function stepOfMissing(view: MyCaseView, pointer: string): string {
  const { id, form, item, regionCode, situation, answers } = view;
  const field = pointer.startsWith('/form/') ? pointer.slice('/form'.length) : undefined;
  if (field !== undefined && form) {
    const page = form.pages.find((candidate) =>
      layOut(form, candidate.key, situation, answers).some(({ section, rows }) =>
        section.repeat
          ? field.startsWith(section.repeat.pointer)
          : rows.some((row) => row.fields.some((f) => f.pointer === field)),
      ),
    );
    return `/my/cases/${id}/form/${page?.key ?? form.pages[0]?.key}#${encodeURI(field)}`;
  }
  if (pointer.startsWith('/materials/'))
    return `/my/cases/${id}/materials#${encodeURI(pointer.slice('/materials/'.length))}`;
  return `${guidePath(item.key, regionCode, situation)}#questions`;
}

/** The answers that tell cases apart at a glance: the situation, in the words of its questions. */
export const briefOf = ({ questions, situation }: MyCaseView): { label: string; value: string }[] =>
  questions.flatMap(({ key, text, options }) => {
    const answer = options.find((option) => option.value === situation[key]);
    return answer ? [{ label: text, value: answer.label }] : [];
  });
