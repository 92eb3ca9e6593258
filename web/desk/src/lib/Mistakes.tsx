import { ErrorSummary, type FieldMistake } from '@tongban/ui/ErrorSummary.tsx';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useKitWords } from './language.ts';

/**
 * What was refused, on top of its form (ux R8). It takes the focus with every attempt, and its links take it to their fields; the address
 * stays as it is.
 */
export function Mistakes({ mistakes, attempt }: { mistakes: readonly FieldMistake[]; attempt: unknown }) {
  const kit = useKitWords();
  const frame = useRef<HTMLDivElement>(null);
  const count = mistakes.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt counts, also one with the same number of mistakes
  useEffect(() => {
    if (count > 0) frame.current?.querySelector<HTMLElement>('#error-summary')?.focus();
  }, [attempt, count]);
  const goToField = (event: MouseEvent) => {
    const link = event.target instanceof HTMLElement ? event.target.closest('a') : null;
    const field = link && document.getElementById(decodeURI(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.scrollIntoView({ block: 'center' });
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: Enter on a link is a click
    <div ref={frame} onClick={goToField}>
      <ErrorSummary mistakes={mistakes} words={kit} />
    </div>
  );
}
