import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject } from 'vitest';
import { samplePath, testWithSampleData } from '../server/test/sample-data.ts';
import { story } from './story.ts';
import type { Visitor } from './visitor.ts';

const root = resolve(import.meta.dirname, '..');
/** Two of the real guides of one county: one with situations, one without. */
const slice = ['CC-G0461', 'CC-G0468'];

story('A real guide is imported beside the running server, found and read', (arrive) => {
  let visitor: Visitor;

  testWithSampleData('an operator imports guides and is told how many and which were refused', async () => {
    const { databaseUrl, varDir } = inject('world');
    const rows = JSON.parse(readFileSync(samplePath('guides/changchun_guides.json'), 'utf8')) as { id: string }[];
    const file = join(varDir, 'guides.json');
    const chosen = rows.filter(({ id }) => slice.includes(id));
    writeFileSync(file, JSON.stringify([...chosen, { id: 'CC-broken' }]));

    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        ...['server/src/commands/import.ts', 'guides', file],
        ...['--divisions', samplePath('divisions/divisions_2201_长春市.csv')],
      ],
      { cwd: root, env: { ...process.env, DATABASE_URL: databaseUrl, VAR_DIR: varDir, TONGBAN_MODE: 'test' } },
    );

    expect(stdout).toContain('共 3 条：新发布 2');
    expect(stdout).toContain('未导入 1');
  });

  testWithSampleData('somebody of that county chooses it, searches in their own words and finds the item', async () => {
    visitor = await arrive();
    await visitor.opens('/');
    await visitor.follows('鹤汀市 更换地区');
    await visitor.arrivesAt('选择地区');
    await visitor.follows('长春市');
    await visitor.follows('农安县');
    await visitor.arrivesAt('选择地区');
    await visitor.presses('选择 农安县');
    await visitor.arrivesAt('首页');
    await visitor.writes('您要办什么事？', '生孩子拿津贴');
    await visitor.presses('搜索');
    await visitor.arrivesAt('搜索');
    await visitor.follows('生育保险待遇核准支付（生育津贴支付）');
  });

  testWithSampleData('they answer its question and see their own list, and what is not known says so', async () => {
    await visitor.arrivesAt('生育保险待遇核准支付');
    await visitor.reads('15', '个工作日', '待补充', '农安县政务服务中心', '这件事还不能在网上申请');
    await visitor.reads('信息来源：长春市政务服务办事指南导出');
    await visitor.chooses('中止妊娠');
    await visitor.presses('下一题');
    await visitor.reads('病历资料', '生育津贴（补贴）申领表');
    await visitor.doesNotRead('住院病历或出院诊断书');
    await visitor.arrivesAt('生育保险待遇核准支付');
  });
});
