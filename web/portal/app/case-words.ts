import type { DeadlineView } from '@tongban/server/contract/calendar';
import type { CaseRow, Clocks, MyCaseView } from '@tongban/server/contract/cases';
import type { CaseRow as ShelfRow } from '@tongban/ui/CaseList.tsx';
import { type Language, sayDay } from '@tongban/ui/dates.ts';
import type { Deadline } from '@tongban/ui/deadline.ts';
import type { CaseStatus } from '@tongban/ui/status.ts';

type Case = Pick<CaseRow, 'state' | 'closeResult' | 'clocks'>;

export const statusOf = ({ state, closeResult }: Case): CaseStatus => ({
  state,
  closeResult: (closeResult ?? undefined) as CaseStatus['closeResult'],
});

/** The clock that runs now, if any. */
export const runningClock = ({ running, ...clocks }: Clocks): DeadlineView | null => (running ? clocks[running] : null);

/** The chip of a case as its applicant sees it (ux 0.4). */
export function chipOf({ state, clocks }: Case): Deadline | undefined {
  const clock = runningClock(clocks);
  if (!clock || state === 'DRAFT') return undefined;
  const { remaining, overdueBy, unit, dueOn, provisional } = clock;
  return {
    state: clocks.pace,
    remaining,
    overdueBy,
    unit,
    dueOn,
    provisional,
    owedBy: 'agency',
  };
}

type NextSteps = Record<CaseRow['state'], (day: string) => string>;

const nextSteps: Record<Language, NextSteps> = {
  zh: {
    DRAFT: () => '接着填写，填好后提交',
    SUBMITTED: (day) => `${day}前告诉您是否受理`,
    RECEIVED: (day) => `${day}前告诉您是否受理`,
    ACCEPTED: (day) => `${day}前作出决定`,
    UNDER_REVIEW: (day) => `${day}前作出决定`,
    PENDING_DECISION: (day) => `${day}前作出决定`,
    GRANTED: (day) => `${day}前把结果送到`,
    REFUSED: (day) => `${day}前把决定送到`,
    DELIVERING: () => '请查看结果，并确认收到',
    CLOSED: () => '',
  },
  en: {
    DRAFT: () => 'Go on filling in, then submit',
    SUBMITTED: (day) => `We tell you by ${day} whether it is accepted`,
    RECEIVED: (day) => `We tell you by ${day} whether it is accepted`,
    ACCEPTED: (day) => `Decision by ${day}`,
    UNDER_REVIEW: (day) => `Decision by ${day}`,
    PENDING_DECISION: (day) => `Decision by ${day}`,
    GRANTED: (day) => `The result reaches you by ${day}`,
    REFUSED: (day) => `The decision reaches you by ${day}`,
    DELIVERING: () => 'Please read the result and confirm that you have it',
    CLOSED: () => '',
  },
};

/** A day that has passed is no promise any more; who may be asked is. */
const lateSteps: Record<Language, string> = {
  zh: '已过答复的日子，可以打电话催办，或者拨打 12345 投诉',
  en: 'The day has passed; you may call the department, or complain at 12345',
};

/** What happens next, or what the applicant should do, in one sentence. */
export function nextStepOf({ state, clocks }: Case, language: Language): string {
  const clock = runningClock(clocks);
  if (clock && clock.overdueBy > 0 && state !== 'DELIVERING') return lateSteps[language];
  const day = clock ? sayDay(clock.dueOn, language) : '';
  return clock || ['DRAFT', 'DELIVERING', 'CLOSED'].includes(state) ? nextSteps[language][state](day) : '';
}

/** Where one goes on with a case: a draft to its steps, anything else to its file. */
export const pathOf = ({ id, state }: Pick<MyCaseView, 'id' | 'state'>): string =>
  state === 'DRAFT' ? `/my/cases/${id}/form` : `/my/cases/${id}`;

export function shelfRowOf(row: CaseRow, language: Language, at: (path: string) => string): ShelfRow {
  const deadline = chipOf(row);
  const nextStep = nextStepOf(row, language);
  return {
    title: row.item.name,
    href: at(pathOf(row)),
    status: statusOf(row),
    ...(row.number && { caseNo: row.number }),
    ...(deadline && { deadline }),
    ...(nextStep && { nextStep }),
  };
}
