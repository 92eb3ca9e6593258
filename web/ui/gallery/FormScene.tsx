import { ActionBar } from '../src/ActionBar.tsx';
import { Button } from '../src/Button.tsx';
import { ErrorSummary } from '../src/ErrorSummary.tsx';
import { FormPageView } from '../src/form-renderer/FormPageView.tsx';
import { FormSummary } from '../src/form-renderer/FormSummary.tsx';
import { SavedLine } from '../src/SavedLine.tsx';
import { Section } from '../src/Section.tsx';
import { sampleAnswers, sampleForm } from './sample-form.ts';

const situation = { business: 'catering' };
const mistakes = [
  { pointer: '/shop/area', detail: '经营面积应为数字，如 120 或 85.5，请重新填写' },
  { pointer: '/staff/1/role', detail: '从业人员 2：请选择岗位' },
];
const locks = {
  '/operator/name': { from: '市场监督管理局', on: '2026-11-20', disputeHref: '/disputes/new' },
};

/** One form drawn from its definition: both pages, and the summary to check. */
export function FormScene() {
  return (
    <>
      <ErrorSummary mistakes={mistakes} />
      <h1>填写申请表</h1>
      <form method="post" action="/drafts/1" noValidate>
        {sampleForm.pages.map((page) => (
          <Section key={page.key} id={`page-${page.key}`} title={page.title}>
            <FormPageView
              form={sampleForm}
              page={page.key}
              situation={situation}
              answers={sampleAnswers}
              mistakes={mistakes}
              locks={locks}
              level={3}
            />
          </Section>
        ))}
        <ActionBar saved={<SavedLine at="10:32" />}>
          <Button>下一步</Button>
        </ActionBar>
      </form>
      <Section id="check" title="核对并提交">
        <FormSummary
          form={sampleForm}
          situation={situation}
          answers={sampleAnswers}
          locks={locks}
          level={3}
          changeHref={(page, pointer) => `/drafts/1/${page}#${pointer}`}
        />
      </Section>
    </>
  );
}
