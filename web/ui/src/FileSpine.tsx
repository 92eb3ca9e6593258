import type { ReactNode } from 'react';
import type { Tone } from './status.ts';

/** The four-pixel spine in the colour of the state; rows of a list carry it too, so that a column can be read at a glance. */
export function FileSpine(props: { tone: Tone; as?: 'div' | 'li' | 'article' | 'header'; children: ReactNode }) {
  const { tone, as: Element = 'div', children } = props;
  return (
    <Element className="file-spine" data-tone={tone}>
      {children}
    </Element>
  );
}
