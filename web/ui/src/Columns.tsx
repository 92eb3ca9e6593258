import type { ReactNode } from 'react';

/** Two thirds for the matter, one third for what helps with it; one column on a phone and in elder mode. */
export function Columns({
  aside,
  asideLabel,
  children,
}: {
  aside: ReactNode;
  asideLabel: string;
  children: ReactNode;
}) {
  return (
    <div className="columns">
      <div className="columns-main">{children}</div>
      <aside className="columns-aside" aria-label={asideLabel}>
        {aside}
      </aside>
    </div>
  );
}
