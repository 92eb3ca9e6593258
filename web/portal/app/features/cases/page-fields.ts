import type { MyCaseView } from '@tongban/server/contract/cases';
import type { FieldError } from '@tongban/server/contract/forms';
import { layOut, pointersOf } from '@tongban/ui/form-renderer/layout.ts';

const sectionsOn = ({ form, situation, answers }: MyCaseView, page: string) =>
  form ? layOut(form, page, situation, answers) : [];

const fieldsOn = (view: MyCaseView, page: string): Set<string> => new Set(pointersOf(sectionsOn(view, page)));

/** What is wrong on one page: at its fields, and at its repeated sections as such. */
export function errorsOn(view: MyCaseView, page: string, errors: readonly FieldError[]): FieldError[] {
  const fields = fieldsOn(view, page);
  const sections = sectionsOn(view, page).flatMap(({ section }) => section.repeat?.pointer ?? []);
  return errors.filter(({ pointer }) => fields.has(pointer) || sections.includes(pointer));
}

/** Rows of a repeated section ask the same questions. */
const questionOf = (pointer: string): string => pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');

/** Whether the page asks something after an answer that it did not ask before. */
export function asksMore(before: MyCaseView, after: MyCaseView, page: string): boolean {
  const known = new Set([...fieldsOn(before, page)].map(questionOf));
  return [...fieldsOn(after, page)].some((pointer) => !known.has(questionOf(pointer)));
}

export const fieldsChanged = (before: MyCaseView, after: MyCaseView, page: string): boolean =>
  asksMore(before, after, page) || asksMore(after, before, page);
