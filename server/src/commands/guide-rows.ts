import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Static, Type } from 'typebox';
import { digestOf } from '../kernel/crypto.ts';
import type { ItemDefinition } from '../modules/catalogue/contract.ts';
import { spell } from '../modules/guidance/words.ts';
import { placesFrom } from './guide-places.ts';

const Text = Type.String({ maxLength: 4000 });

/** A row of a guide export. Whatever else a row carries is not read. */
export const SourceGuide = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 100 }),
  region: Type.String({ minLength: 1, maxLength: 60 }),
  parent_regions: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 5 }),
  item_name: Type.String({ minLength: 1, maxLength: 100 }),
  sub_item_name: Type.Optional(Type.String({ maxLength: 95 })),
  department: Type.String({ minLength: 1, maxLength: 200 }),
  promise_days: Type.Optional(Type.Union([Type.Integer({ minimum: 0, maximum: 3650 }), Type.Null()])),
  charge: Type.Optional(Type.String({ maxLength: 20 })),
  conditions: Type.Optional(Text),
  locations: Type.Array(Text, { maxItems: 60 }),
  office_hours: Type.Optional(Text),
  contact: Type.Optional(Text),
  situations: Type.Array(
    Type.Object({
      name: Type.String({ maxLength: 200 }),
      materials: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 100 }),
      no_material: Type.Optional(Type.Boolean()),
    }),
    { minItems: 1, maxItems: 12 },
  ),
});
export type SourceGuide = Static<typeof SourceGuide>;

const fits = new Ajv2020({ strict: false }).compile<SourceGuide>(SourceGuide);

/** The row, or the place at which it breaks the shape of an export. */
export function readRow(row: unknown): { guide: SourceGuide } | { reason: string } {
  if (fits(row)) return { guide: row };
  const [error] = fits.errors ?? [];
  const field = error?.params['missingProperty'] ?? error?.instancePath.slice(1).replaceAll('/', '.');
  return { reason: field ? `“${String(field)}”缺失，或者格式不对` : '不是一条办事指南' };
}

export const nameOf = ({ item_name: item, sub_item_name: sub = '' }: SourceGuide): string =>
  sub === '' || sub === item ? item : `${item}（${sub}）`;

/** One key for each distinct item, the same in every region and every run: first letters to read, a digest to be sure. */
export function keyOf(guide: SourceGuide): string {
  const letters = spell(nameOf(guide))
    .initials.replace(/^[^a-z]+/, '')
    .slice(0, 40);
  const digest = digestOf(`${guide.item_name}|${guide.sub_item_name ?? ''}`)
    .toString('hex')
    .slice(0, 6);
  return `${letters || 'item'}-${digest}`;
}

/** Where an export does not say for whom an item is, its name does. */
const FOR_ORGANISATIONS = /单位|企业|机关|工程建设项目|稳岗/;
const UNSTATED = '待补充';

/** The row as an item document. What the export does not hold stays empty and is listed as pending; nothing is made up. */
export function itemFrom(guide: SourceGuide, exerciseLevel: ItemDefinition['exerciseLevels'][number]): ItemDefinition {
  const pending = [
    '/itemType',
    '/catalogueCode',
    '/legalBasis',
    '/statutoryTimeLimit',
    '/onSiteVisits',
    '/results',
    '/complaintPhone',
  ];
  const known = <T>(pointer: string, value: T | undefined): T | undefined => {
    if (value === undefined) pending.push(pointer);
    return value;
  };
  const promised = known('/promisedTimeLimit', guide.promise_days ?? undefined);
  const fees = known('/fees', feesFrom(guide.charge));
  const phone = known('/consultPhone', phoneFrom(guide.contact));
  const hours = hoursFrom(guide.office_hours);
  const places = placesFrom(guide.locations, [guide.region, ...guide.parent_regions]);
  const { questions, materials, onlyFor } = situationsFrom(guide);
  if (places.length === 0) pending.push('/places');
  if (fees?.charged) pending.push('/fees/items/0/name', '/fees/items/0/standard', '/fees/items/0/basis');
  if (materials.length === 0 && !guide.situations.every(({ no_material }) => no_material)) pending.push('/materials');

  return {
    key: keyOf(guide),
    name: nameOf(guide),
    ...(guide.sub_item_name && { mainItem: guide.item_name }),
    legalBasis: [],
    exerciseLevels: [exerciseLevel],
    implementingBody: { name: guide.department },
    serviceTargets: FOR_ORGANISATIONS.test(nameOf(guide)) ? ['2', '3', '4', '6'] : ['1'],
    caseType: promised === 0 ? 'IMMEDIATE' : 'COMMITTED',
    ...(promised !== undefined && { promisedTimeLimit: { length: promised, unit: 'wd' } }),
    acceptanceConditions: [...linesOf(guide.conditions), ...(onlyFor === undefined ? [] : [`适用情形：${onlyFor}`])],
    handlingChannels: ['WINDOW'],
    onlineDepth: ['1'],
    results: [],
    ...(fees && { fees }),
    places: places.map((place) => ({ ...place, ...(hours !== undefined && { hours }) })),
    ...(phone !== undefined && { consultPhone: phone }),
    ...(questions && { questions }),
    materials,
    source: { name: `${guide.parent_regions[0] ?? guide.region}政务服务办事指南导出，编号 ${guide.id}` },
    pending,
  };
}

function feesFrom(charge: string | undefined): ItemDefinition['fees'] {
  if (charge?.trim() === '否') return { charged: false, items: [] };
  if (charge?.trim() !== '是') return undefined;
  return { charged: true, items: [{ name: UNSTATED, standard: UNSTATED, basis: UNSTATED }] };
}

/** Lines of a text without their numbers; where a line goes on counting inside, its numbers stay. */
const linesOf = (text = ''): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .map((line) => (/[（(][二三][)）]/.test(line) ? line : line.replace(numbered, '')))
    .filter((line) => line.length > 1)
    .slice(0, 60);
const numbered = /^(?:\d{1,2}[、.．]|[（(][一二三四五六七八九十]+[)）])\s*/;

/** Clock times in plain digits, on one line. Words without a figure (春夏季节) say nothing about when a window is open. */
function hoursFrom(text = ''): string | undefined {
  if (!/\d/.test(text)) return undefined;
  const line = text
    .replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
    .replace(/(?<=\d)\s*：\s*(?=\d)/g, ':')
    .replace(/(?<=\d)\s*[-—－]+\s*(?=\d)/g, '-')
    .replace(/[：:]\s*\n\s*/g, '：')
    .replace(/\s*[;；,，]?\s*\n\s*/g, '；')
    .replace(/(?<=[)）])\s*[;；,，]?\s*(?=秋冬季|派出所)/g, '；')
    .replace(/ {2,}/g, ' ')
    .trim();
  return line.length <= 300 ? line : undefined;
}

/** Numbers as one line. What holds no number (电话咨询, a masked mobile) is not a way to reach anybody. */
function phoneFrom(text = ''): string | undefined {
  if (!/\d{3}/.test(text)) return undefined;
  const line = text
    .replace(/[—－]/g, '-')
    .replace(/["“”]/g, '')
    .replace(/(0\d{2,3}-)\s*\1/g, '$1')
    .replace(/(?<=-)\s+(?=\d)/g, '')
    .replace(/[;；、，,]?\s*\n\s*/g, '；')
    .replace(/(?<=\d{7})(?=\p{Script=Han})/gu, '；')
    .trim()
    .replace(/[;；。]+$/, '');
  return line.length <= 500 ? line : undefined;
}

const UNNAMED = /^(无情形|无|)$/;
const SITUATION = 'situation';

/**
 * The situations of a row as one question whose options choose the materials. A single situation asks nothing; if it has a name, the
 * guide is for that situation only.
 */
function situationsFrom(guide: SourceGuide): Pick<ItemDefinition, 'questions' | 'materials'> & { onlyFor?: string } {
  const situations = guide.situations.map(({ name, materials }) => ({
    name: name.replace(/^情形\s*\d*\s*[：:.．、]?\s*/, '').trim(),
    materials: [...new Set(materials.map((material) => material.trim()).filter((material) => material !== ''))],
  }));
  const names = [...new Set(situations.flatMap(({ materials }) => materials))];
  const keys = keysFor(names);
  const material = (name: string, when?: ItemDefinition['materials'][number]['when']) => ({
    key: keys.get(name) ?? '',
    name,
    medium: 'PAPER' as const,
    necessity: 'REQUIRED' as const,
    ...(when && { when }),
  });
  const [only, ...others] = situations;
  if (only && others.length === 0) {
    const onlyFor = UNNAMED.test(only.name) || only.name === guide.sub_item_name ? undefined : only.name;
    return { materials: names.map((name) => material(name)), ...(onlyFor !== undefined && { onlyFor }) };
  }

  const options = situations.map(({ name }, at) => ({
    value: `s${at + 1}`,
    label: UNNAMED.test(name) ? '其他情形' : name,
  }));
  const chosenBy = (name: string) =>
    options.flatMap(({ value }, at) => (situations[at]?.materials.includes(name) ? [value] : []));
  return {
    questions: [{ key: SITUATION, text: '您属于哪种情形？', why: '不同情形要准备的材料不一样。', options }],
    materials: names.map((name) => {
      const values = chosenBy(name);
      return values.length === options.length
        ? material(name)
        : material(name, { in: [`/situation/${SITUATION}`, values] });
    }),
  };
}

/** A key for each name by its first letters; names with the same letters are numbered. */
function keysFor(names: readonly string[]): Map<string, string> {
  const taken = new Map<string, number>();
  return new Map(
    names.map((name) => {
      const letters = `m-${spell(name).initials.slice(0, 40)}`;
      const count = (taken.get(letters) ?? 0) + 1;
      taken.set(letters, count);
      return [name, count === 1 ? letters : `${letters}-${count}`];
    }),
  );
}

/** What makes a row unfit although each field reads well: two options that cannot be told apart. */
export function contradictionIn(guide: SourceGuide): string | undefined {
  const names = guide.situations.map(({ name }) => name.replace(/^情形\s*\d*\s*[：:.．、]?\s*/, '').trim());
  const twice = names.find((name, at) => names.indexOf(name) < at);
  return twice === undefined ? undefined : `有两种情形都叫“${twice}”，分不开`;
}
