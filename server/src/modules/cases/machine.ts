/**
 * The life of a case (办件) as one table: who may move it, from where, to where, and what the clocks do. Buttons, rights, timers
 * and the route strip are read from here; nothing else knows which step follows which. 行政许可法 32–44.
 */
export const states = [
  'DRAFT',
  'SUBMITTED',
  'RECEIVED',
  'ACCEPTED',
  'UNDER_REVIEW',
  'PENDING_DECISION',
  'GRANTED',
  'REFUSED',
  'DELIVERING',
  'CLOSED',
] as const;
export type CaseState = (typeof states)[number];

/** In which part somebody acts on a case; `policy.ts` says who can play it for a given case. */
export const parts = ['applicant', 'acceptanceOfficer', 'reviewer', 'decisionMaker', 'issuingClerk', 'system'] as const;
export type Part = (typeof parts)[number];

/** receipt: five working days to accept or to say what is missing (32); decision: the legal and the promised clock (42); delivery: ten working days (44). */
export type Clock = 'receipt' | 'decision' | 'delivery';

export interface Transition {
  readonly from: readonly CaseState[];
  readonly to: CaseState;
  readonly by: readonly Part[];
  readonly starts?: Clock;
  readonly stops?: Clock;
  /** A sentence must be given: an opinion, a reason. */
  readonly needsNote?: true;
}

export const transitions = {
  submit: { from: ['DRAFT'], to: 'SUBMITTED', by: ['applicant', 'acceptanceOfficer'], starts: 'receipt' },
  receive: { from: ['SUBMITTED'], to: 'RECEIVED', by: ['acceptanceOfficer'] },
  accept: { from: ['RECEIVED'], to: 'ACCEPTED', by: ['acceptanceOfficer'], starts: 'decision', stops: 'receipt' },
  startReview: { from: ['ACCEPTED'], to: 'UNDER_REVIEW', by: ['reviewer'] },
  recommend: { from: ['UNDER_REVIEW'], to: 'PENDING_DECISION', by: ['reviewer'], needsNote: true },
  returnToReview: { from: ['PENDING_DECISION'], to: 'UNDER_REVIEW', by: ['decisionMaker'], needsNote: true },
  grant: { from: ['PENDING_DECISION'], to: 'GRANTED', by: ['decisionMaker'], starts: 'delivery', stops: 'decision' },
  refuse: {
    from: ['PENDING_DECISION'],
    to: 'REFUSED',
    by: ['decisionMaker'],
    starts: 'delivery',
    stops: 'decision',
    needsNote: true,
  },
  dispatch: { from: ['GRANTED', 'REFUSED'], to: 'DELIVERING', by: ['issuingClerk', 'system'] },
  confirmDelivery: { from: ['DELIVERING'], to: 'CLOSED', by: ['applicant', 'issuingClerk'], stops: 'delivery' },
} as const satisfies Record<string, Transition>;

export type CaseAction = keyof typeof transitions;
export const caseActions = Object.keys(transitions) as CaseAction[];

/** The row of an action, with the optional columns visible to the compiler. */
export const transitionOf = (action: CaseAction): Transition => transitions[action];

/** What somebody who plays these parts may do with a case in that state, in the order of the table. */
export const allowedActions = (state: CaseState, playing: readonly Part[]): CaseAction[] =>
  caseActions.filter((action) => {
    const { from, by } = transitionOf(action);
    return from.includes(state) && by.some((part) => playing.includes(part));
  });

/** The five stations of the route strip, and the states in which a case stands at each. */
export const stations = [
  { key: 'apply', states: ['DRAFT'] },
  { key: 'accept', states: ['SUBMITTED', 'RECEIVED'] },
  { key: 'review', states: ['ACCEPTED', 'UNDER_REVIEW'] },
  { key: 'decide', states: ['PENDING_DECISION'] },
  { key: 'deliver', states: ['GRANTED', 'REFUSED', 'DELIVERING'] },
] as const satisfies readonly { key: string; states: readonly CaseState[] }[];

/** Whose turn it is: the citizen's own, the agency's, or nobody's. */
export const turnOf = (state: CaseState): 'applicant' | 'agency' | 'nobody' =>
  state === 'CLOSED' ? 'nobody' : state === 'DRAFT' || state === 'DELIVERING' ? 'applicant' : 'agency';
