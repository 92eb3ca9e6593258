export type { Calendar } from './arrangement.ts';
export { addDays } from './civil-date.ts';
export { loadCalendar } from './load.ts';
export { deadlineView } from './present.ts';
export { calendarAt, currentCalendar } from './store.ts';
