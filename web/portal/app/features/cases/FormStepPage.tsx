import { ActionBar } from '@tongban/ui/ActionBar.tsx';
import { Button } from '@tongban/ui/Button.tsx';
import { localParts } from '@tongban/ui/dates.ts';
import { ErrorSummary } from '@tongban/ui/ErrorSummary.tsx';
import { FormPageView } from '@tongban/ui/form-renderer/FormPageView.tsx';
import { rowsAsked } from '@tongban/ui/form-renderer/rows.ts';
import { Notice } from '@tongban/ui/Notice.tsx';
import { SavedLine } from '@tongban/ui/SavedLine.tsx';
import { data } from 'react-router';
import { withQuery } from '../../address.ts';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import type { PageHandle } from '../../root.tsx';
import { onVisit, refusalOf, to } from '../../visit.ts';
import type { Route } from './+types/FormStepPage';
import { Differences } from './Differences.tsx';
import { en } from './en.ts';
import { asksMore, errorsOn } from './page-fields.ts';
import { StepFrame } from './StepFrame.tsx';
import { placeOf, stepsOf } from './steps.ts';
import { zh } from './zh.ts';

export const handle: PageHandle = { script: true };

const noTitles = { materials: '', check: '' };

/** In the address of whoever came from the check to mend one answer: they go back there. */
const mendingIn = (request: Request): string | undefined =>
  new URL(request.url).searchParams.get('mending') === 'true' ? 'true' : undefined;

/** A page of the form: P-11. Without a page in the address, the first. */
export const loader = onVisit(async (visit, { params, request }: Route.LoaderArgs) => {
  const view = await visit.services.cases.mine(visit.actor, params.caseId, visit.language);
  if (view.state !== 'DRAFT') throw to(visit, `/my/cases/${view.id}`);
  const steps = stepsOf(view, noTitles);
  const path = `/my/cases/${view.id}/form/${params.page}`;
  const [first] = steps;
  if (!steps.some((step) => step.path === path)) throw to(visit, first?.path ?? '/my/cases');
  const blank = new URL(request.url).searchParams.get('blank');
  return { view, page: params.page ?? '', path, mending: mendingIn(request), blankRows: blank ? { [blank]: 1 } : {} };
});

export const action = onVisit(async (visit, { params, request }: Route.ActionArgs) => {
  const { caseId, page = '' } = params;
  const mending = mendingIn(request);
  const { entries, blankRows, asked } = rowsAsked(visit.form);
  const said = new Map(visit.form);
  const path = `/my/cases/${caseId}/form/${page}`;
  const posted = { caseId, page, version: Number(said.get('version')), entries };
  const { cases } = visit.services;
  try {
    const before = await cases.mine(visit.actor, caseId);
    const { errors } = await cases.savePage(visit.actor, posted);
    const intent = said.get('intent');
    if (intent === 'later') throw to(visit, '/my');
    const view = await cases.mine(visit.actor, caseId);
    const place = placeOf(stepsOf(view, noTitles), path);
    if (intent === 'previous') throw to(visit, place.before?.path ?? path);
    if (asked) throw to(visit, withQuery(path, { mending, blank: Object.keys(blankRows)[0] }));
    const wrong = errorsOn(view, page, errors);
    const moreAsked = asksMore(before, view, page);
    if (wrong.length === 0 && !moreAsked)
      throw to(visit, mending ? `/my/cases/${caseId}/check` : (place.after?.path ?? path));
    return data({ errors: wrong, moreAsked, typed: undefined }, { status: wrong.length > 0 ? 400 : 200 });
  } catch (error) {
    if (error instanceof Response || refusalOf(error, visit).status !== 412) throw error;
    const answers = await cases.readPage(visit.actor, posted);
    return data({ errors: [], moreAsked: false, typed: answers }, { status: 412 });
  }
});

export default function FormStepPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, page, path, mending, blankRows } = loaderData;
  const { kit, csrf } = useFrame();
  const errors = actionData?.errors ?? [];
  const words = useWords({ zh, en });
  const at = useAddress();
  const { before } = placeOf(stepsOf(view, noTitles), path);
  const title = view.form?.pages.find(({ key }) => key === page)?.title ?? '';
  const { form } = view;
  if (!form) return null;
  return (
    <StepFrame view={view} path={path}>
      <PageTitle failed={errors.length > 0}>{`${title} · ${view.item.name}`}</PageTitle>
      <ErrorSummary mistakes={errors} words={kit} />
      <h1>{title}</h1>
      {actionData?.moreAsked && errors.length === 0 && <Notice live>{words.moreAppeared}</Notice>}
      {actionData?.typed && <Differences view={view} page={page} typed={actionData.typed} />}
      <form
        method="post"
        action={at(withQuery(path, { mending }))}
        noValidate
        data-enhance="autosave"
        data-save={at(`${path}/save`)}
        data-said-saved={kit.savedAt('{time}')}
        data-said-failed={kit.notSaved}
        data-said-stale={words.staleTitle}
        data-said-signed-out={words.signedOut}
      >
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="version" value={view.version} />
        <div data-live>
          <FormPageView
            form={form}
            page={page}
            answers={actionData?.typed ?? view.answers}
            situation={view.situation}
            mistakes={errors}
            blankRows={blankRows}
            words={kit}
          />
        </div>
        <ActionBar saved={<SavedLine at={localParts(view.savedAt).time} words={kit} />}>
          <Button name="intent" value="next">
            {mending ? words.backToCheck : words.next}
          </Button>
          {before && !mending && (
            <Button kind="secondary" name="intent" value="previous">
              {words.previous}
            </Button>
          )}
          <Button kind="quiet" name="intent" value="later">
            {words.later}
          </Button>
        </ActionBar>
      </form>
    </StepFrame>
  );
}
