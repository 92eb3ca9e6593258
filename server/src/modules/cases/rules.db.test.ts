import { beforeAll, describe, expect, test } from 'vitest';
import { testContext } from '../../../test/database.ts';
import { inTx } from '../../kernel/db.ts';
import { type Calendar, currentCalendar, loadCalendar } from '../calendar/public.ts';
import type { CaseState } from './machine.ts';
import { type CaseTimes, clocksOf, dueOnOf, stationsOf } from './rules.ts';

let calendar: Calendar;
beforeAll(async () => {
  const { db } = await testContext();
  await inTx(db, (tx) => loadCalendar(tx));
  calendar = await currentCalendar(db);
});

const at = (day: string) => new Date(`${day}T02:00:00Z`);

const times = (state: CaseState, over: Partial<CaseTimes> = {}): CaseTimes => ({
  state,
  promised: { length: 5, unit: 'wd' },
  statutory: { length: 20, unit: 'wd' },
  submittedAt: null,
  receivedAt: null,
  acceptedAt: null,
  decidedAt: null,
  closedAt: null,
  ...over,
});

describe('clocks', () => {
  test('before acceptance the receipt clock runs: five working days over the Spring Festival', () => {
    const clocks = clocksOf(times('SUBMITTED', { submittedAt: at('2026-02-12') }), calendar, '2026-02-13');

    expect(clocks.running).toBe('receipt');
    expect(clocks.receipt?.dueOn).toBe('2026-02-26');
    expect(clocks.promised).toBeNull();
  });

  test('acceptance starts both decision clocks and stops the receipt clock on that day', () => {
    const accepted = times('ACCEPTED', { submittedAt: at('2026-09-17'), acceptedAt: at('2026-09-24') });

    const clocks = clocksOf(accepted, calendar, '2026-10-09');

    expect(clocks.running).toBe('promised');
    expect(clocks.statutory?.dueOn).toBe('2026-10-29');
    expect(clocks.receipt?.used).toBe(5);
    expect(dueOnOf(accepted, calendar, '2026-10-09')).toBe(clocks.promised?.dueOn);
  });

  test('the decision stops them where they are and starts the delivery clock of ten working days', () => {
    const decided = times('GRANTED', {
      submittedAt: at('2026-03-02'),
      acceptedAt: at('2026-03-02'),
      decidedAt: at('2026-03-04'),
    });

    const clocks = clocksOf(decided, calendar, '2026-06-01');

    expect(clocks.promised).toMatchObject({ used: 2, overdueBy: 0 });
    expect(clocks.running).toBe('delivery');
    expect(clocks.delivery?.dueOn).toBe('2026-03-18');
  });

  test('without a promise the statutory clock is the one that matters; without either there is none', () => {
    const none = { submittedAt: at('2026-03-02'), acceptedAt: at('2026-03-02') };

    expect(clocksOf(times('UNDER_REVIEW', { ...none, promised: null }), calendar, '2026-03-03').running).toBe(
      'statutory',
    );
    expect(
      dueOnOf(times('UNDER_REVIEW', { ...none, promised: null, statutory: null }), calendar, '2026-03-03'),
    ).toBeNull();
  });

  test('a day begins in Shanghai, not in Greenwich', () => {
    const lateEvening = new Date('2026-03-02T16:30:00Z');

    expect(clocksOf(times('SUBMITTED', { submittedAt: lateEvening }), calendar, '2026-03-03').receipt?.dueOn).toBe(
      '2026-03-10',
    );
  });

  test('after the end nothing runs', () => {
    const closed = times('CLOSED', {
      submittedAt: at('2026-03-02'),
      acceptedAt: at('2026-03-02'),
      decidedAt: at('2026-03-04'),
      closedAt: at('2026-03-05'),
    });

    expect(clocksOf(closed, calendar, '2027-01-01').running).toBeNull();
    expect(dueOnOf(closed, calendar, '2027-01-01')).toBeNull();
    expect(clocksOf(closed, calendar, '2027-01-01').delivery).toMatchObject({ used: 1, overdueBy: 0 });
  });
});

test('the route strip shows what is done with its day, what is now, and what comes', () => {
  const strip = stationsOf(times('UNDER_REVIEW', { submittedAt: at('2026-03-02'), acceptedAt: at('2026-03-03') }));

  expect(strip.map(({ key, status, on }) => [key, status, on])).toEqual([
    ['apply', 'done', '2026-03-02'],
    ['accept', 'done', '2026-03-03'],
    ['review', 'now', null],
    ['decide', 'next', null],
    ['deliver', 'next', null],
  ]);
  expect(stationsOf(times('CLOSED', { closedAt: at('2026-03-09') })).every(({ status }) => status === 'done')).toBe(
    true,
  );
});

test.each([
  ['2026-03-03', 'running'],
  ['2026-03-05', 'running'],
  ['2026-03-06', 'soon'],
  ['2026-03-08', 'soon'],
  ['2026-03-09', 'today'],
  ['2026-03-10', 'overdue'],
])('of five workdays from 2 March the pace on %s is %s', (today, pace) => {
  const accepted = times('ACCEPTED', { submittedAt: at('2026-03-02'), acceptedAt: at('2026-03-02') });

  expect(clocksOf(accepted, calendar, today).pace).toBe(pace);
});

test('what is handled while the person waits counts no days', () => {
  const accepted = {
    submittedAt: at('2026-03-02'),
    acceptedAt: at('2026-03-02'),
    promised: { length: 0, unit: 'wd' as const },
  };

  expect(clocksOf(times('ACCEPTED', accepted), calendar, '2026-03-02').pace).toBe('immediate');
  expect(clocksOf(times('DRAFT'), calendar, '2026-03-02').pace).toBe('none');
});
