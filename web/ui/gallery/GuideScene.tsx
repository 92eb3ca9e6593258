import { Breadcrumb } from '../src/Breadcrumb.tsx';
import { Button, ButtonRow, LinkButton } from '../src/Button.tsx';
import { Columns } from '../src/Columns.tsx';
import { FactRow } from '../src/FactRow.tsx';
import { HelpBox } from '../src/HelpBox.tsx';
import { MaterialList, MaterialRow } from '../src/MaterialRow.tsx';
import { Notice } from '../src/Notice.tsx';
import { PrintButton } from '../src/PrintButton.tsx';
import { Radios } from '../src/Radios.tsx';
import { RouteStrip } from '../src/RouteStrip.tsx';
import { Section } from '../src/Section.tsx';
import { Tag } from '../src/StatusTag.tsx';
import { StepText } from '../src/StepText.tsx';

const aside = (
  <>
    <Notice title="线下也可以办">市政务服务中心 B 区 6–9 窗口，现在等候 4 人，约 12 分钟。</Notice>
    <HelpBox phone="0594-12345" hours="工作日 8:30–17:30" others={[{ label: '让帮办员联系我', href: '/assistance' }]} />
  </>
);

export function GuideScene() {
  return (
    <>
      <Breadcrumb
        trail={[{ label: '首页', href: '/' }, { label: '法人办事', href: '/firms' }, { label: '食品经营许可（新办）' }]}
      />
      <Columns aside={aside} asideLabel="办理方式与帮助">
        <h1>开一家餐馆：食品经营许可（新办）</h1>
        <p className="lead">官方名称：食品经营许可核发。城厢区市场监督管理局办理。</p>
        <FactRow
          facts={[
            { label: '承诺时限', value: '5', unit: '个工作日' },
            { label: '法定时限', value: '20', unit: '个工作日' },
            { label: '到现场次数', value: '0', unit: '次' },
            { label: '收费', value: '不收费' },
          ]}
        />
        <ButtonRow>
          <LinkButton href="/apply">在线办理</LinkButton>
          <LinkButton kind="secondary" href="/book">
            预约窗口
          </LinkButton>
          <PrintButton />
        </ButtonRow>
        <Section id="route" title="要走的路">
          <RouteStrip
            stations={[
              { name: 'apply', progress: 'next', note: '约 20 分钟' },
              { name: 'accept', progress: 'next', note: '当日' },
              { name: 'review', progress: 'next', note: '3 个工作日' },
              { name: 'decide', progress: 'next', note: '1 个工作日' },
              { name: 'deliver', progress: 'next', note: '1 个工作日' },
            ]}
          />
        </Section>
        <Section id="questions" title="先回答几个问题，只看您需要的材料" remark={<StepText step={1} of={4} />}>
          <form method="get" action="/guide">
            <Radios
              name="business"
              label="您经营的形式是？"
              hint="不同形式要准备的材料不一样。"
              value="catering"
              options={[
                { value: 'catering', label: '餐饮服务', hint: '现场做、现场吃，包括小吃店、饮品店' },
                { value: 'retail', label: '食品销售' },
                { value: 'canteen', label: '单位食堂' },
                { value: 'unsure', label: '不清楚' },
              ]}
            />
            <Button>下一题</Button>
          </form>
        </Section>
        <Section id="materials" title="您需要准备 2 项" remark="另有 1 项免提交">
          <MaterialList label="材料清单">
            <MaterialRow name="营业执照" state="exempt" from="市场监督管理局" />
            <MaterialRow
              name="经营场所平面图"
              why="标出操作间、洗手池和“三防”设施的位置"
              requirement="自备，电子件或原件 1 份"
              tags={['可容缺']}
              downloads={[
                { kind: 'form', href: '/f.docx', format: 'DOCX', size: '32 KB' },
                { kind: 'sample', href: '/s.pdf', format: 'PDF', size: '210 KB' },
              ]}
            />
            <MaterialRow name="从业人员健康证明" requirement="复印件 1 份" tags={['可承诺替代']} />
          </MaterialList>
        </Section>
        <Section id="places" title="办理地点与时间">
          <div className="table-scroll">
            <table>
              <caption>可以办理这件事的窗口</caption>
              <thead>
                <tr>
                  <th scope="col">地点</th>
                  <th scope="col">时间</th>
                  <th scope="col" className="number">
                    现在等候
                  </th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">
                    市政务服务中心 <Tag tone="quiet">全城通办</Tag>
                  </th>
                  <td>周一至周五 8:30–17:30</td>
                  <td className="number">4 人</td>
                </tr>
                <tr>
                  <th scope="row">城厢区政务服务中心</th>
                  <td>周一至周六 8:30–12:00</td>
                  <td className="number">--</td>
                </tr>
              </tbody>
            </table>
          </div>
        </Section>
      </Columns>
    </>
  );
}
