import { system } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import type { Listeners } from '../../kernel/events.ts';
import { whoIsTold } from '../identity/public.ts';
import { type NoticeKind, notify } from '../notices/public.ts';
import { actOnCase } from './act.ts';
import { forgetExpiredDrafts } from './draft.ts';
import { caseMoved } from './events.ts';
import type { CaseAction } from './machine.ts';
import { findCase } from './store.ts';

/** Steps after which the applicant is told, because she would otherwise phone. */
const told: Partial<Record<CaseAction, NoticeKind>> = {
  submit: 'caseSubmitted',
  receive: 'caseReceived',
  accept: 'caseAccepted',
  grant: 'caseGranted',
  refuse: 'caseRefused',
  dispatch: 'caseDispatched',
};

export function listen(listeners: Listeners, ctx: Context): void {
  listeners.on(caseMoved, 'cases.tellApplicant', async (tx, moved) => {
    const row = await findCase(tx, moved.caseId);
    const kind = told[moved.action];
    if (!row?.number || kind === undefined) return;
    const personId = await whoIsTold(tx, {
      kind: row.applicant_kind as 'person' | 'firm',
      id: row.applicant_id,
      agentId: row.agent_id,
      mandateId: row.mandate_id,
    });
    if (personId === undefined) return;
    await notify(tx, {
      areaCode: row.area_code,
      personId,
      subjectId: row.id,
      kind,
      facts: { number: row.number, itemName: row.item_name },
    });
  });

  /** A decision is delivered electronically at once; who prefers paper collects it with the same number. */
  listeners.on(caseMoved, 'cases.dispatch', async (tx, moved) => {
    if (moved.action !== 'grant' && moved.action !== 'refuse') return;
    if ((await findCase(tx, moved.caseId))?.version !== moved.version) return;
    await actOnCase(tx, ctx, system('cases.dispatch'), {
      caseId: moved.caseId,
      version: moved.version,
      action: 'dispatch',
    });
  });

  listeners.nightly('cases.forgetExpiredDrafts', async () => {
    const forgotten = await forgetExpiredDrafts(ctx);
    ctx.log.info({ event: 'cases.draftsForgotten', forgotten });
  });
}
