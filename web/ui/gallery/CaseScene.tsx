import { Breadcrumb } from '../src/Breadcrumb.tsx';
import { Button, LinkButton } from '../src/Button.tsx';
import { CaseHeader } from '../src/CaseHeader.tsx';
import { CaseList } from '../src/CaseList.tsx';
import { Columns } from '../src/Columns.tsx';
import { DeadlineChip } from '../src/DeadlineChip.tsx';
import type { Deadline } from '../src/deadline.ts';
import { HelpBox } from '../src/HelpBox.tsx';
import { MaterialList, MaterialRow } from '../src/MaterialRow.tsx';
import { NextStepBox } from '../src/NextStepBox.tsx';
import { Notice } from '../src/Notice.tsx';
import { RouteStrip } from '../src/RouteStrip.tsx';
import { Section } from '../src/Section.tsx';
import type { CaseStatus } from '../src/status.ts';
import { Timeline } from '../src/Timeline.tsx';

const why = (
  <p>
    承诺截止 2026-12-03，法定截止 2026-12-24。已用 2 个工作日，暂停 1 个工作日。从受理次日起算，周六、周日和节假日不计。
  </p>
);

const statuses: CaseStatus[] = [
  { state: 'DRAFT' },
  { state: 'SUBMITTED' },
  { state: 'CORRECTION_REQUIRED' },
  { state: 'UNDER_REVIEW' },
  { state: 'SPECIAL_PROCEDURE' },
  { state: 'CLOSED', closeResult: 'GRANTED' },
  { state: 'CLOSED', closeResult: 'REFUSED' },
  { state: 'CLOSED', closeResult: 'WITHDRAWN' },
];

const deadlines: Deadline[] = [
  { state: 'running', remaining: 6, dueOn: '2026-12-03' },
  { state: 'soon', remaining: 1, dueOn: '2026-11-24' },
  { state: 'today', dueOn: '2026-11-21' },
  { state: 'overdue', overdueBy: 2, dueOn: '2026-11-19' },
  { state: 'immediate' },
  { state: 'correction' },
  { state: 'paused' },
  { state: 'none' },
];

export function CaseScene() {
  return (
    <>
      <Breadcrumb trail={[{ label: '首页', href: '/' }, { label: '我的办件', href: '/mine' }, { label: '办件详情' }]} />
      <CaseHeader
        caseNo="690102-261121-00372-8"
        title="食品经营许可（新办）"
        applicant="云州某某餐饮有限公司"
        status={{ state: 'UNDER_REVIEW' }}
        deadline={<DeadlineChip state="running" remaining={3} dueOn="2026-12-03" why={why} />}
        nextStep="审批科将在 12月3日前作出决定，结果会用短信告诉您。"
      />
      <Section id="route" title="办到哪一步了">
        <RouteStrip
          stations={[
            { name: 'apply', progress: 'done', note: '11月21日', way: '当日' },
            { name: 'accept', progress: 'done', note: '11月23日', way: '2 日' },
            { name: 'review', progress: 'now', note: '第 2 个工作日' },
            { name: 'decide', progress: 'next', note: '12月3日前' },
            { name: 'deliver', progress: 'next', note: '邮寄' },
          ]}
        />
      </Section>
      <Columns
        aside={
          <HelpBox phone="0594-12345" hours="工作日 8:30–17:30" others={[{ label: '给审批科留言', href: '/thread' }]} />
        }
        asideLabel="帮助"
      >
        <NextStepBox tone="act" title="需要您做的" action={<LinkButton href="/correct">去补正</LinkButton>}>
          请在 12月1日（周二）前补齐 2 项材料。逾期没有补正，这次申请会办结，您可以重新申请。
        </NextStepBox>
        <Section id="log" title="办理经过">
          <Timeline
            entries={[
              { at: '2026-11-27T01:10:00Z', title: '现场勘验结束，恢复计时', who: '城厢区市场监督管理局 审批科' },
              {
                at: '2026-11-26T01:00:00Z',
                title: '现场勘验',
                who: '城厢区市场监督管理局 审批科',
                note: '最多 10 个工作日，已书面告知。',
                pause: { until: '2026-11-27T01:10:00Z' },
              },
              { at: '2026-11-23T02:20:00Z', title: '已受理', who: '综合窗口', workdays: 1 },
              {
                at: '2026-11-21T06:08:00Z',
                title: '已提交',
                who: '网上申请',
                note: <a href="/receipt">提交回执（PDF，86 KB）</a>,
              },
            ]}
          />
        </Section>
        <Section id="materials" title="材料">
          <MaterialList label="已交材料">
            <MaterialRow name="营业执照" state="fetched" from="市场监督管理局" />
            <MaterialRow
              name="经营场所平面图"
              state="refused"
              problem="看不清操作间的位置，请重新拍照"
              files={[{ name: '平面图-1.jpg', note: '1.2 MB', href: '/file/1', removeValue: 'f1' }]}
              action={<Button kind="secondary">重新上传</Button>}
            />
            <MaterialRow name="从业人员健康证明" state="waiting" action={<Button kind="secondary">上传</Button>} />
            <MaterialRow name="食品安全管理制度" state="checking" />
          </MaterialList>
        </Section>
        <Notice kind="stop" title="不予许可">
          经营场所不在允许从事餐饮的区域。您可以在 60 日内申请行政复议。
        </Notice>
      </Columns>
      <Section id="all" title="各种状态与时限">
        <CaseList
          label="各种状态与时限"
          rows={statuses.map((status, n) => ({
            title: '食品经营许可（新办）',
            href: `/cases/${n}`,
            caseNo: `690102-261121-0037${n}-8`,
            status,
            ...(deadlines[n] && { deadline: deadlines[n] }),
          }))}
        />
      </Section>
    </>
  );
}
