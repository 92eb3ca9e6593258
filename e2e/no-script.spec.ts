import { test } from 'vitest';
import { desktop } from './browser.ts';
import { citizen, signInByCode } from './people.ts';
import { fillBusiness, fillOperator, fillPeople, fillPremises, picture } from './shop-form.ts';
import { story } from './story.ts';
import type { Visitor } from './visitor.ts';

const owner = { ...citizen('sun'), shop: '枕溪区示例一禾茶铺' };

story('A browser without scripts is enough to apply', (arrive) => {
  let sun: Visitor;

  test('search, guide and questions work', async () => {
    sun = await arrive({ ...desktop, javaScriptEnabled: false });
    await sun.opens('/');
    await sun.writes('您要办什么事？', '开奶茶店');
    await sun.presses('搜索');
    await sun.follows('开餐馆、小吃店、食品店办许可');
    await sun.follows('枕溪区');
    await sun.presses('下一题');
    await sun.reads('请选一个答案');
    for (const answer of ['餐饮服务', '50 平方米以下（含）', '不做', '只在店里卖']) {
      await sun.chooses(answer);
      await sun.presses('下一题');
      await sun.page.locator('.summary-list').getByText(answer).waitFor();
    }
    await sun.reads('需要您准备 2 项');
  });

  test('signing in and a form with rows that come and go work', async () => {
    await sun.follows('在线办理');
    await sun.presses('登录并开始填写');
    await signInByCode(sun, owner.mobile);
    await sun.presses('开始填写');
    await fillOperator(sun, owner);
    await sun.presses('下一步');
    await fillPremises(sun);
    await sun.presses('下一步');
    await fillBusiness(sun);
    await sun.presses('下一步');
    await fillPeople(sun, owner);
    await sun.presses('再添加一组从业人员');
    await sun.reads('从业人员 2');
    await sun.presses('删除从业人员 2');
    await sun.page.getByText('从业人员 2').waitFor({ state: 'detached' });
    await sun.presses('下一步');
    await sun.reads('上传材料');
  });

  test('uploading and submitting work', async () => {
    await sun.attaches('选择文件：经营场所门面照片', picture('storefront.jpg'));
    await sun.attaches('选择文件：操作间照片', picture('kitchen.jpg'));
    await sun.presses('上传 经营场所门面照片');
    await sun.reads('storefront.jpg', 'kitchen.jpg');
    await sun.presses('下一步');
    await sun.chooses('我已核对以上内容');
    await sun.presses('提交');
    await sun.reads('提交成功', '690102-');
  });
});
