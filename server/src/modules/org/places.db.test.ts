import { readFileSync } from 'node:fs';
import Schema from 'typebox/schema';
import { describe, expect, test } from 'vitest';
import { createWorld, smallCity } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { inTx } from '../../kernel/db.ts';
import { Places } from './contract.ts';
import { ensureDepartment, ensureRegion, importPlaces, regionChain } from './places.ts';
import { findDepartmentByName, hallsOf, listDepartments } from './store.ts';

const world = await createWorld();
const { db } = world.ctx;
const anybody = world.as();

describe('regions', () => {
  test('are found from the top down', async () => {
    const codes = async (parent?: string) =>
      (await anybody.get(`/api/regions${parent ? `?parent=${parent}` : ''}`))
        .json()
        .items.map((r: { code: string }) => r.code);

    expect(await codes()).toEqual(['690100000000']);
    expect(await codes('690100000000')).toEqual(['690102000000', '690103000000']);
    expect(await codes('690102001001')).toEqual([]);
  });

  test('tell what lies above them, and that they are made up', async () => {
    const { items } = (await anybody.get('/api/regions/690102001001')).json();

    expect(items).toEqual([
      { code: '690100000000', name: '示例市', level: '3', parent: null, sample: true },
      { code: '690102000000', name: '示例甲区', level: '4', parent: '690100000000', sample: true },
      { code: '690102001000', name: '示例甲街道', level: '5', parent: '690102000000', sample: true },
      { code: '690102001001', name: '示例甲社区', level: '6', parent: '690102001000', sample: true },
    ]);
  });

  test('that nobody knows are a 404, codes that are none a 400', async () => {
    expect((await anybody.get('/api/regions/690199000000')).json()).toMatchObject({
      status: 404,
      type: 'org/not-found',
    });
    for (const path of [
      '/api/regions/6901',
      '/api/regions?parent=x',
      '/api/regions?child=690100000000',
      '/api/departments',
      '/api/halls',
    ])
      expect((await anybody.get(path)).statusCode, path).toBe(400);
  });

  test('are sent once: whoever has them is told that they still hold', async () => {
    const first = await anybody.get('/api/regions');

    const again = await anybody.get('/api/regions', { 'if-none-match': String(first.headers.etag) });

    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    expect(first.headers['cache-control']).toBe('public, no-cache');
  });
});

describe('departments and halls', () => {
  test('are listed by area; what is not known stays empty', async () => {
    const { items } = (await anybody.get('/api/departments?area=690102')).json();

    expect(items).toHaveLength(2);
    expect(items[1]).toMatchObject({
      areaCode: 690102,
      key: 'market',
      shortName: '市场监督管理局',
      nature: '1',
      address: null,
      uscc: null,
    });
    expect((await anybody.get('/api/halls?region=690102000000')).json().items).toMatchObject([
      { name: '示例甲区政务服务中心', hours: null, windows: [{ no: 'A01', kind: 'integrated' }] },
    ]);
    expect((await anybody.get('/api/halls?region=690102001000')).json()).toEqual({ items: [] });
  });

  test('are found by their full name, or by the name that their kind shares', async () => {
    const byName = await findDepartmentByName(db, 690102, '示例甲区市场监督管理局');

    expect(byName?.key).toBe('market');
    expect(await findDepartmentByName(db, 690102, '市场监督管理局')).toEqual(byName);
    expect((await findDepartmentByName(db, 690103, '市场监督管理局'))?.name).toBe('示例乙区市场监督管理局');
    expect(await findDepartmentByName(db, 690102, '示例乙区市场监督管理局')).toBeUndefined();
  });
});

describe('an importer', () => {
  test('brings the same places twice and changes nothing; a change comes through', async () => {
    const again = (places: Places) => inTx(db, (tx) => importPlaces(tx, system('test'), places));
    const before = [await listDepartments(db, 690102), await hallsOf(db, '690102000000')];

    await again(smallCity);
    expect([await listDepartments(db, 690102), await hallsOf(db, '690102000000')]).toEqual(before);

    const [first, ...others] = smallCity.halls;
    await again({
      ...smallCity,
      halls: [{ ...first!, windows: [{ no: 'B02', name: '绿色通道窗口', kind: 'green' }] }, ...others],
    });
    expect(await hallsOf(db, '690102000000')).toMatchObject([{ id: before[1]![0]!.id, windows: [{ no: 'B02' }] }]);
    await again(smallCity);
  });

  test('makes a region and a department that a guide names, once, also when two do it at the same time', async () => {
    const region = { code: '690109000000', name: '示例丙区', level: '4', parent: '690100000000' } as const;
    await inTx(db, (tx) => ensureRegion(tx, region));
    await inTx(db, (tx) => ensureRegion(tx, { ...region, name: '别名' }));
    const ensure = () => inTx(db, (tx) => ensureDepartment(tx, { name: '示例丙区教育局', regionCode: region.code }));

    const made = await Promise.all([ensure(), ensure()]);

    expect(made[0]).toEqual(made[1]);
    expect(made[0]).toMatchObject({ areaCode: 690109, key: null, phone: null });
    expect((await regionChain(db, region.code)).map(({ name }) => name)).toEqual(['示例市', '示例丙区']);
    await expect(
      inTx(db, (tx) => ensureRegion(tx, { ...region, code: '691109000000', parent: '691100000000' })),
    ).rejects.toMatchObject({ status: 404 });
  });

  test('takes the demo city as it is written', async () => {
    const file = new URL('../../../seeds/demo/places.json', import.meta.url);
    const places: unknown = JSON.parse(readFileSync(file, 'utf8'));
    expect(Schema.Errors(Places, places)).toEqual([true, []]);

    await inTx(db, (tx) => importPlaces(tx, system('test'), places as Places));

    expect((await regionChain(db, '690102001001')).map(({ name }) => name)).toEqual([
      '鹤汀市',
      '枕溪区',
      '听橹街道',
      '砚池社区',
    ]);
    expect((await hallsOf(db, '690100000000'))[0]).toMatchObject({ kind: 'cityHall' });
  });
});
