import type { ActBody } from '@tongban/server/contract/cases';
import { useState } from 'react';
import type { CaseAction } from '../../case/api.ts';

/** Actions that are written down before they are taken: an opinion, a reason, a decision with its basis. */
export type Sheeted = 'recommend' | 'returnToReview' | 'grant' | 'refuse';

export const sheeted = (action: CaseAction): action is Sheeted =>
  ['recommend', 'returnToReview', 'grant', 'refuse'].includes(action);

export const isDecision = (action: Sheeted): action is 'grant' | 'refuse' => action === 'grant' || action === 'refuse';

export interface Opinion {
  note: string;
  basis: readonly string[];
}

/** What was typed and not sent, by case and action. In memory only: it is not the browser's to keep. */
const kept = new Map<string, Opinion>();

/** An opinion that survives closing the sheet, opening another case and a stale version (ux R22). */
export function useOpinion(caseId: string, action: Sheeted): [Opinion, (change: Partial<Opinion>) => void] {
  const name = `${caseId} ${action}`;
  const [opinion, setOpinion] = useState<Opinion>(() => kept.get(name) ?? { note: '', basis: [] });
  const change = (part: Partial<Opinion>) => {
    const next = { ...opinion, ...part };
    kept.set(name, next);
    setOpinion(next);
  };
  return [opinion, change];
}

/** What of an opinion goes over the wire. */
export const bodyOf = (action: Sheeted, { note, basis }: Opinion): ActBody => ({
  ...(note.trim() !== '' && { note: note.trim() }),
  ...(isDecision(action) && { basis: [...basis] }),
});
