import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';

const MIN = 30;
const MAX = 70;
const within = (share: number): number => Math.min(MAX, Math.max(MIN, share));

/** Two panes and a border between them that moves by pointer and by arrow keys. */
export function Split({ label, left, right }: { label: string; left: ReactNode; right: ReactNode }) {
  const [share, setShare] = useState(52);
  const frame = useRef<HTMLDivElement>(null);
  const drag = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (box && event.buttons === 1) setShare(within(Math.round(((event.clientX - box.left) / box.width) * 100)));
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -2, ArrowRight: 2 }[event.key];
    if (step !== undefined) setShare(within(share + step));
  };
  return (
    <div className="split" ref={frame} style={{ gridTemplateColumns: `${share}% 9px minmax(0, 1fr)` }}>
      {left}
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved */}
      <div
        className="split-border"
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={share}
        aria-valuemin={MIN}
        aria-valuemax={MAX}
        tabIndex={0}
        onKeyDown={press}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
      />
      {right}
    </div>
  );
}
