import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { sampleAnswers, sampleForm } from '../../gallery/sample-form.ts';
import { type FormPageProps, FormPageView } from './FormPageView.tsx';
import { FormSummary } from './FormSummary.tsx';
import { layOut, pointersOf } from './layout.ts';
import { rowsAsked } from './rows.ts';
import { isRequired } from './schema.ts';

const draw = (props: Partial<FormPageProps>) =>
  renderToStaticMarkup(<FormPageView form={sampleForm} page="shop" answers={{}} {...props} />);

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** What a browser would post from this markup when nothing is changed. */
function posted(html: string): [string, string][] {
  const entries: [string, string][] = [];
  for (const [tag, kind, rest = ''] of html.matchAll(
    /<(input|textarea|select)\b[^>]*>([^<]*(?:<option[^>]*>[^<]*<\/option>)*)/g,
  )) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type');
    const ticked = (type !== 'radio' && type !== 'checkbox') || tag.includes('checked=""');
    if (name === undefined || !ticked) continue;
    const chosen = /<option value="([^"]*)" selected="">/.exec(rest)?.[1];
    entries.push([
      name,
      kind === 'textarea' ? rest : kind === 'select' ? (chosen ?? '') : (attribute(tag, 'value') ?? ''),
    ]);
  }
  return entries;
}

const catering = { business: 'catering' };

describe('a page', () => {
  test('posts back the answers it was given, under their pointers', () => {
    const html = draw({ answers: sampleAnswers, situation: catering });

    expect(posted(html)).toEqual([
      ['/operator/name', '云州某某餐饮有限公司'],
      ['/operator/mobile', '10000000001'],
      ['/shop/name', '小巷面馆'],
      ['/shop/street', 'xialin'],
      ['/shop/address', '霞林街道示例路 1 号'],
      ['/shop/area', '86.5'],
      ['/shop/tenure', 'rent'],
      ['/shop/leaseEnd', '2029'],
      ['/shop/leaseEnd', '06'],
      ['/shop/leaseEnd', '30'],
      ['/shop/goods', 'hot'],
      ['/shop/goods', 'drinks'],
      ['/shop/ownKitchen', 'false'],
      ['/shop/remark', ''],
      ['/stove/count', '2'],
    ]);
  });

  test('says the purpose of what is personal, and that an answer is optional only when it is', () => {
    const html = draw({ answers: { shop: { tenure: 'rent' } } });

    expect(html).toContain('用途：告知办理进度。');
    expect(html).toMatch(/联系手机号码<span class="field-optional">/);
    expect(html).not.toMatch(/店名<span/);
    expect(html).not.toMatch(/租赁到期日<span/);
  });

  test('puts each mistake beside its field', () => {
    const html = draw({
      mistakes: [{ pointer: '/shop/area', detail: '应为数字' }],
      answers: { shop: { area: '很大' } },
    });

    expect(html).toMatch(/id="\/shop\/area:error".*?应为数字/);
    expect(html).toContain('value="很大"');
  });

  test('shows a locked answer with its source and does not ask for it', () => {
    const html = draw({
      answers: sampleAnswers,
      locks: { '/operator/mobile': { shown: '100****0001', from: '实名信息', on: '2026-11-20' } },
    });

    expect(html).toContain('100****0001');
    expect(html).toContain('来自：实名信息 · 2026-11-20');
    expect(html).not.toContain('10000000001');
    expect(posted(html).map(([name]) => name)).not.toContain('/operator/mobile');
  });
});

describe('what shows', () => {
  const asked = (answers: Record<string, unknown>, situation = {}) =>
    pointersOf(layOut(sampleForm, 'shop', situation, answers));

  test('follows the answers given before', () => {
    expect(asked({ shop: { tenure: 'own' } })).not.toContain('/shop/leaseEnd');
    expect(asked({ shop: { tenure: 'rent' } })).toContain('/shop/leaseEnd');
    expect(asked({})).not.toContain('/shop/leaseEnd');
  });

  test('follows the situation, and a section without fields has no title', () => {
    expect(asked({}, catering)).toContain('/stove/count');
    expect(draw({})).not.toContain('灶台');
  });

  test('does not come back through an answer left in a hidden field', () => {
    const [shop] = sampleForm.pages;
    const chained = {
      ...sampleForm,
      pages: [
        {
          ...shop!,
          sections: [
            {
              key: 'chain',
              title: '连环',
              fields: [
                {
                  ...shop!.sections[1]!.fields[0]!,
                  pointer: '/a',
                  when: { eq: ['/form/never', 'x'] as [string, string] },
                },
                { ...shop!.sections[1]!.fields[0]!, pointer: '/b', when: { known: '/form/a' } },
              ],
            },
          ],
        },
      ],
    };

    expect(pointersOf(layOut(chained, 'shop', {}, { a: '旧答案' }))).toEqual([]);
  });

  test('can depend on earlier answers of the same row', () => {
    const pointers = pointersOf(layOut(sampleForm, 'staff', {}, sampleAnswers));

    expect(pointers).toContain('/staff/0/certificate');
    expect(pointers).not.toContain('/staff/1/certificate');
  });
});

describe('rows', () => {
  const rowsOf = (html: string) => html.match(/<fieldset class="form-row"/g)?.length ?? 0;

  test('are at least the least, one more when asked, never more than the most', () => {
    const staff = (answers: Record<string, unknown>, blank = 0) =>
      draw({ page: 'staff', answers, blankRows: { '/staff': blank } });

    expect(rowsOf(staff({}))).toBe(1);
    expect(rowsOf(staff(sampleAnswers, 1))).toBe(3);
    expect(rowsOf(staff(sampleAnswers, 9))).toBe(3);
    expect(staff(sampleAnswers, 1)).not.toContain('再添加');
    expect(staff({})).not.toContain('删除从业人员 1');
  });

  test('go on by Enter instead of removing the first row', () => {
    const [firstButton] =
      draw({ page: 'staff', answers: sampleAnswers }).match(/<button[^>]*type="submit"[^>]*>/g) ?? [];

    expect(firstButton).not.toContain('name=');
  });

  test('are added and taken out by buttons that need no script', () => {
    const html = draw({ page: 'staff', answers: sampleAnswers });
    const buttons = [...html.matchAll(/<button[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'name'),
      attribute(tag, 'value'),
    ]);
    expect(buttons).toContainEqual(['add-row', '/staff']);
    expect(buttons).toContainEqual(['remove-row', '/staff/1']);

    expect(
      rowsAsked([
        ['/staff/0/name', '测试甲'],
        ['add-row', '/staff'],
      ]),
    ).toEqual({
      entries: [['/staff/0/name', '测试甲']],
      blankRows: { '/staff': 1 },
      asked: true,
    });
    expect(
      rowsAsked([
        ['/staff/0/name', '测试甲'],
        ['/staff/1/name', '测试乙'],
        ['/staff/10/name', '测试丙'],
        ['remove-row', '/staff/1'],
      ]).entries,
    ).toEqual([
      ['/staff/0/name', '测试甲'],
      ['/staff/10/name', '测试丙'],
    ]);
    expect(rowsAsked([['intent', 'next']]).asked).toBe(false);
  });

  test('as a whole can be what is wrong', () => {
    const html = draw({ page: 'staff', mistakes: [{ pointer: '/staff', detail: '请至少填写 1 组从业人员' }] });

    expect(html).toContain('<div id="/staff" tabindex="-1">');
    expect(html).toContain('请至少填写 1 组从业人员');
  });
});

test('a field is required also when its schema asks for it only in some cases', () => {
  expect(isRequired(sampleForm.schema, '/shop/leaseEnd')).toBe(true);
  expect(isRequired(sampleForm.schema, '/shop/remark')).toBe(false);
  expect(isRequired(sampleForm.schema, '/staff/2/name')).toBe(true);
});

test('the summary reads answers back in words and links to where they are changed', () => {
  const html = renderToStaticMarkup(
    <FormSummary
      form={sampleForm}
      situation={catering}
      answers={sampleAnswers}
      changeHref={(page, at) => `/${page}#${at}`}
    />,
  );

  for (const words of [
    '霞林街道',
    '86.5 平方米',
    '租赁',
    '2029年6月30日',
    '热食类食品制售、自制饮品制售',
    '否',
    '--',
    '从业人员 2',
  ])
    expect(html).toContain(words);
  expect(html).toContain('href="/staff#/staff/0/name"');
});
