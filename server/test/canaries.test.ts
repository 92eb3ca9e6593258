import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { leaksIn, tracesIn } from './canaries.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const [name, mobile, idNumber, token] = ['示例甲乙丙丁戊己', '10001234567', '690102197001011232', 't'.repeat(43)];

function aRun() {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-canaries-'));
  folders.push(folder);
  const traces = tracesIn(folder, 'some.test.ts');
  for (const value of [name, mobile, idNumber, token]) traces.canary(value);
  return { folder, traces, log: (line: string) => appendFileSync(traces.logFile, `${line}\n`) };
}

test('nothing is found where values are masked, or are nobody’s', () => {
  const { folder, traces, log } = aRun();

  traces.url('/api/cases?text=示例市&after=100012345');
  traces.errorBody(404, '{"title":"没有找到 示******* 100****4567"}');
  log('{"event":"request","actor":"person","mobile":"10007654321"}');

  expect(leaksIn(folder)).toEqual([]);
});

test('a whole value is found in a log line, an escaped address and an error’s body, also inside a longer one', () => {
  const { folder, traces, log } = aRun();

  log(`{"event":"x","detail":"860${mobile}"}`);
  traces.url(`/api/cases?text=${encodeURIComponent(name)}`);
  traces.errorBody(422, `{"title":"${idNumber} 已注册"}`);
  traces.url(`/api/session?token=${token}`);

  expect(leaksIn(folder)).toHaveLength(4);
});

test('what another test’s world made up is found too', () => {
  const { folder } = aRun();

  tracesIn(folder, 'another.test.ts').errorBody(500, mobile);

  expect(leaksIn(folder)).toHaveLength(1);
});

test('the report shows masks only', () => {
  const { folder, traces } = aRun();

  traces.errorBody(422, `${name} ${mobile}`);

  expect(leaksIn(folder)).toEqual(['some.test.ts.errors: a whole name, mobile in 422 示******* 100****4567']);
});

test('a value without one of the forms is no canary, because it would not be found', () => {
  expect(() => aRun().traces.canary('张三')).toThrow();
});
