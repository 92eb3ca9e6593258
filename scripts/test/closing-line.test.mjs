import assert from 'node:assert/strict';
import fs from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeCheckout, runScript } from './checkout.mjs';

/** Reports as vitest does, to the file it is told, what this environment holds; without it, it breaks. */
const fakeVitest = `
  const { writeFileSync } = require('node:fs');
  console.log('vitest', process.argv.slice(2).filter((word) => !word.startsWith('--')).join(' '));
  const file = process.argv.find((word) => word.startsWith('--outputFile.json=')).split('=')[1];
  if (!process.env.REPORT) process.exit(1);
  writeFileSync(file, process.env.REPORT);`;

/** @param {number} passed @param {number} failed @param {number} pending @param {object[]} testResults */
const report = (passed, failed, pending, testResults = []) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: 0,
    testResults,
  });

/** @param {{ scriptTest?: string, journeys?: string }} files */
function makeTested({ scriptTest = '', journeys }) {
  const checkout = makeCheckout();
  const vitest = join(checkout, 'node_modules', 'vitest');
  const tests = join(checkout, 'scripts', 'test');
  fs.mkdirSync(vitest, { recursive: true });
  fs.writeFileSync(join(vitest, 'package.json'), '{ "bin": "vitest.js" }');
  fs.writeFileSync(join(vitest, 'vitest.js'), fakeVitest);
  fs.rmSync(tests, { recursive: true });
  fs.mkdirSync(tests);
  fs.writeFileSync(join(tests, 'some.test.mjs'), `import { test } from 'node:test';\n${scriptTest}`);
  fs.mkdirSync(join(checkout, 'e2e'));
  if (journeys) fs.writeFileSync(join(checkout, 'e2e', 'run.ts'), journeys);
  return checkout;
}

/** @param {string} checkout @param {NodeJS.ProcessEnv} env @param {string[]} paths */
async function npmTest(checkout, env, paths = []) {
  const running = runScript(checkout, { script: ['test.mjs', ...paths], env: { CHROMIUM: process.execPath, ...env } });
  const code = await running.ended;
  return { code, output: running.output, lastLine: running.output.trimEnd().split('\n').at(-1) };
}

test('all kinds of tests are summed to one closing line', async () => {
  const checkout = makeTested({
    scriptTest: `test('a', () => {}); test('b', () => {}); test('c', { skip: true }, () => {});`,
    journeys: `console.log('walking'); console.log('4 passed, 0 failed');`,
  });

  const { code, lastLine } = await npmTest(checkout, { REPORT: report(10, 0, 1) });

  assert.deepEqual([code, lastLine], [0, '16 passed, 0 failed, 2 skipped']);
});

test('a failure of any kind fails the whole', async () => {
  const checkout = makeTested({
    scriptTest: `test('a', () => { throw new Error(); });`,
    journeys: `console.log('3 passed, 1 failed'); process.exit(1);`,
  });

  const { code, lastLine } = await npmTest(checkout, { REPORT: report(10, 2, 0) });

  assert.deepEqual([code, lastLine], [1, '13 passed, 4 failed']);
});

test('a runner that breaks before it counts is a failure', async () => {
  const checkout = makeTested({ scriptTest: `test('a', () => {});`, journeys: `throw new Error('no browser');` });

  const { code, lastLine } = await npmTest(checkout, {});

  assert.deepEqual([code, lastLine], [1, '1 passed, 2 failed']);
});

test('a test file that cannot be loaded is a failure of its own', async () => {
  const checkout = makeTested({});
  const testResults = [
    { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
    { status: 'failed', assertionResults: [] },
  ];

  const { lastLine } = await npmTest(checkout, { REPORT: report(5, 1, 0, testResults) }, ['server']);

  assert.equal(lastLine, '5 passed, 2 failed');
});

test('with paths only vitest runs, on those alone', async () => {
  const checkout = makeTested({ scriptTest: `test('a', () => { throw new Error(); });` });

  const { code, output, lastLine } = await npmTest(checkout, { REPORT: report(2, 0, 0) }, ['server/src/some.test.ts']);

  assert.deepEqual([code, lastLine], [0, '2 passed, 0 failed']);
  assert.match(output, /^vitest run server\/src\/some\.test\.ts$/m);
});
