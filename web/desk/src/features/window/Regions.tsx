import type { ReactNode } from 'react';
import { useWords } from '../../lib/language.ts';
import { useShortcuts } from '../../lib/useShortcuts.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

const names = ['person', 'item', 'materials', 'form', 'points'] as const;
export type RegionName = (typeof names)[number];

const focusable = 'input:not([type=file]):not(:disabled), textarea, select, button:not(:disabled), a[href]';

/** Puts the clerk where the next thing is to be done: the first control of a region, or the region itself. */
export function goTo(name: RegionName): void {
  const region = document.querySelector<HTMLElement>(`[data-region="${name}"]`);
  const inside =
    region?.querySelector<HTMLElement>('[data-verdict="open"] input') ?? region?.querySelector<HTMLElement>(focusable);
  (inside ?? region)?.focus();
}

/** The columns of an intake (S4). Alt and a digit goes to a region, so that a clerk's hands stay on the keys (ux R17). */
export function Regions({ children }: { children: ReactNode }) {
  const words = useWords({ zh, en });
  useShortcuts(
    names.map((name, n) => ({
      keys: `Alt+${n + 1}`,
      does: words.toRegion(words.regions[name]),
      run: () => goTo(name),
    })),
  );
  return <div className="intake">{children}</div>;
}

export function Region(props: { name: RegionName; remark?: ReactNode; children: ReactNode }) {
  const { name, remark, children } = props;
  const words = useWords({ zh, en });
  return (
    <section
      className="region"
      data-region={name}
      aria-labelledby={`region-${name}`}
      tabIndex={name === 'points' ? 0 : -1}
    >
      <h2 id={`region-${name}`}>
        {words.regions[name]}
        <kbd>Alt+{names.indexOf(name) + 1}</kbd>
        {remark && <span className="region-remark">{remark}</span>}
      </h2>
      {children}
    </section>
  );
}
