import { join } from 'node:path';
import type { Visitor } from './visitor.ts';

export interface Owner {
  name: string;
  idNumber: string;
  mobile: string;
  shop: string;
}

export const picture = (name: 'storefront.jpg' | 'kitchen.jpg'): string =>
  join(import.meta.dirname, '../server/seeds/demo/pictures', name);

/** A credit code of the fictional city with its check digit right. */
const CREDIT_CODE = '92690102MA6900057A';

/** The pages of the food licence's form, as the owner of a small noodle shop fills them in. */
export async function fillOperator({ chooses, writes, group }: Visitor, owner: Owner): Promise<void> {
  await chooses('个体工商户', group('经营者类型'));
  await writes('经营者名称', owner.shop);
  await writes('统一社会信用代码', CREDIT_CODE);
  await writes('法定代表人（负责人）姓名', owner.name);
  await writes('法定代表人（负责人）身份证号码', owner.idNumber);
  await writes('法定代表人（负责人）手机号码', owner.mobile);
  await chooses('是', group('由负责人本人联系'));
}

export async function fillPremises({ chooses, writes, group }: Visitor): Promise<void> {
  await writes('经营场所地址', '枕溪区听橹街道示例三巷 5 号（示例数据）');
  await writes('使用面积', '42');
  await writes('其中操作间面积', '12');
  await chooses('自有', group('场所怎么来的'));
}

export async function fillBusiness({ chooses, group }: Visitor): Promise<void> {
  await chooses('热食类食品制售', group('经营项目'));
  await chooses('否', group('店外另有仓库'));
  for (const rule of ['食品安全自查', '从业人员健康管理', '进货查验记录', '食品安全事故处置'])
    await chooses(rule, group('已经建立的制度'));
}

export async function fillPeople({ chooses, writes, group, page }: Visitor, owner: Owner): Promise<void> {
  await writes('姓名', owner.name);
  await writes('手机号码', owner.mobile);
  await chooses('是', group('已经培训考核合格'));
  const row = group('从业人员 1');
  await writes('姓名', owner.name, row);
  await writes('身份证号码', owner.idNumber, row);
  await row.getByLabel('岗位').selectOption('厨师');
  await page.keyboard.press('Tab');
}
