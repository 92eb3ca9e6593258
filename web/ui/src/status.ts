import type { Words } from './zh.ts';

/** What a colour says, never how it looks: `stop` refusals, errors, overdue · `act` the reader must act · `run` under way · `ok` verified · `pause` clock stands still · `plain` finished. */
export type Tone = 'plain' | 'run' | 'act' | 'stop' | 'ok' | 'pause' | 'quiet';

export type CaseState = keyof Words['status'];
export type CloseResult = keyof Words['closed'];

const toneOfState: Record<CaseState, Tone> = {
  DRAFT: 'quiet',
  PRE_REVIEW_RETURNED: 'act',
  SUBMITTED: 'run',
  RECEIVED: 'run',
  CORRECTION_REQUIRED: 'act',
  ACCEPTED: 'run',
  UNDER_REVIEW: 'run',
  SPECIAL_PROCEDURE: 'pause',
  SUSPENDED: 'pause',
  PENDING_DECISION: 'run',
  GRANTED: 'plain',
  REFUSED: 'stop',
  CERTIFICATE_READY: 'run',
  DELIVERING: 'run',
  CLOSED: 'plain',
  ARCHIVED: 'plain',
};

const toneOfClose: Record<CloseResult, Tone> = {
  GRANTED: 'plain',
  REFUSED: 'stop',
  NOT_ACCEPTED: 'stop',
  NO_PERMIT_NEEDED: 'quiet',
  NO_CORRECTION: 'quiet',
  TRANSFERRED: 'quiet',
  WITHDRAWN: 'quiet',
  TERMINATED: 'quiet',
  VOIDED: 'quiet',
};

export type CaseStatus = { state: CaseState; closeResult?: CloseResult | undefined };

const isClosed = ({ state }: CaseStatus): boolean => state === 'CLOSED' || state === 'ARCHIVED';

export const toneOf = (status: CaseStatus): Tone =>
  isClosed(status) && status.closeResult ? toneOfClose[status.closeResult] : toneOfState[status.state];

export const wordsOf = (status: CaseStatus, words: Words): string =>
  isClosed(status) && status.closeResult ? words.closed[status.closeResult] : words.status[status.state];
