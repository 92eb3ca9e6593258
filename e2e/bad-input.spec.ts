import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { newestCode } from './people.ts';
import { fillBusiness, fillOperator, fillPeople, fillPremises, picture } from './shop-form.ts';
import { story } from './story.ts';
import type { Visitor } from './visitor.ts';

const item = '食品经营许可（新办）';
const start = '/items/food-business-licence-new/start?region=690102000000';
const situation = '&q-business-form=catering&q-area=up-to-50&q-cold-or-raw=no&q-network=no';
const he = {
  name: '示例·何新手',
  idNumber: '690102199001010014',
  mobile: '10006900071',
  shop: '枕溪区示例新手面馆',
};

story('A beginner makes every mistake there is, is told how to mend it, and loses nothing', (arrive) => {
  let beginner: Visitor;
  let form: string;

  const typedIn = (label: string) => beginner.page.getByLabel(label).first().inputValue();
  /** The tab says so, the summary has the focus and leads to the field, and the field says the same. */
  const isTold = async (...mistakes: string[]) => {
    await beginner.arrivesAt('出错：');
    const summary = beginner.page.locator('.error-summary');
    expect(await summary.evaluate((element) => element.ownerDocument.activeElement === element)).toBe(true);
    for (const mistake of mistakes) {
      const link = summary.getByRole('link', { name: mistake });
      const field = decodeURI((await link.getAttribute('href')) ?? '').slice(1);
      await beginner.page.locator(`[id="${field}"]`).waitFor();
      expect(await beginner.page.locator('.error').getByText(mistake).count()).toBeGreaterThan(0);
    }
  };

  test('a telephone number that is none, and a wrong code', async () => {
    beginner = await arrive();
    await beginner.opens(start + situation);
    await beginner.presses('登录并开始填写');
    await beginner.writes('手机号码', '12345');
    await beginner.presses('获取验证码');
    await isTold('手机号码');
    await beginner.writes('手机号码', he.mobile);
    await beginner.presses('获取验证码');
    await beginner.reads('验证码已发送');
    const code = await newestCode(he.mobile);
    await beginner.writes('短信验证码', code === '111111' ? '222222' : '111111');
    await beginner.presses('登录');
    await isTold('短信验证码不正确');
    expect(await typedIn('手机号码')).toBe(he.mobile);

    await beginner.writes('短信验证码', code);
    await beginner.presses('登录');
    await beginner.arrivesAt(`开始办理：${item}`);
  });

  test('an ID number with a slip, a name that is far too long and a question left open', async () => {
    await beginner.presses('开始填写');
    await beginner.arrivesAt('经营者信息');
    await fillOperator(beginner, { ...he, shop: '长'.repeat(101), idNumber: '690102199001010015' });
    await beginner.writes('法定代表人（负责人）手机号码', '');
    await beginner.presses('下一步');
    await isTold(
      '法定代表人（负责人）身份证号码',
      '经营者名称最多 100 个字，现在是 101 个字',
      '请填写法定代表人（负责人）手机号码',
    );
    expect(await typedIn('经营者名称')).toBe('长'.repeat(101));
    expect(await typedIn('法定代表人（负责人）身份证号码')).toBe('690102199001010015');

    await fillOperator(beginner, he);
    await beginner.presses('下一步');
    await beginner.arrivesAt('经营场所');
    form = new URL(beginner.page.url()).pathname.replace(/\/premises$/, '');
  });

  test('the same page in two windows: what was typed in the second is kept, and both are shown', async () => {
    const second = await beginner.anotherWindow();
    await second.opens(`${form}/premises`);
    await fillPremises(beginner);
    await beginner.presses('下一步');
    await beginner.arrivesAt('经营项目和制度');

    await second.writes('经营场所地址', '枕溪区听橹街道示例四巷 8 号（示例数据）');
    await second.presses('下一步');
    await second.reads('您刚填的：枕溪区听橹街道示例四巷 8 号', '别处保存的：枕溪区听橹街道示例三巷 5 号');
    await second.arrivesAt('经营场所');
    expect(await second.page.getByLabel('经营场所地址').inputValue()).toContain('示例四巷 8 号');
    await second.page.close();
  });

  test('a file that only pretends to be a photograph', async () => {
    const text = join(inject('world').varDir, '门面.jpg');
    writeFileSync(text, '这不是照片');
    await fillBusiness(beginner);
    await beginner.presses('下一步');
    await fillPeople(beginner, he);
    await beginner.presses('下一步');
    await beginner.arrivesAt('上传材料');
    await beginner.attaches('选择文件：经营场所门面照片', text);
    await isTold('“门面.jpg”只接收 JPG 或 PNG 文件');
  });

  test('a declaration not made, and a name that does not belong to the number', async () => {
    await beginner.attaches('选择文件：经营场所门面照片', picture('storefront.jpg'));
    await beginner.reads('storefront.jpg');
    await beginner.presses('下一步');
    await beginner.arrivesAt('核对并提交');
    await beginner.presses('提交');
    await isTold('请先阅读承诺');
    await beginner.chooses('我已核对以上内容');
    await beginner.presses('提交');
    await beginner.arrivesAt('实名认证');
    await beginner.writes('姓名', '示例不符');
    await beginner.writes('身份证号码', he.idNumber);
    await beginner.presses('核对并继续');
    await isTold('身份证号码与姓名不一致');
    await beginner.writes('姓名', he.name);
    await beginner.presses('核对并继续');
    await beginner.arrivesAt('核对并提交');
  });

  test('a photograph that is missing: nothing is submitted, and the way to it is shown', async () => {
    await beginner.reads('还差 1 处');
    await beginner.chooses('我已核对以上内容');
    await beginner.presses('提交');
    await beginner.arrivesAt('出错：核对并提交');
    await beginner.follows('请提供“操作间照片”');
    await beginner.arrivesAt('上传材料');
    await beginner.attaches('选择文件：操作间照片', picture('kitchen.jpg'));
    await beginner.reads('kitchen.jpg');
    await beginner.presses('下一步');
    await beginner.arrivesAt('核对并提交');
    await beginner.doesNotRead('还差');
  });

  test('the button pressed twice makes one case, and going back does not make another', async () => {
    await beginner.chooses('我已核对以上内容');
    await beginner.page.getByRole('button', { name: '提交' }).dblclick();
    await beginner.arrivesAt('提交成功');
    await beginner.page.goBack();
    await beginner.arrivesAt(item);
    await beginner.opens(`${form}/operator`);
    await beginner.arrivesAt(item);

    await beginner.opens('/my/cases');
    await beginner.arrivesAt('我的办件');
    expect(await beginner.page.getByText(/690102-\d{6}-\d{5}-\w/).count()).toBe(1);
  });
});
