import type { ReactNode } from 'react';
import { ButtonRow } from './Button.tsx';

/** The buttons of a form step with what is saved beside them; stays in sight at the foot of the window. */
export function ActionBar({ saved, children }: { saved?: ReactNode; children: ReactNode }) {
  return (
    <div className="action-bar">
      {saved}
      <ButtonRow>{children}</ButtonRow>
    </div>
  );
}
