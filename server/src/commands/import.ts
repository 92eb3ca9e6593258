import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../kernel/config.ts';
import { appUrl, migrate } from '../kernel/db/migrate.ts';
import { createDb, createPool } from '../kernel/db.ts';
import { csvRow } from './csv.ts';
import { findDivisionFiles, readDivisions } from './divisions.ts';
import { importGuides, type Outcome } from './guides.ts';

const USAGE = `用法：npm run import -- guides 文件.json [--divisions 区划.csv]…
  把办事指南导出文件中的事项发布到它们的地区。可以重复执行，没有变化的不会重复发布。
  区划代码表默认在文件旁边（或旁边的 divisions 文件夹）找。`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { divisions: { type: 'string', multiple: true } },
});
const [what, file] = positionals;
if (what !== 'guides' || file === undefined) {
  console.error(USAGE);
  process.exit(2);
}

function readRows(path: string): unknown[] {
  try {
    const rows: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (Array.isArray(rows)) return rows;
  } catch (error) {
    console.error(`读不了 ${path}：${error instanceof SyntaxError ? '不是 JSON 文件' : '文件不存在或者没有权限'}`);
    process.exit(1);
  }
  console.error(`${path} 里应是一个列表，每项一条办事指南`);
  process.exit(1);
}

const rows = readRows(file);
const divisionFiles = values.divisions ?? findDivisionFiles(file);
const divisions = readDivisions(divisionFiles);
if (divisions.size === 0) {
  console.error('没有找到区划代码表，请用 --divisions 指明');
  process.exit(1);
}

const config = readConfig();
await migrate(config.databaseUrl);
const pool = createPool(config.databaseAppUrl || (await appUrl(config.databaseUrl, config.varDir)), 4);
try {
  const outcomes = await importGuides(createDb(pool), rows, divisions, (done) => {
    if (process.stdout.isTTY) process.stdout.write(`\r已处理 ${done} / ${rows.length} 条`);
    else if (done % 200 === 0 || done === rows.length) console.log(`已处理 ${done} / ${rows.length} 条`);
  });
  if (process.stdout.isTTY) console.log();
  report(outcomes);
} finally {
  await pool.end();
}

function report(outcomes: readonly Outcome[]): void {
  const rejected = outcomes.filter(({ result }) => result === 'rejected');
  for (const { row, id, region, item, reason } of rejected)
    console.log(`第 ${row} 条 ${id} ${region} ${item}：${reason}`);

  const folder = join(config.varDir, 'imports');
  const path = join(folder, `${basename(file ?? '', extname(file ?? ''))}-report.csv`);
  mkdirSync(folder, { recursive: true });
  const header = csvRow(['行号', '编号', '地区', '事项', '原因']);
  const lines = rejected.map(({ row, id, region, item, reason = '' }) =>
    csvRow([String(row), id, region, item, reason]),
  );
  writeFileSync(path, `\ufeff${header}${lines.join('')}`);

  const count = (result: Outcome['result']) => outcomes.filter((outcome) => outcome.result === result).length;
  console.log(
    `共 ${outcomes.length} 条：新发布 ${count('new')}，更新 ${count('changed')}，没有变化 ${count('unchanged')}，未导入 ${count('rejected')}`,
  );
  console.log(`未导入的条目和原因：${path}`);
}
