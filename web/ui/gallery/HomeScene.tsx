import { CaseList } from '../src/CaseList.tsx';
import { EmptyState } from '../src/EmptyState.tsx';
import { HelpBox } from '../src/HelpBox.tsx';
import { LinkCells } from '../src/LinkCells.tsx';
import { Pagination } from '../src/Pagination.tsx';
import { RouteStrip } from '../src/RouteStrip.tsx';
import { SearchBox } from '../src/SearchBox.tsx';
import { Section } from '../src/Section.tsx';
import { Stat } from '../src/Stat.tsx';

const frequent = [
  ['食品经营许可（新办）', '5 个工作日 · 不用跑'],
  ['居住证办理', '15 天 · 最多跑 1 次'],
  ['医保关系转移', '10 个工作日 · 不用跑'],
  ['公积金提取', '即办 · 不用跑'],
  ['新生儿落户', '即办 · 最多跑 1 次'],
  ['个体工商户登记', '1 个工作日 · 不用跑'],
  ['老年人优待证', '即办 · 最多跑 1 次'],
  ['不动产登记查询', '即办 · 不用跑'],
] as const;

const life = ['出生', '入学', '就业', '婚育', '购房', '退休', '身后'];

export function HomeScene() {
  return (
    <>
      <h1 className="only-read">云州政务服务首页</h1>
      <SearchBox action="/search" size="large" />
      <Section id="go-on" title="继续办理" remark={<a href="/mine">全部办件</a>}>
        <CaseList
          label="继续办理的事"
          rows={[
            {
              title: '食品经营许可（新办）',
              href: '/cases/1',
              status: { state: 'CORRECTION_REQUIRED' },
              nextStep: '请补 2 项材料',
              deadline: { state: 'soon', remaining: 1, dueOn: '2026-12-01', owedBy: 'applicant' },
            },
            {
              title: '不动产权证',
              href: '/cases/2',
              status: { state: 'CERTIFICATE_READY' },
              nextStep: '请到市政务服务中心 B12 窗口领取',
            },
          ]}
        />
      </Section>
      <Section id="frequent" title="高频事项">
        <LinkCells links={frequent.map(([title, note]) => ({ title, note, href: `/items/${title}` }))} />
      </Section>
      <Section id="life" title="人生路线">
        <RouteStrip
          plain
          label="按人生阶段找事项"
          stations={life.map((name) => ({ name, progress: 'next', href: `/life/${name}` }))}
        />
      </Section>
      <Section id="yesterday" title="昨日">
        <div className="stat-row">
          <Stat label="收件" value="1,284" unit="件" change="比前日 +6%" />
          <Stat label="按期办结" value="99.2" unit="%" target="99%" href="/open/on-time" />
          <Stat label="好评" value="98.7" unit="%" change="参评 41%" sampleSize="534" />
          <Stat label="超期" value="3" unit="件" breach href="/open/overdue" />
        </div>
      </Section>
      <Section id="appointments" title="我的预约">
        <EmptyState
          why="您还没有预约。"
          action={<a href="/halls">预约大厅窗口</a>}
          help="也可以拨打 12345，请工作人员帮您约。"
        />
        <Pagination shown={20} nextHref="?after=20" firstHref="?" />
      </Section>
      <HelpBox phone="12345" hours="每天 24 小时" others={[{ label: '让帮办员联系我', href: '/assistance' }]} />
    </>
  );
}
