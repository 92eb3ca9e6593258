import { readdirSync, readFileSync } from 'node:fs';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { evaluate, type Facts } from '../../src/kernel/condition.ts';
import { checkItem } from '../../src/modules/catalogue/check.ts';
import { ItemDefinition } from '../../src/modules/catalogue/contract.ts';
import type { Answers, FormDefinition } from '../../src/modules/forms/contract.ts';
import { type FieldSchema, fieldsOf, sectionsOf, setAt } from '../../src/modules/forms/fields.ts';
import { validateAnswers } from '../../src/modules/forms/validate.ts';
import type { Places } from '../../src/modules/org/contract.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const files = readdirSync(new URL('items/', import.meta.url));
const items = files.map((file) => read(`items/${file}`) as ItemDefinition);
const complete = items.filter(({ form }) => form !== undefined);
const places = read('places.json') as Places;
const synonyms = read('synonyms.json') as { word: string; means: string[] }[];
const keys = new Set(items.map(({ key }) => key));

type Situation = Record<string, string | null>;

/** Every way through a questionnaire, asked as a person would be: in order, what applies, until a stop or the end. */
function* walk(item: ItemDefinition, situation: Situation = {}): Generator<{ situation: Situation; stopped: boolean }> {
  const facts = { situation };
  if (item.stops?.some(({ when }) => evaluate(when, facts) === true)) return yield { situation, stopped: true };
  const next = item.questions?.find(({ key }) => !(key in situation));
  if (!next) return yield { situation, stopped: false };
  if (next.when !== undefined && evaluate(next.when, facts) !== true)
    return yield* walk(item, { ...situation, [next.key]: null });
  for (const { value } of next.options) yield* walk(item, { ...situation, [next.key]: value });
}

const materialsOn = (item: ItemDefinition, situation: Situation) =>
  item.materials.filter(({ when }) => when === undefined || evaluate(when, { situation }) === true);

test('there are sixty items, eight of them complete, each file named by its key', () => {
  expect(files).toHaveLength(60);
  expect(complete).toHaveLength(8);
  expect(items.map(({ key }) => `${key}.json`)).toEqual(files);
});

describe.each(items.map((item) => [item.key, item] as const))('%s', (_key, item) => {
  test('is a valid document that may be published, and lists every missing fact as pending', () => {
    expect([...Value.Errors(ItemDefinition, item)]).toEqual([]);
    expect(checkItem(item)).toEqual({ faults: [], remarks: [] });
  });

  test('is marked as sample data and stands in halls of the areas that exercise it', () => {
    const areas = places.regions.filter(({ level }) => item.exerciseLevels.some((exercised) => exercised === level));

    expect(item.source).toEqual({ name: '示例数据', sample: true });
    for (const { code } of areas) {
      const body = places.departments.filter(
        ({ regionCode, body }) => regionCode === code && body === item.implementingBody.name,
      );
      expect(body, code).toHaveLength(1);
      expect(item.places.map(({ regionCode }) => regionCode)).toContain(code);
    }
    for (const { regionCode, name, address, window } of item.places) {
      const hall = places.halls.find((hall) => hall.regionCode === regionCode);
      expect({ name, address }).toEqual({ name: hall?.name, address: hall?.address });
      const numbers = hall?.windows.map(({ no }) => no) ?? [];
      for (const no of window?.match(/[A-C]?\d+/g) ?? [])
        expect(numbers.map((one) => one.replace(/^0/, ''))).toContain(no);
    }
  });

  test('sends people on to items that exist', () => {
    for (const { insteadItem } of item.stops ?? []) if (insteadItem !== undefined) expect(keys).toContain(insteadItem);
  });

  test('knows of its limits, fees and law either the fact or that it is missing', () => {
    const open = new Set(item.pending);
    for (const fact of ['statutoryTimeLimit', 'promisedTimeLimit', 'fees'] as const)
      expect(item[fact] !== undefined || open.has(`/${fact}`), fact).toBe(true);
    for (const [at, { article }] of item.legalBasis.entries())
      if (article !== undefined) expect(article).toMatch(/^第[一二三四五六七八九十百千零]+条/);
      else expect(item.legalBasis[at]?.law).toMatch(/^《.+》/);
  });
});

describe.each(complete.map((item) => [item.key, item] as const))('%s, in full', (_key, item) => {
  const paths = [...walk(item)];
  const form = item.form as FormDefinition;

  test('asks three to five questions with reasons, branches, and stops those who are in the wrong place', () => {
    const { questions = [] } = item;

    expect(questions.length).toBeGreaterThanOrEqual(3);
    expect(questions.length).toBeLessThanOrEqual(5);
    expect(questions.every(({ why }) => why !== undefined)).toBe(true);
    expect(questions.some(({ when }) => when !== undefined)).toBe(true);
    expect(paths.some(({ stopped }) => stopped)).toBe(true);
  });

  test('leads every answer to a stop or to one exact list of materials', () => {
    for (const { situation, stopped } of paths) {
      if (stopped) continue;
      const undecided = item.materials.filter(({ when }) => when && evaluate(when, { situation }) === undefined);
      expect(
        undecided.map(({ key }) => key),
        JSON.stringify(situation),
      ).toEqual([]);
      expect(materialsOn(item, situation).length).toBeGreaterThan(0);
    }
  });

  test('has a form that can be filled in on every path, whichever options are chosen', () => {
    for (const { situation, stopped } of paths) {
      if (stopped) continue;
      for (const pick of ['first', 'last'] as const) {
        const { errors } = validateAnswers(form, situation as Facts, filled(form, situation, pick), 'all', ground);
        expect(errors, JSON.stringify(situation)).toEqual([]);
      }
    }
  });

  test('checks every material that people must bring', () => {
    const points = item.reviewPoints ?? [];
    const required = item.materials.filter(({ necessity }) => necessity === 'REQUIRED');
    const checked = points.flatMap(({ scope }) => ('material' in scope ? [scope.material] : []));

    expect(required.map(({ key }) => key).filter((key) => !checked.includes(key))).toEqual([]);
    expect(points.some(({ scope }) => 'section' in scope)).toBe(true);
    expect(points.some(({ scope }) => 'item' in scope)).toBe(true);
  });

  test('can be read in English wherever a person chooses or answers', () => {
    const needed = [
      '/name',
      '/plainName',
      ...(item.questions ?? []).flatMap(({ options }, q) => [
        `/questions/${q}/text`,
        `/questions/${q}/why`,
        ...options.map((_, o) => `/questions/${q}/options/${o}/label`),
      ]),
      ...(item.stops ?? []).map((_, s) => `/stops/${s}/message`),
      ...item.materials.map((_, m) => `/materials/${m}/name`),
    ];

    expect(needed.filter((pointer) => item.en?.[pointer] === undefined)).toEqual([]);
  });
});

test('a small eatery with hot food only has two photographs to upload', () => {
  const food = items.find(({ key }) => key === 'food-business-licence-new') as ItemDefinition;
  const eatery = { 'business-form': 'catering', goods: null, area: 'up-to-50', 'cold-or-raw': 'no', network: 'no' };
  const uploads = materialsOn(food, eatery).filter(
    ({ necessity, exemptions }) => necessity === 'REQUIRED' && !exemptions,
  );

  expect(uploads.map(({ key }) => key)).toEqual(['storefront-photo', 'kitchen-photo']);
});

test('every stage of a life and of a business is reached by at least two items, over more than fifteen bodies', () => {
  const stages = ['出生', '入学', '就业', '婚育', '购房', '退休', '身后', '开办', '经营', '变更', '注销'];

  for (const stage of stages)
    expect(items.filter(({ lifeEvents }) => lifeEvents?.includes(stage)).length, stage).toBeGreaterThanOrEqual(2);
  expect(new Set(items.map(({ implementingBody }) => implementingBody.name)).size).toBeGreaterThan(15);
  for (const kind of ['01', '05', '07', '08', '10', '20'])
    expect(items.some(({ itemType }) => itemType === kind)).toBe(true);
});

test('a synonym is written once and means something else than itself; most lead to an item of the demo city', () => {
  const words = synonyms.map(({ word }) => word);
  const names = items.map(({ name, mainItem = '' }) => `${name} ${mainItem}`);
  const leading = synonyms.filter(({ means }) => means.some((meant) => names.some((name) => name.includes(meant))));

  expect(new Set(words).size).toBe(words.length);
  expect(synonyms.filter(({ word, means }) => means.length === 0 || means.includes(word))).toEqual([]);
  expect(leading.length).toBeGreaterThan(300);
});

const ground = { today: '2026-11-21', demo: true };
const examples: Record<string, string> = {
  'citizen-id': '690102199103080021',
  uscc: '91690102MA69000140',
  mobile: '10006900001',
  phone: '10006900001',
  date: '2026-12-01',
  email: 'name@example.cn',
  'person-name': '示例·周小棠',
};

function exampleOf(schema: FieldSchema & { minLength?: number }, pick: 'first' | 'last'): unknown {
  const chosen = (values: unknown[]) => (pick === 'first' ? values[0] : values.at(-1));
  if (schema.enum) return chosen(schema.enum);
  switch (schema.type) {
    case 'array':
      return schema.items?.enum;
    case 'boolean':
      return pick === 'first';
    case 'number':
    case 'integer':
      return 12;
    default:
      return examples[schema.format ?? ''] ?? '示'.repeat(Math.max(schema.minLength ?? 1, 5));
  }
}

/** An answer to every field of the form; validation drops those that do not show. */
function filled(form: FormDefinition, situation: Situation, pick: 'first' | 'last'): Answers {
  const answers: Answers = {};
  for (const { page, section } of sectionsOf(form)) {
    if (section.when !== undefined && evaluate(section.when, { situation }) !== true) continue;
    for (const { pointer, schema } of fieldsOf(form, page, section, section.repeat && 0))
      setAt(answers, pointer, exampleOf(schema, pick));
  }
  return answers;
}
