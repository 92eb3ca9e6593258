/** `npm test`: everything that can be tested, and one closing line. `npm test -- paths` runs vitest on those alone. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStaleApps } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { commandOf, requireNode, root, runNode } from './runtime.mjs';
import { main, say } from './say.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

const reports = mkdtempSync(join(tmpdir(), 'tongban-reports-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

await main(async () => {
  requireNode();
  const paths = process.argv.slice(2);
  await ensureInstalled();
  const tallies = paths.length > 0 ? [await runVitest(paths)] : await runAll();

  const sum = (/** @type {keyof Tally} */ kind) => tallies.reduce((total, tally) => total + tally[kind], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
  return sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
});

/** @returns {Promise<Tally[]>} */
async function runAll() {
  const journeys = join('e2e', 'run.ts');
  const chromium = existsSync(join(root, journeys)) ? await ensureChromium() : undefined;
  await buildStaleApps();
  const tallies = [await runVitest([]), await runScriptTests()];
  if (chromium) tallies.push(await runJourneys(journeys, chromium));
  return tallies;
}

/** @param {string[]} paths @returns {Promise<Tally>} */
async function runVitest(paths) {
  say('单元、数据库与接口测试', 'Unit, database and HTTP tests');
  const file = join(reports, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await runNode([commandOf('vitest'), 'run', ...reporters, ...paths]);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return atLeastOneFailed(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter(brokeOutsideTests).length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/** A file that could not even be loaded fails without a failed test. @param {{ status: string, assertionResults: { status: string }[] }} file */
function brokeOutsideTests({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
}

/** @returns {Promise<Tally>} */
async function runScriptTests() {
  say('启动与安装脚本的测试', 'Tests of the start and installation scripts');
  const file = join(reports, 'scripts.tap');
  const folder = join('scripts', 'test');
  const tests = readdirSync(join(root, folder)).filter((name) => name.endsWith('.test.mjs'));
  const { code } = await runNode([
    ...['--test', '--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=tap', `--test-reporter-destination=${file}`],
    ...tests.map((name) => join(folder, name)),
  ]);
  const tap = readFileSync(file, 'utf8');
  const count = (/** @type {string} */ kind) => Number(tap.match(new RegExp(`^# ${kind} (\\d+)$`, 'm'))?.[1] ?? 0);
  return atLeastOneFailed(code, {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped'),
  });
}

/** @param {string} file @param {string} chromium @returns {Promise<Tally>} */
async function runJourneys(file, chromium) {
  say('浏览器测试', 'Browser tests');
  const { code, output } = await runNode([file], { env: { CHROMIUM: chromium }, echo: true });
  const [, passed = 0, failed = 0, skipped = 0] =
    output.match(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/m) ?? [];
  return atLeastOneFailed(code, { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) });
}

/** A run that broke outside any test, or was cut short, has failed even if it counted no failure. @param {number} code @param {Tally} tally */
function atLeastOneFailed(code, tally) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
