const civil = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The date on a wall calendar in China at that instant, `YYYY-MM-DD`. */
export const civilDate = (instant: Date): string => civil.format(instant);
