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

function aCase(state: CaseRow['state'], remaining: number, pace: CaseRow['clocks']['pace'] = 'running') {
  const promised = { ...clock, overdueBy: 0, remaining };
  const clocks = { receipt: null, promised, statutory: null, delivery: null, running: 'promised', pace };
  return { state, closeResult: null, clocks } as unknown as CaseRow;
}

describe('the deadline chip', () => {
  test('keeps the pace that the server told, and what is left', () => {
    for (const pace of ['running', 'soon', 'today', 'overdue', 'immediate'] as const)
      expect(chipOf(aCase('UNDER_REVIEW', 3, pace))).toMatchObject({ state: pace, remaining: 3, owedBy: 'agency' });
  });

  test('is absent while no clock runs', () => {
    const closed = aCase('CLOSED', 1);

    expect(chipOf({ ...closed, clocks: { ...closed.clocks, running: null } })).toBeUndefined();
  });
});

test('the next step names the day by which something happens, in the reader’s language', () => {
  const accepted = aCase('ACCEPTED', 3);

  expect(nextStepOf(accepted, 'zh')).toBe('11月27日前作出决定');
  expect(nextStepOf(accepted, 'en')).toBe('Decision by 27 Nov');
});

test('a draft goes on at its form, anything else at its file', () => {
  expect(pathOf({ id: 'x', state: 'DRAFT' })).toBe('/my/cases/x/form');
  expect(pathOf({ id: 'x', state: 'CLOSED' })).toBe('/my/cases/x');
});
