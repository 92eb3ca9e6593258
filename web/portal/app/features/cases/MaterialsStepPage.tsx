import type { MaterialView, MyCaseView } from '@tongban/server/contract/cases';
import { ActionBar } from '@tongban/ui/ActionBar.tsx';
import { Button } from '@tongban/ui/Button.tsx';
import { ErrorSummary, type FieldMistake } from '@tongban/ui/ErrorSummary.tsx';
import { MaterialList } from '@tongban/ui/MaterialRow.tsx';
import { SavedLine } from '@tongban/ui/SavedLine.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { data } from 'react-router';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import type { PageHandle } from '../../root.tsx';
import { onVisit, to } from '../../visit.ts';
import type { Route } from './+types/MaterialsStepPage';
import { en } from './en.ts';
import { MaterialSlot } from './MaterialSlot.tsx';
import { StepFrame } from './StepFrame.tsx';
import { placeOf, stepsOf } from './steps.ts';
import { zh } from './zh.ts';

export const handle: PageHandle = { script: true };

const noTitles = { materials: '', check: '' };

/** Materials: P-12. One form for all slots: whichever button is pressed, every file that was chosen is taken. */
export const loader = onVisit(async (visit, { params }: Route.LoaderArgs) => {
  const view = await visit.services.cases.mine(visit.actor, params.caseId, visit.language);
  if (view.state !== 'DRAFT') throw to(visit, `/my/cases/${view.id}`);
  return { view };
});

export const action = onVisit(async (visit, { params }: Route.ActionArgs) => {
  const { caseId } = params;
  const { said, problems } = await visit.services.cases.takeFiles(visit.actor, caseId, visit.parts());
  const remove = said.get('remove');
  if (remove) await visit.services.cases.removeFile(visit.actor, caseId, remove);
  if (problems.length > 0) return data({ problems }, { status: 400 });
  const here = `/my/cases/${caseId}/materials`;
  const intent = said.get('intent');
  if (intent === 'later') throw to(visit, '/my');
  const place = placeOf(stepsOf(await visit.services.cases.mine(visit.actor, caseId), noTitles), here);
  if (intent === 'next') throw to(visit, place.after?.path ?? here);
  throw to(visit, intent === 'previous' ? (place.before?.path ?? here) : here);
});

export default function MaterialsStepPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view } = loaderData;
  const { kit, csrf, language } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const path = `/my/cases/${view.id}/materials`;
  const mistakes: FieldMistake[] = (actionData?.problems ?? []).map(({ materialKey, file, why }) => ({
    pointer: materialKey,
    detail: words.fileProblem(file, why[language]),
  }));
  const { before } = placeOf(stepsOf(view, noTitles), path);
  return (
    <StepFrame view={view} path={path}>
      <PageTitle failed={mistakes.length > 0}>{`${words.materialsTitle} · ${view.item.name}`}</PageTitle>
      <ErrorSummary mistakes={mistakes} words={kit} />
      <h1>{words.materialsTitle}</h1>
      <form
        method="post"
        encType="multipart/form-data"
        action={at(path)}
        noValidate
        data-enhance="upload"
        data-said-uploading={words.uploading}
        data-said-failed={words.uploadFailed}
      >
        <input type="hidden" name="csrf" value={csrf} />
        <Slots view={view} mistakes={mistakes} />
        <ActionBar saved={<SavedLine words={kit} />}>
          <Button name="intent" value="next">
            {words.next}
          </Button>
          {before && (
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

/** First what must be given, then what may follow or be left out, last what the state fetches itself. */
function Slots({ view, mistakes }: { view: MyCaseView; mistakes: readonly FieldMistake[] }) {
  const words = useWords({ zh, en });
  const needed = view.materials.filter((slot) => slot.status === 'needed' && slot.necessity === 'REQUIRED');
  const exempt = view.materials.filter((slot) => slot.status === 'exempt');
  const others = view.materials.filter((slot) => !needed.includes(slot) && !exempt.includes(slot));
  const groups = [
    { id: 'needed', title: words.slotsNeeded(needed.length), slots: needed },
    { id: 'others', title: words.slotsOthers, slots: others },
    { id: 'exempt', title: words.slotsExempt(exempt.length), slots: exempt },
  ];
  if (needed.length + others.length === 0 && exempt.length === 0) return <p className="lead">{words.noMaterials}</p>;
  return (
    <>
      <p className="lead">{needed.length + others.length > 0 ? words.materialsLead : words.noMaterials}</p>
      {groups
        .filter(({ slots }) => slots.length > 0)
        .map(({ id, title, slots }) => (
          <Section key={id} id={id} title={title}>
            <MaterialList label={title}>
              {slots.map((slot: MaterialView) => (
                <MaterialSlot
                  key={slot.key}
                  caseId={view.id}
                  slot={slot}
                  problem={mistakes
                    .filter(({ pointer }) => pointer === slot.key)
                    .map(({ detail }) => detail)
                    .join(' ')}
                />
              ))}
            </MaterialList>
          </Section>
        ))}
    </>
  );
}
