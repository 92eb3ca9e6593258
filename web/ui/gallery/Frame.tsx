import type { ReactNode } from 'react';
import { ElderToolbar } from '../src/ElderToolbar.tsx';
import { IdentityBar } from '../src/IdentityBar.tsx';
import { OfficialBar } from '../src/OfficialBar.tsx';
import { SiteFooter } from '../src/SiteFooter.tsx';
import { SiteHeader } from '../src/SiteHeader.tsx';
import { SkipLink } from '../src/SkipLink.tsx';

const people = { label: '个人办事', href: '/people', current: true };
const mine = { label: '我的', href: '/mine' };
const nav = [
  people,
  { label: '法人办事', href: '/firms' },
  { label: '一件事', href: '/bundles' },
  { label: '通办', href: '/cross-region' },
  { label: '大厅与网点', href: '/halls' },
  mine,
];

/** The whole frame of a page, as the portal draws it; the city is made up. Elders get fewer ways to go astray. */
export function Frame(props: { elder: boolean; highContrast: boolean; actingFor?: string; children: ReactNode }) {
  const { elder, highContrast, actingFor, children } = props;
  return (
    <>
      <SkipLink />
      <OfficialBar
        owner="云州市人民政府"
        how={<p>网址以 gov.cn 结尾。工作人员不会向您索要密码，也不会通过短信发送付款链接。</p>}
        tools={
          elder
            ? []
            : [
                { label: '长辈版', href: '?mode=elder' },
                { label: '高对比', href: '?theme=hc', current: highContrast },
                { label: 'English', href: '/en', lang: 'en' },
              ]
        }
      />
      <SiteHeader
        name="云州政务服务"
        region={<a href="/regions">云州市 · 更换地区</a>}
        account={<a href="/sign-in">登录 / 注册</a>}
        nav={elder ? [people, mine] : nav}
      />
      {actingFor && <IdentityBar actingFor={actingFor} capacity="经办人" switchHref="/identity" />}
      {elder && <ElderToolbar action="/display" scale={100} highContrast={highContrast} backHref="/back" />}
      <main id="main" className="page page-main">
        {children}
      </main>
      <SiteFooter
        columns={[
          {
            title: '咨询与投诉',
            links: [
              { label: '拨打 12345', href: 'tel:12345' },
              { label: '咨询、投诉、建议', href: '/hotline' },
            ],
          },
          {
            title: '大厅与网点',
            links: [
              { label: '市政务服务中心', href: '/halls/1' },
              { label: '全部网点', href: '/halls' },
            ],
          },
          {
            title: '关于本站',
            links: [
              { label: '无障碍声明', href: '/accessibility' },
              { label: '隐私说明', href: '/privacy' },
            ],
          },
        ]}
        codes={['网站标识码：待补充', '备案号：待补充', '示例数据，不对应任何真实城市']}
      />
    </>
  );
}
