import { expect, test } from 'vitest';
import { passEveryPoint, rowOf, signInToDesk } from './desk.ts';
import { citizen, messagesTo, signInByCode, signInByPassword } from './people.ts';
import { fillBusiness, fillOperator, fillPeople, fillPremises, picture } from './shop-form.ts';
import { story } from './story.ts';
import type { Visitor } from './visitor.ts';

const item = '食品经营许可（新办）';
const owner = { ...citizen('zhou'), shop: '枕溪区示例小棠饭馆' };
const situation = ['餐饮服务', '50 平方米以下（含）', '不做', '只在店里卖'];

story('A citizen opens a restaurant, and four people bring her case to its end', (arrive) => {
  let zhou: Visitor;
  let clerk: Visitor;
  let reviewer: Visitor;
  let decider: Visitor;
  let caseNumber: string;

  /** Her case as she sees it now. */
  const herCase = async () => {
    await zhou.opens('/my/cases');
    await zhou.page.getByRole('listitem').filter({ hasText: caseNumber }).getByRole('link').first().click();
    await zhou.arrivesAt(`${item} · ${caseNumber}`);
  };

  test('she finds the licence by everyday words, by pinyin initials and by half its name', async () => {
    zhou = await arrive();
    for (const words of ['spjyxk', '食品经营', '开餐馆']) {
      await zhou.opens('/');
      await zhou.arrivesAt('首页');
      await zhou.writes('您要办什么事？', words);
      await zhou.presses('搜索');
      await zhou.arrivesAt(`搜索“${words}”`);
      await zhou.reads(item);
    }
  });

  test('she answers the questions and sees her own materials, days, fee and place without signing in', async () => {
    await zhou.follows('开餐馆、小吃店、食品店办许可');
    await zhou.arrivesAt('开餐馆、小吃店、食品店办许可');
    await zhou.reads(`官方名称：${item}`);
    await zhou.follows('枕溪区');
    for (const answer of situation) {
      await zhou.chooses(answer);
      await zhou.presses('下一题');
      await zhou.page.locator('.summary-list').getByText(answer).waitFor();
      await zhou.arrivesAt('开餐馆');
    }

    await zhou.reads('需要您准备 2 项', '经营场所门面照片', '操作间照片', '免提交 3 项');
    await zhou.reads('承诺时限', '不收费', '枕溪区政务服务中心', '工作日 9:00');
    await zhou.doesNotRead('食堂承包经营合同');
  });

  test('she signs in with a code sent to her telephone and is back where she was', async () => {
    await zhou.follows('在线办理');
    await zhou.arrivesAt(`开始办理：${item}`);
    await zhou.presses('登录并开始填写');
    await zhou.arrivesAt('登录或注册');
    await signInByCode(zhou, owner.mobile);

    await zhou.arrivesAt(`开始办理：${item}`);
    await zhou.reads(...situation, '（本人）');
  });

  test('what she types is kept without her saving it, and another device goes on there', async () => {
    await zhou.presses('开始填写');
    await zhou.arrivesAt('经营者信息');
    await fillOperator(zhou, owner);
    const laptop = await arrive();
    await signInByPassword(laptop, owner.mobile);

    await laptop.opens('/my/cases?show=drafts');
    await laptop.arrivesAt('我的办件');
    await laptop.follows(item);
    await laptop.arrivesAt('经营者信息');
    expect(await laptop.page.getByLabel('经营者名称').inputValue()).toBe(owner.shop);
    expect(await laptop.group('由负责人本人联系').getByLabel('是').isChecked()).toBe(true);
    zhou = laptop;
  });

  test('she fills in the rest and uploads two photographs', async () => {
    await zhou.presses('下一步');
    await zhou.arrivesAt('经营场所');
    await fillPremises(zhou);
    await zhou.presses('下一步');
    await zhou.arrivesAt('经营项目和制度');
    await fillBusiness(zhou);
    await zhou.presses('下一步');
    await zhou.arrivesAt('人员');
    await fillPeople(zhou, owner);
    await zhou.presses('下一步');
    await zhou.arrivesAt('上传材料');
    await zhou.attaches('选择文件：经营场所门面照片', picture('storefront.jpg'));
    await zhou.reads('storefront.jpg');
    await zhou.attaches('选择文件：操作间照片', picture('kitchen.jpg'));
    await zhou.reads('kitchen.jpg');
    await zhou.arrivesAt('上传材料');
  });

  test('she checks her answers, mends one, comes back, submits, and has a number and a receipt', async () => {
    await zhou.presses('下一步');
    await zhou.arrivesAt('核对并提交');
    await zhou.follows('修改 使用面积');
    await zhou.arrivesAt('经营场所');
    await zhou.writes('使用面积', '45');
    await zhou.presses('保存并回到核对');
    await zhou.arrivesAt('核对并提交');
    await zhou.reads('45 平方米', '1 个文件：storefront.jpg');
    await zhou.chooses('我已核对以上内容');
    await zhou.presses(`提交“${item}”申请`);

    await zhou.arrivesAt('提交成功');
    caseNumber = (await zhou.page.locator('.receipt-number').innerText()).match(/690102-\d{6}-\d{5}-\w/)?.[0] ?? '';
    expect(caseNumber).not.toBe('');
    await zhou.follows('查看办件');
    await zhou.arrivesAt(`${item} · ${caseNumber}`);
    await zhou.reads('已提交，等待收件', '提交申请', '剩余 5 个工作日');
  });

  test('a window clerk receives her case, judges every point and accepts it', async () => {
    clerk = await arrive();
    await signInToDesk(clerk, '示例·林窗口');
    await clerk.follows('窗口受理');
    await clerk.arrivesAt('窗口受理');
    await clerk.follows(item, rowOf(clerk, caseNumber));
    await clerk.arrivesAt(item);
    await clerk.presses('收件');
    await clerk.reads('已收件，等待受理');
    await passEveryPoint(clerk);
    await clerk.arrivesAt(item);
    await clerk.presses('受理');
    await clerk.reads('已受理，承诺时限开始计算');
  });

  test('a second citizen comes to the window, and the clerk files on the same form', async () => {
    const newcomer = {
      name: '示例·初来者',
      idNumber: '690102198803120018',
      mobile: '10006900061',
      shop: '枕溪区示例初来小吃店',
    };
    await clerk.opens('/desk/window/new?devices=sim');
    await clerk.arrivesAt('新收一件');
    await clerk.page.getByLabel('放上的证件（模拟）').selectOption('没有登记过的居民');
    await clerk.presses('读身份证');
    await clerk.reads('系统中没有这位申请人');
    await clerk.writes('手机', newcomer.mobile);
    await clerk.presses('登记申请人');
    await clerk.writes('事项', 'spjyxk');
    await clerk.reads('开餐馆、小吃店、食品店办许可');
    await clerk.page.keyboard.press('Enter');
    for (const answer of situation) await clerk.chooses(answer);
    await clerk.reads('需要 2 项材料');
    await clerk.arrivesAt('新收一件');
    await clerk.presses('开始登记');
    await clerk.arrivesAt(item);

    await fillOperator(clerk, newcomer);
    await fillPremises(clerk);
    await fillBusiness(clerk);
    await fillPeople(clerk, newcomer);
    await clerk.attaches('采集 / 上传 经营场所门面照片', picture('storefront.jpg'));
    await clerk.reads('storefront.jpg');
    await clerk.attaches('采集 / 上传 操作间照片', picture('kitchen.jpg'));
    await clerk.reads('kitchen.jpg');
    await clerk.arrivesAt(item);
    await clerk.presses('提交并收件');
    await clerk.reads('个审查要点没有通过');
    await passEveryPoint(clerk);
    await clerk.presses('受理');
    await clerk.reads(`已受理 · ${item}`, '前办结');
    await clerk.arrivesAt(item);
    await expect
      .poll(() => messagesTo(newcomer.mobile), { timeout: 10_000 })
      .toContainEqual(expect.stringContaining('已受理'));
  });

  test('she sees that her case is accepted, the days that remain and why it is due that day', async () => {
    await herCase();
    await zhou.reads('窗口收件', '受理申请', '受理人员', '剩余 5 个工作日');
    await zhou.page.getByText('为什么是这一天').click();
    await zhou.reads('承诺截止', '法定截止', '这个日子是这样算的：');
    await zhou.arrivesAt(item);
  });

  test('the work list shows cases in the order of their deadlines, with the time left in words', async () => {
    reviewer = await arrive();
    await signInToDesk(reviewer, '示例·沈审查');
    await reviewer.follows('办件');
    await reviewer.arrivesAt('办件');
    await rowOf(reviewer, caseNumber).waitFor();
    const rows = reviewer.page.locator('.case-table tbody tr');
    const due = await rows.locator('.case-chip time').evaluateAll((times) => times.map((time) => time.dateTime));
    expect(due.length).toBeGreaterThanOrEqual(3);
    expect(due).toEqual(due.toSorted());
    for (const chip of await rows.locator('.deadline-label').allInnerTexts())
      expect(chip).toMatch(/^(剩余 \d+ 个工作日|今天截止|已超期 \d+ 个工作日|即办)$/);
  });

  test('a reviewer claims the case and recommends it, a second official grants it', async () => {
    await reviewer.follows(item, rowOf(reviewer, caseNumber));
    await reviewer.arrivesAt(item);
    await reviewer.presses('领取并开始审查');
    await reviewer.reads('审查中');
    await reviewer.presses('提出审查意见');
    await reviewer.writes('审查意见', '材料齐全，场所照片与填写一致，建议准予。');
    await reviewer.arrivesAt(item);
    await reviewer.presses('提交审查意见');
    await reviewer.reads('待决定');

    decider = await arrive();
    await signInToDesk(decider, '示例·顾决定');
    await decider.follows('办件');
    await decider.follows(item, rowOf(decider, caseNumber));
    await decider.arrivesAt(item);
    await decider.presses('准予许可');
    await decider.reads('建议准予', '申请人将看到');
    await decider.arrivesAt(item);
    await decider.presses('作出准予许可决定');
    await decider.reads('已决定：准予许可');
  });

  test('she is told, sees who decided and when, and confirms that she has the result', async () => {
    await expect
      .poll(() => messagesTo(owner.mobile), { timeout: 10_000 })
      .toContainEqual(expect.stringContaining('准予'));
    await herCase();
    await zhou.reads('开始审查', '审查完毕，提请决定', '决定：准予', '结果发出', '枕溪区市场监督管理局');
    await zhou.presses('确认已收到');
    await zhou.reads('确认收到，办结', '已办结 · 准予');
    await zhou.arrivesAt(item);
  });
});
