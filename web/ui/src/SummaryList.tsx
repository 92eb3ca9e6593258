import type { ReactNode } from 'react';
import { type Words, zh } from './zh.ts';

export type SummaryRow = {
  label: string;
  /** Absent and empty values print `--`, never a blank. */
  value?: ReactNode;
  changeHref?: string;
  /** A SourceNote. */
  source?: ReactNode;
};

export function SummaryList({ rows, words = zh }: { rows: readonly SummaryRow[]; words?: Words }) {
  return (
    <dl className="summary-list">
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>
            {row.value === undefined || row.value === null || row.value === '' ? words.missing : row.value}
            {row.source}
          </dd>
          {row.changeHref && (
            <dd className="summary-change">
              <a href={row.changeHref}>
                {words.change}
                <span className="only-read">{row.label}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
