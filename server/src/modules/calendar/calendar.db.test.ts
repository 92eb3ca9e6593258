import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/database.ts';
import { createApp } from '../../app.ts';
import { inTx } from '../../kernel/db.ts';
import type { Arrangement } from './arrangement.ts';
import type { CalendarYear } from './contract.ts';
import { deadline } from './deadline.ts';
import { calendarAt, currentCalendar, loadCalendar } from './public.ts';

let ctx: TestContext;
let app: FastifyInstance;
beforeAll(async () => {
  ctx = await testContext();
  app = await createApp(ctx);
});
afterAll(() => app.close());

const load = (arrangements?: Arrangement[]) => inTx(ctx.db, (tx) => loadCalendar(tx, arrangements));
const yearOf = async (year: number | string) => app.inject(`/api/calendar/${year}`);

const noticeFor2027: Arrangement = {
  year: 2027,
  publishedOn: '2026-11-25',
  sources: ['https://notice.example.test/2027'],
  days: [
    { on: '2027-01-01', kind: 'off', holiday: '元旦' },
    { on: '2027-01-02', kind: 'makeup', holiday: '元旦' },
  ],
};

describe('the calendar grows by versions', () => {
  test('before anything is loaded every year is unpublished, and every date provisional', async () => {
    const calendar = await currentCalendar(ctx.db);

    const clock = deadline({ calendar, start: '2026-03-02', length: 20, unit: 'wd', asOf: '2026-03-02' });

    expect(calendar.version).toBe(0);
    expect(clock).toMatchObject({ dueOn: '2026-03-30', provisional: true, calendarVersion: 0 });
  });

  test('two starts at once load the reference file as one version, and a later start adds nothing', async () => {
    await Promise.all([load(), load()]);
    await load();

    const calendar = await currentCalendar(ctx.db);
    expect(calendar.version).toBe(1);
    expect([...calendar.arrangements.keys()]).toEqual([
      2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ]);
    expect(calendar.days.get('2026-02-14')).toEqual({ on: '2026-02-14', kind: 'makeup', holiday: '春节' });
  });

  test('a version whose transaction was rolled back leaves no trace, not even in memory', async () => {
    const given = new Error('given up');

    const attempt = inTx(ctx.db, async (tx) => {
      await loadCalendar(tx, [{ ...noticeFor2027, days: noticeFor2027.days.slice(0, 1) }]);
      expect((await currentCalendar(tx)).version).toBe(2);
      throw given;
    });

    await expect(attempt).rejects.toBe(given);
    expect((await currentCalendar(ctx.db)).version).toBe(1);
  });

  test('the notice of a new year makes a new version; what was told before can still be derived', async () => {
    await load([noticeFor2027]);
    expect((await currentCalendar(ctx.db)).days.has('2027-01-02')).toBe(true);

    const asked = { start: '2026-12-25', length: 20, unit: 'wd', asOf: '2026-12-25' } as const;
    const before = deadline({ ...asked, calendar: await calendarAt(ctx.db, 1) });
    const now = deadline({ ...asked, calendar: await currentCalendar(ctx.db) });
    expect(before).toMatchObject({ dueOn: '2027-01-22', provisional: true, calendarVersion: 1 });
    expect(now).toMatchObject({ dueOn: '2027-01-22', provisional: false, calendarVersion: 2 });
    expect(now.explanation).toContainEqual(
      expect.objectContaining({ why: 'holiday', holiday: '元旦', from: '2027-01-01' }),
    );
  });

  test('an amended notice takes the place of the first, an older one never does', async () => {
    const amended = { ...noticeFor2027, publishedOn: '2026-12-20', days: noticeFor2027.days.slice(0, 1) };
    await load([amended]);

    await load([noticeFor2027]);

    const calendar = await currentCalendar(ctx.db);
    expect(calendar.version).toBe(3);
    expect(calendar.arrangements.get(2027)).toEqual(amended);
    expect(calendar.days.has('2027-01-02')).toBe(false);
    expect((await calendarAt(ctx.db, 2)).days.has('2027-01-02')).toBe(true);
  });

  test('a version that never was is refused', async () => {
    await expect(calendarAt(ctx.db, 99)).rejects.toThrow();
  });

  test('the run-time role can neither change nor delete what was published', async () => {
    await expect(ctx.db.updateTable('calendar.day').set({ holiday: '' }).execute()).rejects.toThrow(
      /permission denied/,
    );
    await expect(ctx.db.deleteFrom('calendar.arrangement').execute()).rejects.toThrow(/permission denied/);
  });
});

describe('GET /api/calendar/:year', () => {
  beforeAll(() => load());

  test('anyone reads the days off and the make-up workdays of a year, with the notice that says so', async () => {
    const reply = await yearOf(2026);

    const year = reply.json<CalendarYear>();
    expect(reply.statusCode).toBe(200);
    expect(year).toMatchObject({ scope: 'CN', year: 2026, published: true, workdays: 248 });
    expect(year.daysOff).toHaveLength(33);
    expect(year.makeupWorkdays.map(({ on }) => on)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(year.notices).toEqual([
      {
        year: 2026,
        publishedOn: '2025-11-04',
        sources: ['https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'],
      },
    ]);
  });

  test('a year whose last days the next notice arranged names both notices', async () => {
    const year = (await yearOf(2018)).json<CalendarYear>();

    expect(year.notices.map((notice) => notice.year)).toEqual([2018, 2019]);
    expect(year.makeupWorkdays.at(-1)).toEqual({ on: '2018-12-29', holiday: '元旦' });
  });

  test('a year that is not published is a normal answer', async () => {
    const reply = await yearOf(2031);

    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({ published: false, daysOff: [], makeupWorkdays: [], notices: [] });
  });

  test('who has this version already is not sent it again', async () => {
    const { etag } = (await yearOf(2026)).headers;

    const again = await app.inject({ url: '/api/calendar/2026', headers: { 'if-none-match': `W/${etag}, "other"` } });

    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    expect(again.headers).not.toHaveProperty('content-length');
    expect(again.headers.etag).toBe(etag);
  });

  test.each(['soon', '20.5', '1948', '3000', '２０２６', '-1', '2026;drop'])('%s is no year', async (year) => {
    const reply = await yearOf(encodeURIComponent(year));

    expect(reply.statusCode).toBe(400);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.json()).toMatchObject({ type: 'request/invalid' });
  });
});
