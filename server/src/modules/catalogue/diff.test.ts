import { expect, test } from 'vitest';
import { anItem } from '../../../test/items.ts';
import { diff } from './diff.ts';
import { definitionDigest } from './digest.ts';

test('a change deep inside is named by the keys on the way, wherever the element stands in its list', () => {
  const before = anItem();
  const [application] = before.materials;
  const after = anItem({
    promisedTimeLimit: { length: 3, unit: 'wd' },
    materials: [
      { key: 'photo', name: '照片', medium: 'EITHER', necessity: 'REQUIRED' },
      { ...application!, name: '申请书' },
    ],
  });

  expect(diff(before, after)).toEqual([
    { pointer: '/promisedTimeLimit/length', kind: 'changed', before: 5, after: 3 },
    { pointer: '/materials/application/name', kind: 'changed', before: '申请表', after: '申请书' },
    { pointer: '/materials/photo', kind: 'added', after: after.materials[0] },
  ]);
});

test('what disappears is shown as it was; plain lists change as a whole', () => {
  const before = anItem({ themes: ['经营', '摊位'] });

  expect(diff(before, anItem({ themes: ['经营'] }))).toEqual([
    { pointer: '/themes', kind: 'changed', before: ['经营', '摊位'], after: ['经营'] },
  ]);
  expect(diff(before, anItem())).toEqual([{ pointer: '/themes', kind: 'removed', before: ['经营', '摊位'] }]);
});

test('the same document has one digest however its keys are ordered', () => {
  const item = anItem();
  const turned = Object.fromEntries(Object.entries(item).reverse()) as unknown as typeof item;

  expect(definitionDigest(turned)).toEqual(definitionDigest(item));
  expect(definitionDigest(anItem({ name: '别的' }))).not.toEqual(definitionDigest(item));
  expect(diff(item, turned)).toEqual([]);
});
