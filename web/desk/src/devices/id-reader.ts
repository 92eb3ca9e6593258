/** What an ID card reader tells of the card on it. */
export interface IdCard {
  name: string;
  idNumber: string;
  /** Last day of validity; null for 长期. */
  validTo: string | null;
}

/** `unreadable`: no card, a damaged one, or not an ID card. `foreign`: a document that this reader cannot read and that is typed in. */
export type CardRead = { kind: 'card'; card: IdCard } | { kind: 'unreadable' } | { kind: 'foreign' };

/** The port to a reader. Vendors' readers hang behind a local agent; each agent gets an adapter of this shape, and pages know no other. */
export interface IdReader {
  readonly connected: boolean;
  /** Said beside the dot, e.g. that it is simulated. */
  readonly label: string;
  read(): Promise<CardRead>;
}

/** No agent answers at this window: everything can be typed in. */
export const noReader: IdReader = {
  connected: false,
  label: '',
  read: () => Promise.resolve({ kind: 'unreadable' }),
};
