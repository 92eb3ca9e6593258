import { expect, test } from 'vitest';
import { testContext } from '../../test/database.ts';
import { samplePath, sampleText, testWithSampleData } from '../../test/sample-data.ts';
import { getItem } from '../modules/catalogue/public.ts';
import { type Division, divisionsOf, findDivisionFiles, readDivisions } from './divisions.ts';
import { keyOf, type SourceGuide } from './guide-rows.ts';
import { importGuides, type Outcome, sortRows } from './guides.ts';

const division = (code: string, name: string, level: Division['level'], parent: string): [string, Division] => [
  code,
  { code, name, level, parent },
];
const divisions = divisionsOf(
  new Map([
    division('690100', '示例市', '3', '690000'),
    division('690102', '甲区', '4', '690100'),
    division('690103', '乙区', '4', '690100'),
    division('690171', '示例开发区', '4', '690100'),
    division('690102001', '甲街道', '5', '690102'),
    division('690300', '另一市', '3', '690000'),
    division('690302', '丙区', '4', '690100'),
    division('690303', '丙区', '4', '690100'),
  ]),
);

const row = (change: Partial<SourceGuide> = {}): SourceGuide => ({
  id: 'G-1',
  region: '甲区',
  parent_regions: ['示例市', '示例省'],
  item_name: '居住证签注',
  sub_item_name: '',
  department: '公安局',
  promise_days: 1,
  charge: '否',
  locations: ['示例市甲区一路1号甲区政务服务中心'],
  situations: [{ name: '无情形', materials: ['居住证'] }],
  ...change,
});
const summary = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ row: number, result, reason }) => [number, result, reason]);

test('right rows are published where they hold, the others are told why not, and nothing stops the rest', async () => {
  const { db } = await testContext();
  const rows = [
    row(),
    { nonsense: true },
    row({ id: 'G-3' }),
    row({ id: 'G-4', region: '无名区' }),
    row({ id: 'G-5', region: '丙区' }),
    row({ id: 'G-6', item_name: '暂住登记', locations: ['示例市乙区一路1号'] }),
    row({ id: 'G-7', region: '示例开发区', locations: ['示例市乙区一路1号'] }),
    row({ id: 'G-8', item_name: '印章刻制', situations: ['一', '一'].map((name) => ({ name, materials: [] })) }),
    row({
      id: 'G-9',
      item_name: '门牌证明',
      department: '局'.repeat(200),
      contact: '0000-123',
      locations: Array(60).fill('甲'),
    }),
    row({ id: 'G-10', region: '甲街道', parent_regions: ['甲区', '示例市', '示例省'] }),
    row({ id: 'G-11', region: '示例市', parent_regions: ['示例省'] }),
  ];

  const outcomes = await importGuides(db, rows, divisions, () => {});

  expect(summary(outcomes)).toEqual([
    [1, 'new', undefined],
    [2, 'rejected', '“id”缺失，或者格式不对'],
    [3, 'rejected', '与第 1 条是同一地区的同一事项'],
    [4, 'rejected', '区划代码表中没有“无名区”，请补一份含它代码的表（--divisions）后重新导入'],
    [5, 'rejected', '叫“丙区”的行政区划不止一个（690302、690303），请写明上级'],
    [6, 'rejected', '办理地点全在乙区，不在甲区，会让人跑错地方'],
    [7, 'new', undefined],
    [8, 'rejected', '有两种情形都叫“一”，分不开'],
    [9, 'new', undefined],
    [10, 'new', undefined],
    [11, 'new', undefined],
  ]);
});

test('the street’s own version goes before the district’s; both are decided by the district', async () => {
  const { db } = await testContext();
  const rows = [
    row(),
    row({ id: 'G-2', region: '甲街道', parent_regions: ['甲区', '示例市', '示例省'], promise_days: 3 }),
  ];
  await importGuides(db, rows, divisions, () => {});
  const key = keyOf(row());

  const inStreet = await getItem(db, key, '690102001001');
  const elsewhere = await getItem(db, key, '690102002000');

  expect([inStreet.areaCode, inStreet.definition.promisedTimeLimit?.length]).toEqual([690102, 3]);
  expect([elsewhere.regionCode, elsewhere.definition.promisedTimeLimit?.length]).toEqual(['690102000000', 1]);
});

test('the same file again changes nothing; a changed row becomes a new version, and only that one', async () => {
  const { db } = await testContext();
  const rows = [row(), row({ id: 'G-2', item_name: '暂住登记' })];
  await importGuides(db, rows, divisions, () => {});

  const again = await importGuides(db, structuredClone(rows), divisions, () => {});
  const changed = await importGuides(db, [row({ promise_days: 2 }), rows[1]], divisions, () => {});

  expect(summary(again).map(([, result]) => result)).toEqual(['unchanged', 'unchanged']);
  expect(summary(changed).map(([, result]) => result)).toEqual(['changed', 'unchanged']);
});

test('a document that the catalogue refuses keeps out nobody else of its batch', async () => {
  const { db } = await testContext();
  const tooLong = row({ id: 'G-2', item_name: '暂住登记', conditions: '长'.repeat(3000) });

  const outcomes = await importGuides(
    db,
    [row(), tooLong, row({ id: 'G-3', item_name: '门牌证明' })],
    divisions,
    () => {},
  );

  expect(outcomes.map(({ result }) => result)).toEqual(['new', 'rejected', 'new']);
  expect(outcomes[1]?.reason).toBe('事项文档的格式不对，请按提示修改；/acceptanceConditions/0 最多 2000 个字');
});

testWithSampleData('of the real guides 987 can be published, and each of the others has its reason', () => {
  const rows = JSON.parse(sampleText('guides/changchun_guides.json'));
  const real = readDivisions(findDivisionFiles(samplePath('guides/changchun_guides.json')));

  const { accepted, rejected } = sortRows(rows, real);

  const reasons = Map.groupBy(rejected, ({ reason }) => reason);
  expect(accepted).toHaveLength(987);
  expect(new Set(accepted.map(({ definition }) => definition.key)).size).toBe(106);
  expect([...reasons].map(([reason, those]) => [reason?.slice(0, 14), those.length])).toEqual([
    ['办理地点全在九台区，不在二道', 61],
    ['区划代码表中没有“莲花山生态', 47],
    ['区划代码表中没有“中韩（长春', 20],
  ]);
});

testWithSampleData(
  'real guides of every region go in, and in again without a trace',
  async () => {
    const { db } = await testContext();
    const all: SourceGuide[] = JSON.parse(sampleText('guides/changchun_guides.json'));
    const rows = [...Map.groupBy(all, ({ region }) => region).values()].flatMap((those) => those.slice(-3));
    const real = readDivisions(findDivisionFiles(samplePath('guides/changchun_guides.json')));

    const first = await importGuides(db, rows, real, () => {});
    const again = await importGuides(db, rows, real, () => {});

    const count = (outcomes: readonly Outcome[], result: Outcome['result']) =>
      outcomes.filter((one) => one.result === result).length;
    expect(count(first, 'new')).toBe(rows.length - 6);
    expect(count(again, 'unchanged')).toBe(rows.length - 6);
  },
  60_000,
);
