import type { ReactNode } from 'react';
import { Mark, type Shape } from './Mark.tsx';

const shapes: Record<'warn' | 'stop', Shape> = { warn: 'soon', stop: 'overdue' };

/** `info` is quiet, `warn` asks for something, `stop` says why one cannot go on. `live` announces a change on the page. */
export function Notice(props: {
  kind?: 'info' | 'warn' | 'stop';
  title?: string;
  live?: boolean;
  children: ReactNode;
}) {
  const { kind = 'info', title, live = false, children } = props;
  return (
    <div className="notice" data-kind={kind} role={live ? 'status' : undefined}>
      {title && (
        <p className="notice-title">
          {kind !== 'info' && <Mark shape={shapes[kind]} />}
          {title}
        </p>
      )}
      <div>{children}</div>
    </div>
  );
}
