import type { Actor } from '../../kernel/actor.ts';
import { audit } from '../../kernel/audit.ts';
import type { Context } from '../../kernel/context.ts';
import type { Db, Tx } from '../../kernel/db.ts';
import { mask } from '../../kernel/masking.ts';
import { settingOf } from '../../kernel/settings.ts';
import { listFilesOf } from '../files/public.ts';
import { maskAnswers } from '../forms/public.ts';
import { contactOf } from '../identity/public.ts';
import { getDepartment } from '../org/public.ts';
import { remedies } from './act.ts';
import { type Today, timesOf, today } from './clock.ts';
import type { CaseRow, CaseView, JournalLine, MaterialView, MyCaseView } from './contract.ts';
import { caseErrors } from './errors.ts';
import { missingOf, neededMaterials, type OpenCase, openCase } from './item.ts';
import { allowedActions, type Part } from './machine.ts';
import { factsOf } from './move.ts';
import { judgedPoints, openPoints } from './points.ts';
import { canSee, isApplicant, isSecondPerson, partsOf } from './policy.ts';
import { clocksOf, stationsOf } from './rules.ts';
import {
  type CaseRecord,
  type DecisionRecord,
  findCase,
  findDecision,
  type JournalRecord,
  journalOf,
  type SubmissionRecord,
  submissionsOf,
  verdictsOf,
} from './store.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What every view of a case begins with; lists need nothing more. */
async function presentCommon(db: Db, row: CaseRecord, { calendar, on }: Today) {
  const department = await getDepartment(db, row.department_id);
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    state: row.state,
    closeResult: row.close_result,
    item: { key: row.item_key, name: row.item_name, versionId: row.item_version_id },
    department: { name: department.name, phone: department.phone },
    regionCode: row.region_code,
    channel: row.channel as CaseRow['channel'],
    submittedAt: iso(row.submitted_at),
    acceptedAt: iso(row.accepted_at),
    decidedAt: iso(row.decided_at),
    closedAt: iso(row.closed_at),
    clocks: clocksOf(timesOf(row), calendar, on),
  };
}

/** Rows of a list. A person's name is masked for officials; a firm's is public. */
export async function presentRows(db: Db, rows: readonly CaseRecord[], masked: boolean): Promise<CaseRow[]> {
  const day = await today(db);
  return await Promise.all(
    rows.map(async (row) => ({
      ...(await presentCommon(db, row, day)),
      applicantName: masked && row.applicant_kind === 'person' ? mask('name', row.applicant_name) : row.applicant_name,
      dueOn: row.due_on === 'infinity' ? null : row.due_on,
    })),
  );
}

async function presentFull(
  db: Db,
  open: OpenCase,
  submissions: readonly SubmissionRecord[],
  journal: readonly JournalRecord[],
  forStaff: boolean,
) {
  const { row, item, form, situation } = open;
  return {
    sample: item.source.sample ?? false,
    situation,
    questions: item.questions ?? [],
    form,
    materials: await presentMaterials(db, open, submissions),
    stations: stationsOf(timesOf(row)),
    timeline: journal.map((line) => presentLine(line, forStaff)),
    decision: presentDecision(await findDecision(db, row.id)),
  };
}

async function presentMaterials(
  db: Db,
  open: OpenCase,
  submissions: readonly SubmissionRecord[],
): Promise<MaterialView[]> {
  const files = await listFilesOf(db, open.row.area_code, open.row.id);
  return neededMaterials(open).map((material) => {
    const filled = submissions.find((submission) => submission.material_key === material.key);
    return {
      ...material,
      filledBy: (filled?.source as MaterialView['filledBy']) ?? null,
      trust: (filled?.trust as MaterialView['trust']) ?? null,
      originalSeen: filled?.original_seen ?? false,
      pages: filled?.pages ?? null,
      files: (filled?.file_ids ?? []).flatMap((id) => {
        const file = files.find((stored) => stored.id === id);
        return file
          ? [
              {
                id,
                name: file.name,
                mediaType: file.mediaType,
                size: file.size,
                state: file.state,
                addedAt: file.createdAt.toISOString(),
              },
            ]
          : [];
      }),
    };
  });
}

/** Citizens read the unit and the part; the name of the official is for officials. */
const presentLine = (line: JournalRecord, forStaff: boolean): JournalLine => ({
  version: line.version,
  at: line.at.toISOString(),
  action: line.action,
  fromState: line.from_state as JournalLine['fromState'],
  toState: line.to_state as JournalLine['toState'],
  part: line.part as Part,
  unit: line.unit_name,
  name: forStaff && line.actor_kind === 'staff' ? line.actor_name : null,
  note: forStaff || transitionNoteIsPublic(line.action) ? line.note : null,
});

/** A reviewer's opinion is inner work until the decision; the reason of the decision is the applicant's. */
const transitionNoteIsPublic = (action: string): boolean => ['grant', 'refuse', 'submit'].includes(action);

const presentDecision = (decision: DecisionRecord | undefined): MyCaseView['decision'] =>
  decision
    ? {
        result: decision.result as 'GRANTED' | 'REFUSED',
        reason: decision.reason,
        basis: decision.basis as string[],
        remedies: decision.remedies,
      }
    : null;

/** The applicant's own view, complete and unmasked. */
export async function myCase(ctx: Context, db: Db, actor: Actor, caseId: string): Promise<MyCaseView> {
  const row = await findCase(db, caseId);
  if (!row || !isApplicant(actor, factsOf(row))) throw caseErrors.notFound();
  const [open, submissions, journal, day] = await Promise.all([
    openCase(ctx, db, row),
    submissionsOf(db, caseId),
    journalOf(db, caseId),
    today(db),
  ]);
  return {
    ...(await presentCommon(db, row, day)),
    ...(await presentFull(db, open, submissions, journal, false)),
    answers: open.answers,
    applicant: { kind: row.applicant_kind as 'person' | 'firm', name: row.applicant_name, actingAs: row.agent_name },
    allowedActions: allowedActions(row.state, ['applicant']),
    expiresOn: row.expires_on,
    savedAt: row.updated_at.toISOString(),
    missing: row.state === 'DRAFT' ? missingOf(ctx, open, submissions, day.on) : [],
  };
}

/** An official's view. Reading a case is reading personal data, so it is written down who read it and as what. */
export async function caseForStaff(ctx: Context, tx: Tx, actor: Actor, caseId: string): Promise<CaseView> {
  const row = await findCase(tx, caseId);
  if (!row || !canSee(actor, factsOf(row))) throw caseErrors.notFound();
  const playing = partsOf(actor, factsOf(row));
  const [open, submissions, journal, verdicts, day] = [
    await openCase(ctx, tx, row),
    await submissionsOf(tx, caseId),
    await journalOf(tx, caseId),
    await verdictsOf(tx, caseId),
    await today(tx),
  ];
  const contact = await contactOf(tx, ctx.keys, {
    kind: row.applicant_kind as 'person' | 'firm',
    id: row.applicant_id,
    agentId: row.agent_id,
  });
  const points = judgedPoints(open, verdicts);
  await audit(tx, actor, {
    areaCode: row.area_code,
    action: 'cases.read',
    subjectId: row.applicant_id,
    purpose: '办理办件',
    detail: { caseId, parts: playing },
  });
  return {
    ...(await presentCommon(tx, row, day)),
    ...(await presentFull(tx, open, submissions, journal, true)),
    answers: readableAnswers(open),
    applicant: {
      kind: row.applicant_kind as 'person' | 'firm',
      id: row.applicant_id,
      name: row.applicant_kind === 'person' ? mask('name', row.applicant_name) : row.applicant_name,
      idNumber: contact.idNumber && mask('id-number', contact.idNumber),
      mobile: contact.mobile && mask('mobile', contact.mobile),
      agentName: row.agent_name && mask('name', row.agent_name),
    },
    points,
    reviewer: journal.find((line) => line.action === 'startReview')?.actor_name ?? null,
    recommendation: journal.find((line) => line.action === 'recommend')?.note ?? null,
    legalBasis: open.item.legalBasis.map(({ law, article }) => titled(law) + (article ?? '')),
    remedies: await settingOf(tx, remedies, row.area_code, day.on),
    allowedActions: allowedActions(row.state, playing),
    missing: row.state === 'DRAFT' ? missingOf(ctx, open, submissions, day.on) : [],
    blocked: blockedActions(actor, row, playing, openPoints(points).length),
  };
}

/** Guides write the title of a law with its marks or without. */
const titled = (law: string): string => (law.includes('《') ? law : `《${law}》`);

/** Masked, but for the draft that the officer is filling in: what she may change she must be able to read. */
const readableAnswers = ({ row, form, answers }: OpenCase): CaseView['answers'] =>
  row.state === 'DRAFT' ? answers : maskAnswers(form, answers);

/** Actions that the state would allow but that would be refused now, each with the sentence to show under its button. */
function blockedActions(
  actor: Actor,
  row: CaseRecord,
  playing: readonly Part[],
  pointsOpen: number,
): Record<string, string> {
  const facts = factsOf(row);
  return Object.fromEntries(
    allowedActions(row.state, playing).flatMap((action): [string, string][] => {
      if ((action === 'accept' || action === 'grant') && pointsOpen > 0)
        return [[action, caseErrors.pointsOpen(Array(pointsOpen).fill({ pointer: '', detail: '' })).words.zh]];
      if (action === 'recommend' && actor.kind === 'staff' && actor.id !== row.reviewer_id)
        return [[action, caseErrors.claimedByAnother().words.zh]];
      if ((action === 'grant' || action === 'refuse') && !isSecondPerson(actor, facts))
        return [[action, caseErrors.samePerson().words.zh]];
      return [];
    }),
  );
}
