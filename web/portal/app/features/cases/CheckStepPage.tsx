import type { MyCaseView } from '@tongban/server/contract/cases';
import { ActionBar } from '@tongban/ui/ActionBar.tsx';
import { Button } from '@tongban/ui/Button.tsx';
import { ErrorSummary } from '@tongban/ui/ErrorSummary.tsx';
import { FormSummary } from '@tongban/ui/form-renderer/FormSummary.tsx';
import { NextStepBox } from '@tongban/ui/NextStepBox.tsx';
import { Notice } from '@tongban/ui/Notice.tsx';
import { Check } from '@tongban/ui/Radios.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { SummaryList } from '@tongban/ui/SummaryList.tsx';
import { data } from 'react-router';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { guidePath } from '../../situation-query.ts';
import { onVisit, refusalOf, to } from '../../visit.ts';
import type { Route } from './+types/CheckStepPage';
import { en } from './en.ts';
import { StepFrame } from './StepFrame.tsx';
import { stepOfMissing } from './steps.ts';
import { zh } from './zh.ts';

/** Check and submit: P-14. The key in the form makes a second press, or a resent post, the same submission. */
export const loader = onVisit(async (visit, { params }: Route.LoaderArgs) => {
  const view = await visit.services.cases.mine(visit.actor, params.caseId, visit.language);
  if (view.state !== 'DRAFT') throw to(visit, `/my/cases/${view.id}`);
  return { view, key: visit.newKey() };
});

export const action = onVisit(async (visit, { params }: Route.ActionArgs) => {
  const { caseId } = params;
  const { actor, services } = visit;
  const said = new Map(visit.form);
  if (said.get('intent') === 'renew') {
    await services.cases.takeNewGuide(actor, caseId);
    throw to(visit, `/my/cases/${caseId}/check`);
  }
  if (said.get('declared') !== 'true') return data({ undeclared: true, refused: undefined }, { status: 400 });
  try {
    await services.cases.submit(actor, { caseId, version: Number(said.get('version')), key: said.get('key') ?? '' });
  } catch (error) {
    const refusal = refusalOf(error, visit);
    if (refusal.type === 'cases/real-name-needed')
      throw to(visit, `/my/real-name?return=${encodeURIComponent(`/my/cases/${caseId}/check`)}`);
    if (!['cases/stale', 'cases/incomplete', 'cases/item-changed'].includes(refusal.type)) throw error;
    return data({ undeclared: false, refused: refusal }, { status: refusal.status });
  }
  throw to(visit, `/my/cases/${caseId}/receipt`);
});

export default function CheckStepPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, key } = loaderData;
  const { kit, csrf, language } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const path = `/my/cases/${view.id}/check`;
  const { form } = view;
  const undeclared = actionData?.undeclared ? words.declarationNeeded : undefined;
  return (
    <StepFrame view={view} path={path}>
      <PageTitle failed={actionData !== undefined}>{`${words.checkTitle} · ${view.item.name}`}</PageTitle>
      <ErrorSummary mistakes={undeclared ? [{ pointer: 'declared', detail: undeclared }] : []} words={kit} />
      <h1>{words.checkTitle}</h1>
      {actionData?.refused && actionData.refused.type !== 'cases/incomplete' && (
        <Refused type={actionData.refused.type} title={actionData.refused.title} path={path} />
      )}
      {view.missing.length > 0 && <Missing view={view} />}
      <p className="lead">{words.checkLead}</p>
      <SituationSummary view={view} />
      {form && (
        <FormSummary
          form={form}
          answers={view.answers}
          situation={view.situation}
          changeHref={(page, pointer) => at(`/my/cases/${view.id}/form/${page}?mending=true#${encodeURI(pointer)}`)}
          language={language}
          words={kit}
        />
      )}
      <MaterialSummary view={view} changeHref={at(`/my/cases/${view.id}/materials`)} />
      <form method="post" action={at(path)} noValidate>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="version" value={view.version} />
        <input type="hidden" name="key" value={key} />
        <Section id="declaration" title={words.declarationTitle}>
          <Check name="declared" label={words.declaration} {...(undeclared && { error: undeclared })} />
        </Section>
        <ActionBar>
          <Button>{words.submit(view.item.name)}</Button>
        </ActionBar>
      </form>
    </StepFrame>
  );
}

/** Everything that stands in the way, each with the way to it. */
function Missing({ view }: { view: MyCaseView }) {
  const words = useWords({ zh, en });
  const at = useAddress();
  return (
    <NextStepBox tone="act" title={words.missingTitle(view.missing.length)}>
      <ul className="missing">
        {view.missing.map((thing) => (
          <li key={`${thing.pointer} ${thing.detail}`}>
            <a href={at(stepOfMissing(view, thing.pointer))}>{thing.detail}</a>
          </li>
        ))}
      </ul>
    </NextStepBox>
  );
}

function Refused({ type, title, path }: { type: string; title: string; path: string }) {
  const { csrf } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  if (type !== 'cases/item-changed')
    return (
      <Notice kind="stop" live>
        {title}
      </Notice>
    );
  return (
    <Notice kind="warn" title={words.guideChanged} live>
      <p>{words.guideChangedText}</p>
      <form method="post" action={at(path)}>
        <input type="hidden" name="csrf" value={csrf} />
        <Button kind="secondary" name="intent" value="renew">
          {words.takeNewGuide}
        </Button>
      </form>
    </Notice>
  );
}

function SituationSummary({ view }: { view: MyCaseView }) {
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const { item, regionCode, situation, questions } = view;
  const rows = questions.flatMap(({ key, text, options }) =>
    situation[key] === undefined
      ? []
      : [
          {
            label: text,
            value: options.find(({ value }) => value === situation[key])?.label ?? words.unsure,
            changeHref: at(`${guidePath(item.key, regionCode, { ...situation, [key]: '' })}#questions`),
          },
        ],
  );
  if (rows.length === 0) return null;
  return (
    <section className="form-section">
      <h2>{words.yourSituation}</h2>
      <SummaryList rows={rows} words={kit} />
    </section>
  );
}

function MaterialSummary({ view, changeHref }: { view: MyCaseView; changeHref: string }) {
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  if (view.materials.length === 0) return null;
  const rows = view.materials.map(({ key, name, status, files, filledBy, pages }) => ({
    label: name,
    value:
      files.length > 0
        ? words.filesOf(files.length, files.map((file) => file.name).join(kit.listComma))
        : filledBy === 'PAPER'
          ? words.atWindow(pages)
          : status === 'exempt'
            ? words.fetched
            : words.notGiven,
    ...(status !== 'exempt' && { changeHref: `${changeHref}#${encodeURI(key)}` }),
  }));
  return (
    <section className="form-section">
      <h2>{words.materialsGiven}</h2>
      <SummaryList rows={rows} words={kit} />
    </section>
  );
}
