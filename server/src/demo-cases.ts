import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PersonActor, type Role, type StaffActor, system } from './kernel/actor.ts';
import type { Context } from './kernel/context.ts';
import { inTx } from './kernel/db.ts';
import { actOnCase } from './modules/cases/act.ts';
import { saveDraft, startCase } from './modules/cases/draft.ts';
import type { CaseAction } from './modules/cases/machine.ts';
import { addUpload } from './modules/cases/materials.ts';
import { judgePoint } from './modules/cases/points.ts';
import { submitCase } from './modules/cases/submit.ts';
import { caseForStaff } from './modules/cases/view.ts';
import type { Answers } from './modules/forms/contract.ts';

const folder = join(import.meta.dirname, '../seeds/demo');

interface DemoCase {
  applicant: string;
  area: number;
  itemKey: string;
  regionCode: string;
  situation: Record<string, string>;
  answers: Answers;
  pictures?: Record<string, string>;
  daysAgo: number;
  until: 'draft' | CaseAction;
}

/** Sets legal time that many days back, which only an owner can, and only outside production. */
export type SetBack = (days: number) => Promise<void>;

/** The steps after submitting, each by the role that takes it, and how many days it follows the one before. */
const steps: readonly {
  action: Exclude<CaseAction, 'submit'>;
  role: Role | 'applicant' | 'system';
  after: number;
  note?: string;
}[] = [
  { action: 'receive', role: 'acceptanceOfficer', after: 0 },
  { action: 'accept', role: 'acceptanceOfficer', after: 1 },
  { action: 'startReview', role: 'reviewer', after: 0 },
  { action: 'recommend', role: 'reviewer', after: 1, note: '材料齐全，符合条件，建议准予。' },
  { action: 'grant', role: 'decisionMaker', after: 1 },
  { action: 'dispatch', role: 'system', after: 0 },
  { action: 'confirmDelivery', role: 'applicant', after: 1 },
];

/** Cases in every stage of life. They really happened, step by step through the services, under a clock that was set back. */
export async function demoCases(
  ctx: Context,
  setBack: SetBack,
  people: ReadonlyMap<string, PersonActor>,
  officials: (role: Role, areaCode: number, departmentId: string) => StaffActor,
): Promise<void> {
  const cases = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as DemoCase[];
  for (const one of cases.toSorted((a, b) => b.daysAgo - a.daysAgo))
    await liveOut(ctx, one, setBack, people, officials);
}

async function liveOut(
  ctx: Context,
  one: DemoCase,
  setBack: SetBack,
  people: Parameters<typeof demoCases>[2],
  officials: Parameters<typeof demoCases>[3],
): Promise<void> {
  const applicant = people.get(one.applicant);
  if (!applicant) throw new Error(`cases.json names ${one.applicant}, whom people.json does not have`);
  let day = one.daysAgo;
  await setBack(day);
  const { itemKey, regionCode, situation, answers } = one;
  const { id } = await inTx(ctx.db, (tx) =>
    startCase(tx, ctx, applicant, { itemKey, regionCode, situation, channel: 'PC' }),
  );
  const saved = await inTx(ctx.db, (tx) => saveDraft(tx, ctx, applicant, { caseId: id, version: 1, answers }));
  for (const [materialKey, picture] of Object.entries(one.pictures ?? {}))
    await addUpload(
      ctx,
      applicant,
      { caseId: id, materialKey },
      { name: picture, stream: createReadStream(join(folder, 'pictures', picture)) },
    );
  if (one.until === 'draft') return;

  let { version, department_id } = await inTx(ctx.db, (tx) =>
    submitCase(tx, ctx, applicant, { caseId: id, version: saved.version }),
  );
  for (const { action, role, after, note } of steps.slice(
    0,
    steps.findIndex((step) => step.action === one.until) + 1,
  )) {
    day = Math.max(0, day - after);
    await setBack(day);
    const actor =
      role === 'applicant' ? applicant : role === 'system' ? system('demo') : officials(role, one.area, department_id);
    if (action === 'accept') await passEveryPoint(ctx, actor as StaffActor, id, version);
    ({ version, department_id } = await inTx(ctx.db, (tx) =>
      actOnCase(tx, ctx, actor, { caseId: id, version, action, note }),
    ));
  }
}

async function passEveryPoint(ctx: Context, clerk: StaffActor, caseId: string, version: number): Promise<void> {
  const { points } = await inTx(ctx.db, (tx) => caseForStaff(ctx, tx, clerk, caseId));
  for (const { key, verdict } of points)
    if (verdict === null)
      await inTx(ctx.db, (tx) => judgePoint(tx, ctx, clerk, { caseId, version, pointKey: key, verdict: 'PASS' }));
}
