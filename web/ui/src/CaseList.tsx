import { DeadlineChip } from './DeadlineChip.tsx';
import type { Language } from './dates.ts';
import type { Deadline } from './deadline.ts';
import { FileSpine } from './FileSpine.tsx';
import { StatusTag } from './StatusTag.tsx';
import { type CaseStatus, toneOf } from './status.ts';
import { type Words, zh } from './zh.ts';

export type CaseRow = {
  title: string;
  href: string;
  caseNo?: string;
  status: CaseStatus;
  statusDetail?: string;
  deadline?: Deadline;
  /** One sentence: what happens next, or what the reader should do. */
  nextStep?: string;
};

/** Files on a shelf: the spines tell the states, the last column the clocks. */
export function CaseList(props: { rows: readonly CaseRow[]; label: string; language?: Language; words?: Words }) {
  const { rows, label, language = 'zh', words = zh } = props;
  return (
    <ul className="case-list" aria-label={label}>
      {rows.map((row) => (
        <FileSpine as="li" key={row.href} tone={toneOf(row.status)}>
          <div>
            <a href={row.href}>{row.title}</a>
            {row.caseNo && <p className="docket-number">{row.caseNo}</p>}
          </div>
          <StatusTag {...row.status} {...(row.statusDetail && { detail: row.statusDetail })} words={words} />
          <p>{row.nextStep}</p>
          {row.deadline && <DeadlineChip {...row.deadline} language={language} words={words} />}
        </FileSpine>
      ))}
    </ul>
  );
}
