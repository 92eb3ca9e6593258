import { describe, expect, test } from 'vitest';
import { checkItem, checkShape } from '../modules/catalogue/check.ts';
import { placesFrom, strayCounty } from './guide-places.ts';
import { itemFrom, keyOf, readRow, type SourceGuide } from './guide-rows.ts';

const guide = (change: Partial<SourceGuide> = {}): SourceGuide => ({
  id: 'G-1',
  region: '甲区',
  parent_regions: ['示例市', '示例省'],
  item_name: '残疾人证换领',
  sub_item_name: '居住地申请',
  department: '残疾人联合会',
  promise_days: 5,
  charge: '否',
  conditions: '1、已有证件。\n2.证件损坏。',
  locations: ['示例省示例市甲区示例路1号甲区政务服务中心综合窗口'],
  office_hours: '春夏季：星期一至星期五09：00-17：00 \n秋冬季：09：00－16：30',
  contact: '0000—12345678',
  situations: [{ name: '无情形', materials: ['居民身份证', '居民身份证', ' 照片 '], no_material: false }],
  ...change,
});
const item = (change: Partial<SourceGuide> = {}) => itemFrom(guide(change), '4');

describe('a row becomes an item', () => {
  test('with what it says, each thing in its place', () => {
    expect(item()).toMatchObject({
      name: '残疾人证换领（居住地申请）',
      mainItem: '残疾人证换领',
      implementingBody: { name: '残疾人联合会' },
      serviceTargets: ['1'],
      caseType: 'COMMITTED',
      promisedTimeLimit: { length: 5, unit: 'wd' },
      acceptanceConditions: ['已有证件。', '证件损坏。'],
      fees: { charged: false, items: [] },
      consultPhone: '0000-12345678',
      places: [
        {
          name: '甲区政务服务中心综合窗口',
          address: '示例省示例市甲区示例路1号',
          hours: '春夏季：星期一至星期五09:00-17:00；秋冬季：09:00-16:30',
        },
      ],
      materials: [
        { name: '居民身份证', necessity: 'REQUIRED' },
        { name: '照片', necessity: 'REQUIRED' },
      ],
    });
  });

  test('that can be published', () => {
    expect(checkShape(item())).toEqual([]);
    expect(checkItem(item()).faults).toEqual([]);
    expect(checkItem(item({ charge: '是' })).faults).toEqual([]);
  });

  test('what it does not say stays empty and is listed as pending', () => {
    const bare = item({ promise_days: null, charge: '', contact: '电话咨询', office_hours: '春夏季节', locations: [] });

    expect(bare.pending).toEqual(
      expect.arrayContaining(['/legalBasis', '/promisedTimeLimit', '/fees', '/consultPhone', '/places']),
    );
    expect(bare).not.toHaveProperty('consultPhone');
    expect(checkItem(bare).faults).toEqual([]);
  });

  test('a charge without its standard is a charge whose standard is pending', () => {
    const { fees, pending } = item({ charge: '是' });

    expect(fees).toEqual({ charged: true, items: [{ name: '待补充', standard: '待补充', basis: '待补充' }] });
    expect(pending).toContain('/fees/items/0/standard');
  });

  test('one key for one item, whatever the region, and another for another', () => {
    expect(keyOf(guide({ region: '乙区', id: 'G-2' }))).toBe(keyOf(guide()));
    expect(keyOf(guide())).toMatch(/^cjrzhljzdsq-[0-9a-f]{6}$/);
    expect(keyOf(guide({ sub_item_name: '户籍地申请' }))).not.toBe(keyOf(guide()));
    expect(keyOf(guide({ item_name: '１２３', sub_item_name: '' }))).toMatch(/^item-/);
  });
});

describe('situations', () => {
  const several = {
    situations: [
      { name: '情形1：个人', materials: ['申请表', '身份证'] },
      { name: '情形2.单位', materials: ['申请表', '授权书'] },
      { name: '无情形', materials: [] },
    ],
  };

  test('become one question whose options choose the materials', () => {
    const { questions, materials } = item(several);

    expect(questions?.[0]?.options.map(({ label }) => label)).toEqual(['个人', '单位', '其他情形']);
    expect(materials.map(({ name, when }) => [name, when])).toEqual([
      ['申请表', { in: ['/situation/situation', ['s1', 's2']] }],
      ['身份证', { in: ['/situation/situation', ['s1']] }],
      ['授权书', { in: ['/situation/situation', ['s2']] }],
    ]);
    expect(checkItem(item(several)).faults).toEqual([]);
  });

  test('a single one asks nothing; if it has a name, the guide is for it alone', () => {
    const only = item({ situations: [{ name: '情形1：新生儿', materials: ['出生证明'] }] });

    expect(only).not.toHaveProperty('questions');
    expect(only.acceptanceConditions.at(-1)).toBe('适用情形：新生儿');
  });

  test('names of the same first letters keep keys of their own', () => {
    const { materials } = item({ situations: [{ name: '无情形', materials: ['申请表', '审请表'] }] });

    expect(materials.map(({ key }) => key)).toEqual(['m-sqb', 'm-sqb-2']);
  });
});

test.each<[unknown, string]>([
  [{ ...guide(), region: undefined }, '“region”缺失，或者格式不对'],
  [{ ...guide(), promise_days: '5' }, '“promise_days”缺失，或者格式不对'],
  [{ ...guide(), situations: [] }, '“situations”缺失，或者格式不对'],
  ['text', '不是一条办事指南'],
  [null, '不是一条办事指南'],
])('a row of another shape says where: %#', (row, reason) => {
  expect(readRow(row)).toEqual({ reason });
});

describe('places', () => {
  const names = ['甲区', '示例市', '示例省'];
  const places = (...texts: string[]) =>
    placesFrom(texts, names).map(({ name, address }) => `${name} @ ${address ?? ''}`);

  test.each<[string, string[], string[]]>([
    [
      'numbers before them',
      ['2. 凯旋派出所：示例省示例市甲区长新街137号'],
      ['凯旋派出所 @ 示例省示例市甲区长新街137号'],
    ],
    [
      'several in one text',
      ['示例省示例市甲区一路1号甲区政务服务中心 示例省示例市甲区二路2号甲区医保局、示例省示例市甲区三路3号三路派出所'],
      [
        '甲区政务服务中心 @ 示例省示例市甲区一路1号',
        '甲区医保局 @ 示例省示例市甲区二路2号',
        '三路派出所 @ 示例省示例市甲区三路3号',
      ],
    ],
    [
      'one torn in two',
      ['示例省示例市甲区五路西行100米示例', '市政务服务中心二楼窗口'],
      ['示例市政务服务中心二楼窗口 @ 示例省示例市甲区五路西行100米'],
    ],
    [
      'the way going on',
      ['示例省示例市甲区五路与六路交汇处西行100米政务服务中心'],
      ['政务服务中心 @ 示例省示例市甲区五路与六路交汇处西行100米'],
    ],
    [
      'window numbers',
      ['一街道：甲区九路9号一街道便民服务中心第1号至4号窗口'],
      ['一街道便民服务中心第1号至4号窗口 @ 甲区九路9号'],
    ],
    ['an address in brackets', ['甲区政务服务中心（甲区一路1号）'], ['甲区政务服务中心 @ 甲区一路1号']],
    ['no street at all', ['甲区辖区内所有派出所。'], ['甲区辖区内所有派出所 @ ']],
    ['the same twice', ['甲区医保局', '1.甲区医保局'], ['甲区医保局 @ ']],
  ])('%s', (_, texts, expected) => {
    expect(places(...texts)).toEqual(expected);
  });

  test('a row whose places all lie in another county is found out', () => {
    const counties = ['甲区', '乙区', '丙县'];

    expect(strayCounty(['示例市乙区一路1号'], '甲区', counties)).toBe('乙区');
    expect(strayCounty(['示例市乙区一路1号', '甲区二路2号'], '甲区', counties)).toBeUndefined();
    expect(strayCounty(['各街道便民服务中心'], '甲区', counties)).toBeUndefined();
    expect(strayCounty([], '甲区', counties)).toBeUndefined();
  });
});
