import { system } from '../kernel/actor.ts';
import { type Db, inTx, type Tx } from '../kernel/db.ts';
import { Problem } from '../kernel/problem.ts';
import type { ItemDefinition } from '../modules/catalogue/contract.ts';
import { publish, saveDraft } from '../modules/catalogue/service.ts';
import { ensureDepartment, ensureRegion } from '../modules/org/public.ts';
import { areaCodeOf, type Division, type Divisions, isFunctionalArea, regionCodeOf } from './divisions.ts';
import { strayCounty } from './guide-places.ts';
import { contradictionIn, itemFrom, nameOf, readRow, type SourceGuide } from './guide-rows.ts';

/** What became of one row of a file. */
export interface Outcome {
  /** From 1, as people count. */
  row: number;
  id: string;
  region: string;
  item: string;
  result: 'new' | 'changed' | 'unchanged' | 'rejected';
  reason?: string;
}

interface Accepted {
  row: number;
  guide: SourceGuide;
  division: Division;
  definition: ItemDefinition;
}

const actor = system('import');
const ROWS_A_TRANSACTION = 50;

/**
 * Publishes each row as an item of its region. A bad row is reported with its reason and stops nothing; a document that is in force
 * already is left as it is, so the same file may be imported again.
 */
export async function importGuides(
  db: Db,
  rows: readonly unknown[],
  divisions: Divisions,
  progress: (done: number) => void,
): Promise<Outcome[]> {
  const { accepted, rejected } = sortRows(rows, divisions);
  const outcomes = [...rejected];
  await inTx(db, (tx) => giveGround(tx, accepted, divisions));
  progress(outcomes.length);
  for (let from = 0; from < accepted.length; from += ROWS_A_TRANSACTION) {
    outcomes.push(...(await publishBatch(db, accepted.slice(from, from + ROWS_A_TRANSACTION))));
    progress(outcomes.length);
  }
  return outcomes.sort((a, b) => a.row - b.row);
}

/** The rows that can be published, as documents; the others with the reason why not. */
export function sortRows(
  rows: readonly unknown[],
  divisions: Divisions,
): { accepted: Accepted[]; rejected: Outcome[] } {
  const accepted: Accepted[] = [];
  const rejected: Outcome[] = [];
  const rowOf = new Map<string, number>();
  for (const [at, source] of rows.entries()) {
    const row = at + 1;
    const read = readRow(source);
    if ('reason' in read) {
      rejected.push({ row, id: '', region: '', item: '', result: 'rejected', reason: read.reason });
      continue;
    }
    const { guide } = read;
    const [division, another] = divisions.find(guide.region, guide.parent_regions);
    const key = [guide.region, ...guide.parent_regions, nameOf(guide)].join('|');
    const reason = reasonAgainst(guide, division, another, divisions, rowOf.get(key));
    if (reason === undefined && division) {
      rowOf.set(key, row);
      accepted.push({ row, guide, division, definition: itemFrom(guide, division.level) });
    } else rejected.push(outcomeOf({ row, guide }, 'rejected', reason));
  }
  return { accepted, rejected };
}

function reasonAgainst(
  guide: SourceGuide,
  division: Division | undefined,
  another: Division | undefined,
  divisions: Divisions,
  sameRow: number | undefined,
): string | undefined {
  if (!division) return `区划代码表中没有“${guide.region}”，请补一份含它代码的表（--divisions）后重新导入`;
  if (another) return `叫“${guide.region}”的行政区划不止一个（${division.code}、${another.code}），请写明上级`;
  if (sameRow !== undefined) return `与第 ${sameRow} 条是同一地区的同一事项`;
  if (division.level === '4' && !isFunctionalArea(division)) {
    const county = strayCounty(guide.locations, guide.region, divisions.counties(division));
    if (county !== undefined) return `办理地点全在${county}，不在${guide.region}，会让人跑错地方`;
  }
  return contradictionIn(guide);
}

const outcomeOf = (
  { row, guide }: Pick<Accepted, 'row' | 'guide'>,
  result: Outcome['result'],
  reason?: string,
): Outcome => ({
  row,
  id: guide.id,
  region: guide.region,
  item: nameOf(guide),
  result,
  ...(reason !== undefined && { reason }),
});

/** The regions, from the city down, and the departments that the rows speak of. */
async function giveGround(tx: Tx, accepted: readonly Accepted[], divisions: Divisions): Promise<void> {
  for (const division of new Set(accepted.map((row) => row.division))) {
    let parent: string | null = null;
    for (const step of divisions.chain(division)) {
      await ensureRegion(tx, { code: regionCodeOf(step), name: step.name, level: step.level, parent });
      parent = regionCodeOf(step);
    }
  }
  const departments = new Map(
    accepted.map(({ division, guide }) => {
      const regionCode = `${areaCodeOf(division)}000000`;
      return [`${regionCode} ${guide.department}`, { regionCode, name: guide.department }];
    }),
  );
  for (const department of departments.values()) await ensureDepartment(tx, department);
}

/** One transaction for many rows; when one of them fails, each again in its own, so that only the bad one stays out. */
async function publishBatch(db: Db, batch: readonly Accepted[]): Promise<Outcome[]> {
  try {
    return await inTx(db, async (tx) => {
      const outcomes: Outcome[] = [];
      for (const row of batch) outcomes.push(await publishRow(tx, row));
      return outcomes;
    });
  } catch (error) {
    const [only, ...others] = batch;
    if (only && others.length === 0) return [outcomeOf(only, 'rejected', reasonOf(error))];
    const outcomes: Outcome[] = [];
    for (const row of batch) outcomes.push(...(await publishBatch(db, [row])));
    return outcomes;
  }
}

async function publishRow(tx: Tx, accepted: Accepted): Promise<Outcome> {
  const { division, definition } = accepted;
  const place = { regionCode: regionCodeOf(division), areaCode: areaCodeOf(division) };
  const version = await saveDraft(tx, actor, { ...place, definition });
  if (version.state !== 'draft') return outcomeOf(accepted, 'unchanged');
  await publish(tx, actor, { versionId: version.id });
  return outcomeOf(accepted, version.version === 1 ? 'new' : 'changed');
}

/** A refusal in words, with its places in the document; anything else is a fault of ours or of the database, and stops the import. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Problem)) throw error;
  const faults = (error.extra['errors'] ?? []) as { pointer: string; detail: string }[];
  return [error.words.zh, ...faults.map(({ pointer, detail }) => `${pointer} ${detail}`)].join('；');
}
