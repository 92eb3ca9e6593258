import { system } from '../src/kernel/actor.ts';
import { type Db, inTx } from '../src/kernel/db.ts';
import type { ItemDefinition } from '../src/modules/catalogue/contract.ts';
import { publish, saveDraft } from '../src/modules/catalogue/service.ts';
import { importPlaces } from '../src/modules/org/public.ts';

/** A city, two districts, a street and a community, each district with a department: enough ground for items to stand on. */
export const city = '690100000000';
export const district = '690102000000';
export const otherDistrict = '690103000000';
const street = '690102001000';
export const community = '690102001001';

export async function givePlaces(db: Db): Promise<void> {
  const region = (code: string, name: string, level: '3' | '4' | '5' | '6', parent: string | null) => ({
    code,
    name,
    level,
    parent,
  });
  const department = (key: string, body: string, regionCode: string) => ({
    key,
    name: `${key}${body}`,
    body,
    regionCode,
  });
  await inTx(db, (tx) =>
    importPlaces(tx, system('test'), {
      sample: true,
      regions: [
        region(city, '示例市', '3', null),
        region(district, '甲区', '4', city),
        region(otherDistrict, '乙区', '4', city),
        region(street, '甲街道', '5', district),
        region(community, '甲社区', '6', street),
      ],
      departments: [
        department('city-market', '市场监督管理局', city),
        department('district-market', '市场监督管理局', district),
        department('other-market', '市场监督管理局', otherDistrict),
      ],
      halls: [],
    }),
  );
}

/** A small item that may be published; `change` makes it another one. */
export const anItem = (change: Partial<ItemDefinition> = {}): ItemDefinition => ({
  key: 'stall-permit',
  name: '摊位经营许可',
  itemType: '01',
  legalBasis: [],
  exerciseLevels: ['4'],
  implementingBody: { name: '市场监督管理局' },
  serviceTargets: ['1', '2'],
  caseType: 'COMMITTED',
  statutoryTimeLimit: { length: 20, unit: 'wd' },
  promisedTimeLimit: { length: 5, unit: 'wd' },
  acceptanceConditions: [],
  handlingChannels: ['WINDOW'],
  onlineDepth: ['1'],
  results: [],
  places: [],
  materials: [{ key: 'application', name: '申请表', medium: 'EITHER', necessity: 'REQUIRED' }],
  source: { name: '示例数据', sample: true },
  ...change,
});

export async function givePublished(
  db: Db,
  definition: ItemDefinition,
  place: { regionCode: string; areaCode: number } = { regionCode: district, areaCode: 690102 },
) {
  return inTx(db, async (tx) => {
    const draft = await saveDraft(tx, system('test'), { ...place, definition });
    return draft.state === 'draft' ? publish(tx, system('test'), { versionId: draft.id }) : draft;
  });
}
