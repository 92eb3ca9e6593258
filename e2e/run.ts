/** The journeys: `node e2e/run.ts [name…]` with CHROMIUM naming the browser; what failed leaves a picture and its text in `e2e/report`. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';

rmSync(join(import.meta.dirname, 'report'), { recursive: true, force: true });

const vitest = await startVitest(process.argv.slice(2), {
  root: import.meta.dirname,
  config: false,
  include: ['*.spec.ts'],
  globalSetup: ['setup.ts'],
  pool: 'forks',
  maxWorkers: 2,
  testTimeout: 90_000,
  hookTimeout: 120_000,
  reporters: ['verbose'],
  watch: false,
});
const modules = vitest.state.getTestModules();
const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
const broken = modules.filter(
  (module) => module.state() === 'failed' && ![...module.children.allTests('failed')].length,
);
const count = (state: string): number => states.filter((each) => each === state).length;
const failed = count('failed') + broken.length + vitest.state.getUnhandledErrors().length;
await vitest.close();

const skipped = count('skipped') > 0 ? `, ${count('skipped')} skipped` : '';
console.log(`\n${count('passed')} passed, ${failed} failed${skipped}`);
process.exitCode = failed > 0 || count('passed') === 0 ? 1 : 0;
