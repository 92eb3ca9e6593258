import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { DateInput } from './DateInput.tsx';
import { DeadlineChip } from './DeadlineChip.tsx';
import { deadlineFace } from './deadline.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { en } from './en.ts';
import { FactRow } from './FactRow.tsx';
import { MaterialList, MaterialRow } from './MaterialRow.tsx';
import { Pagination } from './Pagination.tsx';
import { Checks, Radios } from './Radios.tsx';
import { RouteStrip } from './RouteStrip.tsx';
import { SavedLine } from './SavedLine.tsx';
import { StatusTag } from './StatusTag.tsx';
import { SummaryList } from './SummaryList.tsx';
import { type CaseState, toneOf } from './status.ts';
import { TextInput } from './TextInput.tsx';
import { Timeline } from './Timeline.tsx';
import { zh } from './zh.ts';

const drawn = (element: ReactElement) => renderToStaticMarkup(element);
const textOf = (element: ReactElement) => drawn(element).replaceAll(/<[^>]+>/g, '');

describe('a deadline', () => {
  test('says its working days in words, with a shape that agrees', () => {
    expect(deadlineFace({ state: 'running', remaining: 6, unit: 'wd' }, zh)).toEqual({
      tone: 'plain',
      shape: 'running',
      label: '剩余 6 个工作日',
    });
    expect(textOf(<DeadlineChip state="soon" remaining={1} dueOn="2026-12-03" />)).toBe('剩余 1 个工作日12月3日');
  });

  test('of months or years counts what is left in days', () => {
    expect(deadlineFace({ state: 'running', remaining: 40, unit: 'month' }, zh).label).toBe('剩余 40 天');
  });

  test('that the agency missed is red, one that an applicant missed is never', () => {
    const missed = { state: 'overdue', overdueBy: 2 } as const;

    expect(deadlineFace(missed, zh)).toMatchObject({ tone: 'stop', label: '已超期 2 个工作日' });
    expect(deadlineFace({ ...missed, owedBy: 'applicant' }, zh)).toMatchObject({
      tone: 'act',
      label: '已过 2 个工作日',
    });
  });

  test('of one day is singular in English', () => {
    expect(deadlineFace({ state: 'running', remaining: 1 }, en).label).toBe('1 working day left');
  });

  test('of a year without a calendar says that it may still move', () => {
    expect(textOf(<DeadlineChip state="running" remaining={30} dueOn="2027-02-01" provisional />)).toContain(
      '日期待节假日安排公布后确认',
    );
  });
});

describe('a status', () => {
  test('takes its words from how a closed case ended', () => {
    expect(textOf(<StatusTag state="CLOSED" closeResult="REFUSED" />)).toBe('已办结 · 不予许可');
    expect(textOf(<StatusTag state="CLOSED" />)).toBe('已办结');
    expect(textOf(<StatusTag state="UNDER_REVIEW" closeResult="GRANTED" />)).toBe('审查中');
  });

  test('is coloured only where somebody must act, wait or cannot go on', () => {
    const toned = (tone: string) =>
      (Object.keys(zh.status) as CaseState[]).filter((state) => toneOf({ state }) === tone);

    expect(toned('act')).toEqual(['PRE_REVIEW_RETURNED', 'CORRECTION_REQUIRED']);
    expect(toned('pause')).toEqual(['SPECIAL_PROCEDURE', 'SUSPENDED']);
    expect(toneOf({ state: 'CLOSED', closeResult: 'GRANTED' })).toBe('plain');
    expect(toneOf({ state: 'ARCHIVED', closeResult: 'NOT_ACCEPTED' })).toBe('stop');
  });
});

test('a route strip says in words what its circles show, and marks the present station', () => {
  const html = drawn(
    <RouteStrip
      stations={[
        { name: 'apply', progress: 'done', note: '11月21日' },
        { name: 'accept', progress: 'now' },
        { name: '公示', progress: 'next', count: 1284 },
      ]}
    />,
  );

  expect(html.match(/aria-current="step"/g)).toHaveLength(1);
  expect(html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toBe(
    ' 申请 已完成 11月21日 受理 进行中 公示 1,284 未开始 ',
  );
});

test('a fact is a figure only when it is a number', () => {
  const html = drawn(
    <FactRow
      facts={[
        { label: '承诺时限', value: '5', unit: '个工作日' },
        { label: '收费', value: '不收费' },
      ]}
    />,
  );

  expect(html.match(/data-figure/g)).toHaveLength(1);
});

test('a timeline keeps the machine time beside the words, and draws a pause as a stretch', () => {
  const html = drawn(
    <Timeline
      entries={[
        { at: '2026-11-26T01:00:00Z', title: '现场勘验', pause: {} },
        { at: '2026-11-21T06:08:00Z', title: '已提交' },
      ]}
    />,
  );

  expect(html).toContain('<time dateTime="2026-11-21T06:08:00Z">');
  expect(html).toContain('下午2:08');
  expect(html.match(/data-pause/g)).toHaveLength(1);
  expect(html).toContain('暂停计时 至今');
});

test('staff read the same timeline in ISO', () => {
  const entries = [{ at: '2026-11-21T06:08:00Z', title: '已提交' }];

  expect(textOf(<Timeline readers="staff" entries={entries} />)).toContain('2026-11-21 14:08');
});

test('a material shows at most two adjectives and says who answers for what need not be handed in', () => {
  const html = drawn(
    <MaterialList label="材料清单">
      <MaterialRow name="营业执照" state="exempt" from="市场监督管理局" tags={['甲', '乙', '丙']} />
    </MaterialList>,
  );

  expect(html).toContain('来自：市场监督管理局');
  expect(html).not.toContain('丙');
});

test('a missing answer prints dashes, and each change link names what it changes', () => {
  const html = drawn(
    <SummaryList
      rows={[
        { label: '传真', value: '' },
        { label: '店名', value: '小巷面馆', changeHref: '/change' },
      ]}
    />,
  );

  expect(html).toContain('<dd>--</dd>');
  expect(html).toContain('<span class="only-read">店名</span>');
});

test('an error summary takes focus without a script and links to the field by its pointer', () => {
  const html = drawn(<ErrorSummary mistakes={[{ pointer: '/shop/area', detail: '经营面积应为数字' }]} />);

  expect(html).toContain('autofocus=""');
  expect(html).toContain('tabindex="-1"');
  expect(html).toContain('<a href="#/shop/area">经营面积应为数字</a>');
  expect(drawn(<ErrorSummary mistakes={[]} />)).toBe('');
});

describe('a field', () => {
  test('is tied to its label, hint and error, and keeps what was typed', () => {
    const html = drawn(
      <TextInput name="/shop/area" label="经营面积" hint="以租赁合同为准" error="应为数字" value="八十六" unit="㎡" />,
    );

    expect(html).toContain('<label class="field-label" for="/shop/area">');
    expect(html).toContain('aria-describedby="/shop/area:hint /shop/area:error"');
    expect(html).toContain('id="/shop/area:hint"');
    expect(html).toContain('id="/shop/area:error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('value="八十六"');
  });

  test('says that it is optional, and never that it is required', () => {
    expect(textOf(<TextInput name="/a" label="传真" optional />)).toBe('传真（选填）');
    expect(textOf(<TextInput name="/a" label="店名" />)).toBe('店名');
  });

  test('with choices lets an error land on the first of them', () => {
    const options = [
      { value: 'a', label: '甲' },
      { value: 'b', label: '乙' },
    ];

    const radios = drawn(<Radios name="/kind" label="类型" options={options} value="b" heading />);
    const checks = drawn(<Checks name="/goods" label="项目" options={options} values={['a', 'b']} />);

    expect(radios).toContain('id="/kind"');
    expect(radios).toContain('id="/kind:2"');
    expect(radios).toContain('<legend class="field-label"><h1>类型</h1></legend>');
    expect(radios.match(/checked=""/g)).toHaveLength(1);
    expect(checks.match(/checked=""/g)).toHaveLength(2);
  });

  test('for a date gives back the three parts as they were typed', () => {
    const html = drawn(<DateInput name="/opensOn" label="开业日期" value="2027-2-30" />);

    expect([...html.matchAll(/name="(.+?)"[^>]*value="(.+?)"/g)].map(([, name, value]) => [name, value])).toEqual([
      ['/opensOn', '2027'],
      ['/opensOn', '2'],
      ['/opensOn', '30'],
    ]);
  });
});

test('pages are only turned when there is another one', () => {
  expect(drawn(<Pagination shown={3} />)).toBe('');
  expect(drawn(<Pagination nextHref="?after=9" />)).toContain('rel="next"');
});

test('a draft that could not be saved says so and that nothing is lost', () => {
  expect(textOf(<SavedLine at="10:32" />)).toBe('草稿已自动保存 10:32');
  expect(textOf(<SavedLine at="10:32" failed />)).toContain('还在本页');
});
