import type { MyCaseView } from '@tongban/server/contract/cases';
import { Button } from '@tongban/ui/Button.tsx';
import { CaseHeader } from '@tongban/ui/CaseHeader.tsx';
import { Columns } from '@tongban/ui/Columns.tsx';
import { DeadlineChip } from '@tongban/ui/DeadlineChip.tsx';
import { sayDay } from '@tongban/ui/dates.ts';
import { FormSummary } from '@tongban/ui/form-renderer/FormSummary.tsx';
import { HelpBox } from '@tongban/ui/HelpBox.tsx';
import { NextStepBox } from '@tongban/ui/NextStepBox.tsx';
import { Notice } from '@tongban/ui/Notice.tsx';
import { RouteStrip } from '@tongban/ui/RouteStrip.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { Timeline } from '@tongban/ui/Timeline.tsx';
import { data } from 'react-router';
import { chipOf, nextStepOf, pathOf, statusOf } from '../../case-words.ts';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { onVisit, refusalOf, to } from '../../visit.ts';
import type { Route } from './+types/CasePage';
import { Decision } from './Decision.tsx';
import { en } from './en.ts';
import { WhyThisDate } from './WhyThisDate.tsx';
import { zh } from './zh.ts';

/** A case as its applicant sees it (ux P-18): where it stands, what to do, until when and why then, and what happened. */
export const loader = onVisit(async (visit, { params }: Route.LoaderArgs) => {
  const view = await visit.services.cases.mine(visit.actor, params.caseId, visit.language);
  if (view.state === 'DRAFT') throw to(visit, pathOf(view));
  return { view };
});

export const action = onVisit(async (visit, { params }: Route.ActionArgs) => {
  const said = new Map(visit.form);
  const { caseId } = params;
  try {
    await visit.services.cases.confirmDelivery(visit.actor, { caseId, version: Number(said.get('version')) });
  } catch (error) {
    const refusal = refusalOf(error, visit);
    if (refusal.status !== 412 && refusal.status !== 409) throw error;
    return data({ refusal }, { status: refusal.status });
  }
  throw to(visit, `/my/cases/${caseId}`);
});

export default function CasePage({ loaderData: { view }, actionData }: Route.ComponentProps) {
  const { kit, language } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const chip = chipOf(view);
  const next = nextStepOf(view, language);
  return (
    <>
      <PageTitle failed={actionData !== undefined}>{`${view.item.name} · ${view.number ?? ''}`}</PageTitle>
      {actionData && (
        <Notice kind="stop" live>
          {actionData.refusal.title}
        </Notice>
      )}
      <CaseHeader
        title={view.item.name}
        {...(view.number && { caseNo: view.number })}
        applicant={view.applicant.name}
        status={statusOf(view)}
        {...(chip && {
          deadline: <DeadlineChip {...chip} why={<WhyThisDate view={view} />} language={language} words={kit} />,
        })}
        {...(next && { nextStep: next })}
        words={kit}
      />
      <Section id="route" title={words.route}>
        <RouteStrip
          stations={view.stations.map(({ key, status, on }) => ({
            name: key,
            progress: status,
            ...(on && { note: sayDay(on, language) }),
          }))}
          words={kit}
        />
      </Section>
      {view.decision && <Decision decision={view.decision} decidedAt={view.decidedAt} />}
      {view.allowedActions.includes('confirmDelivery') && <ConfirmDelivery view={view} />}
      <Columns
        asideLabel={words.contact}
        aside={
          <HelpBox
            phone={view.department.phone ?? '12345'}
            others={[{ label: words.hallInstead, href: at('/halls') }]}
            words={kit}
          />
        }
      >
        <Section id="timeline" title={words.timeline}>
          <Timeline entries={entriesOf(view, words)} label={words.timeline} language={language} words={kit} />
        </Section>
        <Given view={view} />
      </Columns>
    </>
  );
}

/** Newest first; the reader is told the unit and the part, never the official's name. */
const entriesOf = ({ timeline }: MyCaseView, words: typeof zh) =>
  [...timeline]
    .sort((a, b) => b.version - a.version)
    .map(({ at, action, part, unit, note }) => ({
      at,
      title: words.actions[action] ?? action,
      who: [unit, words.parts[part]].filter(Boolean).join(' · '),
      ...(note && { note }),
    }));

function ConfirmDelivery({ view }: { view: MyCaseView }) {
  const { kit, csrf } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  return (
    <NextStepBox
      tone="act"
      title={words.confirmTitle}
      action={
        <form method="post" action={at(`/my/cases/${view.id}`)}>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="version" value={view.version} />
          <Button>{words.confirmReceipt}</Button>
        </form>
      }
      words={kit}
    >
      {words.confirmText}
    </NextStepBox>
  );
}

/** What was said and handed in, folded up: one rarely needs it, and it is long. */
function Given({ view }: { view: MyCaseView }) {
  const { kit, language } = useFrame();
  const words = useWords({ zh, en });
  const { form, answers, situation, materials } = view;
  const given = materials.filter(({ files, filledBy }) => files.length > 0 || filledBy === 'PAPER');
  return (
    <>
      {form && (
        <details className="fold">
          <summary>{words.answers}</summary>
          <FormSummary form={form} answers={answers} situation={situation} level={3} language={language} words={kit} />
        </details>
      )}
      {given.length > 0 && (
        <details className="fold">
          <summary>{words.givenMaterials}</summary>
          <ul className="lines">
            {given.map(({ key, name, files, pages }) => (
              <li key={key}>
                {name}
                {files.map((file) => (
                  <a className="given-file" key={file.id} href={`/api/my/cases/${view.id}/files/${file.id}`}>
                    {file.name}
                  </a>
                ))}
                {files.length === 0 && <span className="hint">{words.atWindow(pages)}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
