import type { ItemDefinition } from '../src/modules/catalogue/contract.ts';
import { anItem } from './items.ts';
import { shopForm } from './shop-form.ts';

/** An item that can be filed: a question, a stop, two photographs and a plan, and a point of each kind. */
export const shopItem: ItemDefinition = anItem({
  key: 'shop-permit',
  name: '小店经营许可',
  implementingBody: { name: '示例甲区市场监督管理局' },
  legalBasis: [{ law: '中华人民共和国行政许可法', article: '第三十二条' }],
  handlingChannels: ['WINDOW', 'PC', 'MOBILE'],
  onlineDepth: ['4', '5'],
  onSiteVisits: 0,
  realNameLevel: 'L2',
  questions: [
    {
      key: 'business',
      text: '您的小店做什么？',
      options: [
        { value: 'catering', label: '餐饮' },
        { value: 'sale', label: '只卖货' },
        { value: 'none', label: '不对外营业' },
      ],
    },
  ],
  stops: [{ when: { eq: ['/situation/business', 'none'] }, message: '不对外营业不需要许可' }],
  materials: [
    {
      key: 'front-photo',
      name: '门面照片',
      medium: 'ELECTRONIC',
      necessity: 'REQUIRED',
      accept: ['image/jpeg', 'image/png'],
      maxFiles: 2,
    },
    {
      key: 'kitchen-photo',
      name: '操作间照片',
      medium: 'ELECTRONIC',
      necessity: 'REQUIRED',
      accept: ['image/jpeg', 'image/png'],
      when: { eq: ['/situation/business', 'catering'] },
    },
    { key: 'plan', name: '平面图', medium: 'EITHER', necessity: 'OPTIONAL' },
  ],
  form: shopForm,
  reviewPoints: [
    {
      key: 'front-clear',
      scope: { material: 'front-photo' },
      question: '招牌清楚吗',
      standard: '看得清店名',
      defectTemplate: '请重新拍摄门面，店名要看得清',
    },
    {
      key: 'kitchen-clean',
      scope: { material: 'kitchen-photo' },
      question: '操作间清洁吗',
      standard: '无杂物',
      defectTemplate: '请整理操作间后重新拍摄',
    },
    {
      key: 'area-small',
      scope: { section: 'shop' },
      question: '面积在小店范围内吗',
      standard: '不超过 200 平方米',
      autoRule: { lt: ['/form/shop/area', 201] },
      defectTemplate: '面积超过 200 平方米，请改办普通经营许可',
    },
  ],
});

/** Complete answers for a shop that only sells. */
export const shopAnswers = {
  shop: { name: '示例小店', area: 60, tenure: 'own', open: true, goods: ['food'] },
  partners: [{ name: '示例甲', kind: 'firm' }],
};
