import type { DeadlineView } from '@tongban/server/contract/calendar';
import type { CaseRow } from '@tongban/server/contract/cases';
import { describe, expect, test } from 'vitest';
import { chipOf, spineOf } from './clock.ts';

const clock = (given: Partial<DeadlineView>): DeadlineView => ({
  dueOn: '2026-12-01',
  length: 20,
  unit: 'wd',
  used: 0,
  remaining: 20,
  pausedDays: 0,
  provisional: false,
  overdueBy: 0,
  calendarVersion: 1,
  explanation: [],
  ...given,
});

const aCase = (state: CaseRow['state'], promised: DeadlineView | null, pace: CaseRow['clocks']['pace'] = 'none') => ({
  state,
  closeResult: null,
  clocks: {
    receipt: null,
    promised,
    statutory: null,
    delivery: null,
    running: promised ? ('promised' as const) : null,
    pace,
  },
});

describe('the spine of a file', () => {
  test('is red once the deadline has passed and amber when it presses, whatever the state', () => {
    expect(spineOf(aCase('UNDER_REVIEW', clock({ remaining: 0, overdueBy: 2 }), 'overdue'))).toBe('stop');
    expect(spineOf(aCase('UNDER_REVIEW', clock({ remaining: 1 }), 'soon'))).toBe('act');
    expect(spineOf(aCase('ACCEPTED', clock({ remaining: 0 }), 'today'))).toBe('act');
  });

  test('has the colour of the state while there is time', () => {
    expect(spineOf(aCase('UNDER_REVIEW', clock({ remaining: 5 }), 'running'))).toBe('run');
  });

  test('has the colour of the result once the case is closed', () => {
    expect(spineOf({ ...aCase('CLOSED', null), closeResult: 'REFUSED' })).toBe('stop');
    expect(spineOf({ ...aCase('CLOSED', null), closeResult: 'GRANTED' })).toBe('plain');
  });
});

describe('the chip of a case', () => {
  test('keeps the pace that the server told', () => {
    for (const pace of ['running', 'soon', 'today', 'overdue', 'immediate'] as const)
      expect(chipOf(aCase('ACCEPTED', clock({}), pace))?.state).toBe(pace);
  });

  test('shows nothing on a draft and on a closed case', () => {
    expect(chipOf(aCase('DRAFT', null))).toBeUndefined();
    expect(chipOf(aCase('CLOSED', null))).toBeUndefined();
  });

  test('says so when a case has no limit', () => {
    expect(chipOf(aCase('UNDER_REVIEW', null))).toEqual({ state: 'none' });
  });
});
