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

const aCase = (state: CaseRow['state'], promised: DeadlineView | null, immediate = false) => ({
  state,
  closeResult: null,
  clocks: {
    receipt: null,
    promised,
    statutory: null,
    delivery: null,
    running: promised ? ('promised' as const) : null,
    immediate,
  },
});

describe('the spine of a file', () => {
  test('is red once the deadline has passed, whatever the state', () => {
    expect(spineOf(aCase('UNDER_REVIEW', clock({ remaining: 0, overdueBy: 2 })))).toBe('stop');
  });

  test('is amber from the last fifth of the limit', () => {
    expect(spineOf(aCase('UNDER_REVIEW', clock({ remaining: 4 })))).toBe('act');
    expect(spineOf(aCase('UNDER_REVIEW', clock({ remaining: 5 })))).toBe('run');
  });

  test('is amber on the last day of a limit too short to have a fifth', () => {
    expect(spineOf(aCase('ACCEPTED', clock({ length: 3, remaining: 1 })))).toBe('act');
    expect(spineOf(aCase('ACCEPTED', clock({ length: 3, remaining: 2 })))).toBe('run');
  });

  test('has the colour of the result once the case is closed', () => {
    expect(spineOf({ ...aCase('CLOSED', null), closeResult: 'REFUSED' })).toBe('stop');
    expect(spineOf({ ...aCase('CLOSED', null), closeResult: 'GRANTED' })).toBe('plain');
  });
});

describe('the chip of a case', () => {
  test('says today on the due date and not “0 days left”', () => {
    expect(chipOf(aCase('ACCEPTED', clock({ remaining: 0 })))?.state).toBe('today');
  });

  test('says that an item done while one waits counts no days', () => {
    expect(chipOf(aCase('ACCEPTED', clock({ length: 0, remaining: 0 }), true))).toEqual({ state: 'immediate' });
  });

  test('shows nothing on a draft and on a closed case', () => {
    expect(chipOf(aCase('DRAFT', null))).toBeUndefined();
    expect(chipOf(aCase('CLOSED', null))).toBeUndefined();
  });

  test('says so when a case has no limit', () => {
    expect(chipOf(aCase('UNDER_REVIEW', null))).toEqual({ state: 'none' });
  });
});
