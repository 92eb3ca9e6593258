/** Shapes that say a state without its colour. Always beside words, so hidden from screen readers. */
const shapes = {
  running: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M8 5v3l2 1.5',
  soon: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M8 5v3.5M8 10.7v.6',
  today: 'M3 3h10v10H3zM8 5.5v3M8 10.2v.6',
  overdue: 'M8 2 14.5 13.5h-13zM8 6.5v3M8 11.2v.6',
  paused: 'M5.5 3v10M10.5 3v10',
  tick: 'm2.5 8.5 3.5 3.5 7.5-8',
  cross: 'm3.5 3.5 9 9m0-9-9 9',
  lock: 'M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  phone: 'M3 2.5h3l1.2 3-1.7 1.2a7 7 0 0 0 3.8 3.8l1.2-1.7 3 1.2v3c-6 .8-11.3-4.5-10.5-10.5',
  download: 'M8 2v8m-3.5-3L8 10.5 11.5 7M3 13.5h10',
} as const;

export type Shape = keyof typeof shapes;

export function Mark({ shape }: { shape: Shape }) {
  return (
    <svg className="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={shapes[shape]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="square" />
    </svg>
  );
}
