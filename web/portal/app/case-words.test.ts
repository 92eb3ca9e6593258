import type { CaseRow } from '@tongban/server/contract/cases';
import { describe, expect, test } from 'vitest';
import { chipOf, nextStepOf, pathOf } from './case-words.ts';

const clock = {
  dueOn: '2026-11-27',
  length: 5,
  unit: 'wd',
  used: 0,
  pausedDays: 0,
  provisional: false,
  calendarVersion: 1,
  explanation: [],
};

function aCase(state: CaseRow['state'], left: { remaining: number; overdueBy?: number }, length = 5) {
  const promised = { ...clock, length, overdueBy: 0, ...left };
  const clocks = { receipt: null, promised, statutory: null, delivery: null, running: 'promised', immediate: false };
  return { state, closeResult: null, clocks } as unknown as CaseRow;
}

describe('the deadline chip', () => {
  test.each([
    [{ remaining: 5 }, 5, 'running'],
    [{ remaining: 2 }, 5, 'running'],
    [{ remaining: 1 }, 5, 'soon'],
    [{ remaining: 4 }, 20, 'soon'],
    [{ remaining: 5 }, 20, 'running'],
    [{ remaining: 0 }, 5, 'today'],
    [{ remaining: 0, overdueBy: 2 }, 5, 'overdue'],
  ] as const)('with %o left of %i days is %s', (left, length, state) => {
    expect(chipOf(aCase('UNDER_REVIEW', left, length))?.state).toBe(state);
  });

  test('is absent while no clock runs', () => {
    const closed = aCase('CLOSED', { remaining: 1 });

    expect(chipOf({ ...closed, clocks: { ...closed.clocks, running: null } })).toBeUndefined();
  });
});

test('the next step names the day by which something happens, in the reader’s language', () => {
  const accepted = aCase('ACCEPTED', { remaining: 3 });

  expect(nextStepOf(accepted, 'zh')).toBe('11月27日前作出决定');
  expect(nextStepOf(accepted, 'en')).toBe('Decision by 27 Nov');
});

test('a draft goes on at its form, anything else at its file', () => {
  expect(pathOf({ id: 'x', state: 'DRAFT' })).toBe('/my/cases/x/form');
  expect(pathOf({ id: 'x', state: 'CLOSED' })).toBe('/my/cases/x');
});
