import type { ReactNode } from 'react';
import { DocketNumber } from './DocketNumber.tsx';
import { FileSpine } from './FileSpine.tsx';
import { StatusTag } from './StatusTag.tsx';
import { type CaseStatus, toneOf } from './status.ts';
import { type Words, zh } from './zh.ts';

/** The cover line of a file: number, matter, applicant, state, clock, and the next step in one sentence. */
export function CaseHeader(props: {
  caseNo?: string;
  title: string;
  applicant?: string;
  status: CaseStatus;
  statusDetail?: string;
  /** A DeadlineChip. */
  deadline?: ReactNode;
  nextStep?: string;
  /** 1 on the case's own page, lower inside another page. */
  level?: 1 | 2 | 3;
  words?: Words;
}) {
  const { caseNo, title, applicant, status, statusDetail, deadline, nextStep, level = 1, words = zh } = props;
  const Heading = `h${level}` as const;
  return (
    <FileSpine as="header" tone={toneOf(status)}>
      <div className="case-header">
        <div className="case-header-main">
          {caseNo && <DocketNumber caseNo={caseNo} words={words} />}
          <Heading>{title}</Heading>
          {applicant && <p className="case-applicant">{applicant}</p>}
        </div>
        <div className="case-header-state">
          <StatusTag {...status} {...(statusDetail !== undefined && { detail: statusDetail })} words={words} />
          {deadline}
        </div>
        {nextStep && (
          <p className="case-next">
            <b>{words.nextStep}</b>
            {nextStep}
          </p>
        )}
      </div>
    </FileSpine>
  );
}
