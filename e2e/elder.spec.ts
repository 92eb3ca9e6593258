import { test } from 'vitest';
import { phone } from './browser.ts';
import { citizen, signInByCode } from './people.ts';
import { fillBusiness, fillOperator, fillPeople, fillPremises, picture } from './shop-form.ts';
import { story } from './story.ts';
import type { Visitor } from './visitor.ts';

const owner = { ...citizen('qian'), shop: '枕溪区示例大橹早餐店' };

story('An old man with a telephone does the same in elder mode', (arrive) => {
  let qian: Visitor;

  test('he finds the licence from the elder home page and sees what he needs', async () => {
    qian = await arrive(phone);
    await qian.opens('/');
    await qian.arrivesAt('首页');
    await qian.follows('长辈版');
    await qian.arrivesAt('首页');
    await qian.reads('打电话问：12345');
    await qian.writes('用自己的话搜', '开早餐店');
    await qian.presses('搜索');
    await qian.arrivesAt('搜索“开早餐店”');
    await qian.follows('开餐馆、小吃店、食品店办许可');
    await qian.arrivesAt('开餐馆');
    await qian.follows('枕溪区');
    for (const answer of ['餐饮服务', '50 平方米以下（含）', '不做', '只在店里卖']) {
      await qian.chooses(answer);
      await qian.presses('下一题');
      await qian.page.locator('.summary-list').getByText(answer).waitFor();
      await qian.arrivesAt('开餐馆');
    }
    await qian.reads('需要您准备 2 项', '枕溪区政务服务中心', '不收费');
  });

  test('he signs in, fills in the form, takes two photographs and submits', async () => {
    await qian.follows('在线办理');
    await qian.arrivesAt('开始办理');
    await qian.presses('登录并开始填写');
    await qian.arrivesAt('登录或注册');
    await signInByCode(qian, owner.mobile);
    await qian.arrivesAt('开始办理');
    await qian.presses('开始填写');
    await qian.arrivesAt('经营者信息');
    await fillOperator(qian, owner);
    await qian.presses('下一步');
    await qian.arrivesAt('经营场所');
    await fillPremises(qian);
    await qian.presses('下一步');
    await qian.arrivesAt('经营项目和制度');
    await fillBusiness(qian);
    await qian.presses('下一步');
    await qian.arrivesAt('人员');
    await fillPeople(qian, owner);
    await qian.presses('下一步');
    await qian.arrivesAt('上传材料');
    await qian.attaches('选择文件：经营场所门面照片', picture('storefront.jpg'));
    await qian.reads('storefront.jpg');
    await qian.attaches('选择文件：操作间照片', picture('kitchen.jpg'));
    await qian.reads('kitchen.jpg');
    await qian.presses('下一步');
    await qian.arrivesAt('核对并提交');
    await qian.chooses('我已核对以上内容');
    await qian.presses('提交');
    await qian.arrivesAt('提交成功');
  });

  test('he sees how far his senior card is, who did what, and why it is due that day', async () => {
    await qian.opens('/my');
    await qian.arrivesAt('我的办事空间');
    await qian.follows('老年');
    await qian.reads('办理经过', '受理申请', '审查完毕，提请决定', '待决定');
    await qian.page.getByText('为什么是这一天').click();
    await qian.reads('这个日子是这样算的：');
    await qian.arrivesAt('老年');
  });
});
