import type { ReactNode } from 'react';
import { type Words, zh } from './zh.ts';

/** The one thing the reader should do or wait for. `act` when the ball is with the reader. */
export function NextStepBox(props: {
  tone?: 'act' | 'run' | 'plain';
  title?: string;
  action?: ReactNode;
  children: ReactNode;
  words?: Words;
}) {
  const { tone = 'plain', action, children, words = zh } = props;
  return (
    <section className="next-step" data-tone={tone} aria-labelledby="next-step">
      <h2 id="next-step">{props.title ?? words.nextStep}</h2>
      <div className="next-step-text">{children}</div>
      {action && <div className="next-step-action">{action}</div>}
    </section>
  );
}
