import { expect, test } from 'vitest';
import { signInToDesk } from './desk.ts';
import { keyboardFaultsOf } from './keyboard.ts';
import { citizen, signInByPassword } from './people.ts';
import { story } from './story.ts';

story('Everything can be reached and seen by keyboard alone', (arrive) => {
  test('the home page and a guide', async () => {
    const { opens, arrivesAt, page } = await arrive();
    await opens('/');
    await arrivesAt('首页');
    expect(await keyboardFaultsOf(page)).toEqual([]);
    await opens('/items/food-business-licence-new?region=690102000000&q-business-form=catering');
    await arrivesAt('开餐馆');
    expect(await keyboardFaultsOf(page)).toEqual([]);
  });

  test('a page of the form', async () => {
    const sun = await arrive();
    await signInByPassword(sun, citizen('wu-owner').mobile);
    await sun.opens('/items/food-business-licence-new/start?region=690102000000&q-business-form=catering');
    await sun.presses('开始填写');
    await sun.arrivesAt('经营者信息');
    expect(await keyboardFaultsOf(sun.page)).toEqual([]);
  });

  test('the work list and a case', async () => {
    const official = await arrive();
    await signInToDesk(official, '示例·严监察');
    await official.opens('/desk/cases?work=done');
    await official.arrivesAt('办件');
    await official.page.locator('.case-table').waitFor();
    expect(await keyboardFaultsOf(official.page)).toEqual([]);
    await official.page.locator('.case-table a').first().click();
    await official.reads('时间线');
    await official.arrivesAt('个体');
    await official.page.reload();
    await official.reads('时间线');
    expect(await keyboardFaultsOf(official.page)).toEqual([]);
  });
});
