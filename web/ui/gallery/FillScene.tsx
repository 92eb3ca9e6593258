import { ActionBar } from '../src/ActionBar.tsx';
import { Button, ButtonRow, LinkButton } from '../src/Button.tsx';
import { Columns } from '../src/Columns.tsx';
import { DateInput } from '../src/DateInput.tsx';
import { ErrorSummary } from '../src/ErrorSummary.tsx';
import { FileInput } from '../src/FileInput.tsx';
import { HelpBox } from '../src/HelpBox.tsx';
import { Notice } from '../src/Notice.tsx';
import { Check, Checks } from '../src/Radios.tsx';
import { SavedLine } from '../src/SavedLine.tsx';
import { Section } from '../src/Section.tsx';
import { Select } from '../src/Select.tsx';
import { SourceNote } from '../src/SourceNote.tsx';
import { StepText } from '../src/StepText.tsx';
import { SummaryList } from '../src/SummaryList.tsx';
import { TaskList } from '../src/TaskList.tsx';
import { TextArea } from '../src/TextArea.tsx';
import { TextInput } from '../src/TextInput.tsx';

const phoneWrong = '手机号应为 11 位数字，您填了 10 位';
const dateWrong = '没有 2 月 30 日，请检查日期';

const aside = (
  <>
    <Section id="so-far" title="已填写" level={2}>
      <SummaryList
        rows={[
          { label: '经营形式', value: '餐饮服务' },
          { label: '经营场所', value: '城厢区霞林街道' },
        ]}
      />
    </Section>
    <HelpBox phone="0594-12345" hours="工作日 8:30–17:30" />
  </>
);

export function FillScene() {
  return (
    <>
      <ErrorSummary
        mistakes={[
          { pointer: '/applicant/phone', detail: phoneWrong },
          { pointer: '/shop/opensOn', detail: dateWrong },
        ]}
      />
      <Columns aside={aside} asideLabel="已填内容与帮助">
        <StepText step={2} of={5} next="上传材料" />
        <h1>填写信息</h1>
        <form method="post" action="/drafts/1" encType="multipart/form-data">
          <Section id="owner" title="经营者信息">
            <SummaryList
              rows={[
                {
                  label: '统一社会信用代码',
                  value: '91690100MA********',
                  source: <SourceNote from="市场监督管理局" on="2026-11-20" disputeHref="/disputes/new" />,
                },
                { label: '企业名称', value: '云州某某餐饮有限公司', changeHref: '/change/name' },
                { label: '传真' },
              ]}
            />
          </Section>
          <Section id="contact" title="联系方式">
            <TextInput
              name="/applicant/phone"
              label="联系手机"
              hint="用于短信通知。"
              error={phoneWrong}
              value="1380013800"
              type="tel"
              autoComplete="tel"
              size="short"
            />
            <TextInput name="/applicant/email" label="电子邮箱" optional type="email" autoComplete="email" />
          </Section>
          <Section id="shop" title="经营场所">
            <Select
              name="/shop/street"
              label="所在街道"
              options={[
                { value: 'xialin', label: '霞林街道' },
                { value: 'longqiao', label: '龙桥街道' },
              ]}
            />
            <TextInput name="/shop/area" label="经营面积" unit="㎡" size="short" inputMode="decimal" value="86" />
            <DateInput name="/shop/opensOn" label="计划开业日期" error={dateWrong} value="2027-2-30" />
            <Checks
              name="/shop/business"
              label="经营项目"
              hint="可以选多项。"
              values={['hot']}
              options={[
                { value: 'hot', label: '热食类食品制售' },
                { value: 'cold', label: '冷食类食品制售', hint: '需要专用操作间' },
                { value: 'drinks', label: '自制饮品制售' },
              ]}
            />
            <TextArea name="/shop/remark" label="其他说明" optional />
            <FileInput
              name="plan"
              label="经营场所平面图"
              hint="手画也可以，能看清各区域的位置就行。"
              accept={['image/jpeg', 'image/png', 'application/pdf']}
              types="JPG、PNG、PDF"
              maxSize="20 MB"
              multiple
            />
            <Check name="declared" label="我承诺以上内容真实，并愿意承担不实的后果。" />
          </Section>
          <Notice kind="warn" title="还差一步">
            提交以前请核对一遍；提交后 10 分钟内可以撤回修改。
          </Notice>
          <ActionBar saved={<SavedLine at="10:32" />}>
            <Button>下一步</Button>
            <LinkButton kind="secondary" href="/drafts/1/previous">
              上一步
            </LinkButton>
            <Button kind="quiet" name="intent" value="later">
              保存并退出
            </Button>
          </ActionBar>
          <ButtonRow>
            <Button kind="danger" name="intent" value="discard">
              删除这份草稿
            </Button>
          </ButtonRow>
        </form>
        <Section id="tasks" title="开餐馆一件事">
          <TaskList
            tasks={[
              { title: '营业执照', href: '/t/1', status: 'done' },
              { title: '食品经营许可', href: '/t/2', status: 'doing', hint: '已填 2 步，共 5 步' },
              { title: '门头招牌备案', href: '/t/3', status: 'todo' },
              { title: '开业检查', status: 'blocked', reason: '食品经营许可办结后才能开始' },
            ]}
          />
        </Section>
        <SavedLine failed />
      </Columns>
    </>
  );
}
