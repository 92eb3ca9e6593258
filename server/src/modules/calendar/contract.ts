import { type Static, Type } from 'typebox';

const Day = Type.String({ format: 'date' });
const Count = Type.Integer({ minimum: 0 });
const Holiday = Type.String({ description: '节日名称，如 春节' });

const ExplanationLine = Type.Object({
  why: Type.Enum([
    'event-day',
    'counted',
    'makeup',
    'weekend',
    'holiday',
    'pause',
    'corresponding-day',
    'month-end',
    'roll',
    'year-unpublished',
  ]),
  from: Day,
  to: Day,
  counted: Type.Boolean(),
  days: Count,
  holiday: Type.Optional(Holiday),
  basis: Type.Optional(Type.String()),
  article: Type.Optional(
    Type.Enum(['civil-code-201', 'civil-code-202', 'civil-code-203', 'licensing-law-82', 'holiday-notice']),
  ),
  words: Type.Object({ zh: Type.String(), en: Type.String() }),
});

/** A clock as every screen shows it, and the answer to "why this date". Counts are workdays where the unit is `wd`, else days. */
export const DeadlineView = Type.Object({
  dueOn: Day,
  length: Count,
  unit: Type.Enum(['wd', 'day', 'month', 'year']),
  used: Count,
  remaining: Count,
  pausedDays: Count,
  provisional: Type.Boolean({ description: '跨越了放假安排尚未公布的年份，公布后重新计算' }),
  overdueBy: Count,
  calendarVersion: Count,
  explanation: Type.Array(ExplanationLine),
});
export type DeadlineView = Static<typeof DeadlineView>;

export const CalendarYearParams = Type.Object(
  { year: Type.Integer({ minimum: 1949, maximum: 2999 }) },
  { additionalProperties: false },
);

/** The days of a year that are not as the week has them, and the notices that say so. */
export const CalendarYear = Type.Object({
  scope: Type.String({ description: 'CN：全国' }),
  year: Type.Integer(),
  version: Count,
  published: Type.Boolean({ description: '该年放假安排是否已公布' }),
  workdays: Count,
  daysOff: Type.Array(Type.Object({ on: Day, holiday: Holiday })),
  makeupWorkdays: Type.Array(Type.Object({ on: Day, holiday: Holiday })),
  notices: Type.Array(Type.Object({ year: Type.Integer(), publishedOn: Day, sources: Type.Array(Type.String()) })),
});
export type CalendarYear = Static<typeof CalendarYear>;
