import type { ReactNode } from 'react';

/** One sentence why it is empty, the likeliest next action, a human channel. */
export function EmptyState({ why, action, help }: { why: string; action?: ReactNode; help?: ReactNode }) {
  return (
    <div className="empty-state">
      <p>{why}</p>
      {action && <div>{action}</div>}
      {help && <div className="hint">{help}</div>}
    </div>
  );
}
