import { expect, test } from 'vitest';
import type { ItemDefinition } from './contract.ts';
import { lintItem } from './lint.ts';

const sound: ItemDefinition = {
  key: 'sound-item',
  name: '烟花爆竹经营（零售）许可',
  itemType: '01',
  legalBasis: [],
  exerciseLevels: ['4'],
  implementingBody: { name: '应急管理局' },
  serviceTargets: ['2'],
  caseType: 'COMMITTED',
  statutoryTimeLimit: { length: 20, unit: 'wd' },
  promisedTimeLimit: { length: 10, unit: 'wd' },
  acceptanceConditions: [],
  handlingChannels: ['WINDOW', 'PC'],
  onSiteVisits: 0,
  onlineDepth: ['2', '3', '4', '5'],
  results: [{ name: '烟花爆竹经营（零售）许可证', type: 'CERTIFICATE' }],
  fees: { charged: false, items: [] },
  places: [],
  consultPhone: '1000-6900001',
  complaintPhone: '1000-6900009',
  materials: [
    {
      key: 'licence',
      name: '营业执照',
      medium: 'EITHER',
      necessity: 'REQUIRED',
      source: 'GOVERNMENT',
      issuer: '市场监督管理部门',
    },
  ],
  source: { name: '示例数据', sample: true },
};

const findingsOf = (change: Partial<ItemDefinition>) =>
  lintItem({ ...sound, ...change }).map(({ kind, pointer }) => `${kind} ${pointer}`);

const without = (...names: (keyof ItemDefinition)[]): ItemDefinition =>
  Object.fromEntries(Object.entries(sound).filter(([name]) => !names.some((one) => one === name))) as ItemDefinition;

test('an item that agrees with itself has no findings', () => {
  expect(lintItem(sound)).toEqual([]);
});

test.each<[why: string, change: Partial<ItemDefinition>, found: string]>([
  ['即办件 promises at most a day', { caseType: 'IMMEDIATE' }, 'fault /caseType'],
  ['承诺件 is not done on the spot', { promisedTimeLimit: { length: 0, unit: 'wd' } }, 'fault /caseType'],
  [
    'a promise is not longer than the law allows',
    { promisedTimeLimit: { length: 21, unit: 'wd' } },
    'fault /promisedTimeLimit/length',
  ],
  [
    'promise and law count in one unit',
    { promisedTimeLimit: { length: 10, unit: 'day' } },
    'fault /promisedTimeLimit/unit',
  ],
  [
    'a certificate is a certificate',
    { results: [{ name: '烟花爆竹经营许可证', type: 'DOCUMENT' }] },
    'fault /results/0/type',
  ],
  [
    'a written approval is a document',
    { results: [{ name: '关于某项目的批复', type: 'OTHER' }] },
    'fault /results/0/type',
  ],
  ['a visit has a reason', { onSiteVisits: 1, onlineDepth: ['1'] }, 'fault /onSiteReason'],
  ['no visit has no reason', { onSiteReason: '需要核验原件' }, 'fault /onSiteReason'],
  [
    'what is done wholly online needs no visit',
    { onSiteVisits: 1, onSiteReason: '需要核验原件' },
    'fault /onlineDepth',
  ],
  [
    'who need not come can apply from afar',
    { handlingChannels: ['WINDOW'], onlineDepth: ['1'] },
    'fault /handlingChannels',
  ],
  [
    'a charge names its items',
    { fees: { charged: true, items: [] }, supports: { onlinePayment: true } },
    'fault /fees/items',
  ],
  ['complaints do not ring where advice is given', { complaintPhone: '1000-6900001' }, 'fault /complaintPhone'],
  ['a number has its area code', { consultPhone: '6900001' }, 'gap /consultPhone'],
  [
    'a government document names who issues it',
    {
      materials: [{ key: 'licence', name: '营业执照', medium: 'EITHER', necessity: 'REQUIRED', source: 'GOVERNMENT' }],
    },
    'gap /materials/0/issuer',
  ],
  ['a translation belongs to a text', { en: { '/materials/3/name': 'Lease' } }, 'fault /en/~1materials~13~1name'],
  ['what is known is not pending', { pending: ['/consultPhone'] }, 'fault /pending/0'],
])('%s', (_why, change, found) => {
  expect(findingsOf(change)).toEqual([found]);
});

test('a receipt (凭证) is not taken for a certificate', () => {
  expect(findingsOf({ results: [{ name: '参保登记凭证', type: 'DOCUMENT' }] })).toEqual([]);
});

test('what an importer does not know is a gap, not a fault', () => {
  const imported = without('statutoryTimeLimit', 'complaintPhone', 'onSiteVisits', 'fees');

  expect(lintItem(imported).map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
    'gap /statutoryTimeLimit',
    'gap /onSiteVisits',
    'gap /fees',
    'gap /complaintPhone',
  ]);
});

test('a gap that the document lists as pending is not reported again', () => {
  expect(lintItem({ ...without('statutoryTimeLimit'), pending: ['/statutoryTimeLimit'] })).toEqual([]);
});
