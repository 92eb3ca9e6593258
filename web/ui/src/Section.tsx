import type { ReactNode } from 'react';

/** A titled part of a page, opened by a rule. `level` keeps headings in order. */
export function Section(props: {
  id: string;
  title: string;
  level?: 2 | 3;
  /** A link or short remark at the end of the title line. */
  remark?: ReactNode;
  children: ReactNode;
}) {
  const { id, title, level = 2, remark, children } = props;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <Heading id={id}>{title}</Heading>
        {remark && <div className="section-remark">{remark}</div>}
      </div>
      {children}
    </section>
  );
}
