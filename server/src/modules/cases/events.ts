import { defineEvent } from '../../kernel/events.ts';
import type { CaseAction, CaseState } from './machine.ts';

/** A case took a step. In the order of `version` for one case. */
export const caseMoved = defineEvent<{
  areaCode: number;
  caseId: string;
  version: number;
  action: CaseAction;
  state: CaseState;
  itemKey: string;
  departmentId: string;
}>('cases.moved');
