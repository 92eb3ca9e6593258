export type { Calendar } from './arrangement.ts';
export { addDays, type CivilDate } from './civil-date.ts';
export { type Deadline, type DeadlineInput, deadline } from './deadline.ts';
export { loadCalendar } from './load.ts';
export { deadlineView } from './present.ts';
export { calendarAt, currentCalendar } from './store.ts';
export { addWorkdays } from './workdays.ts';
