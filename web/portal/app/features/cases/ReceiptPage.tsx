import { ButtonRow, LinkButton } from '@tongban/ui/Button.tsx';
import { DocketNumber } from '@tongban/ui/DocketNumber.tsx';
import { sayMoment, sayWeekday } from '@tongban/ui/dates.ts';
import { FileSpine } from '@tongban/ui/FileSpine.tsx';
import { PrintButton } from '@tongban/ui/PrintButton.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { SummaryList } from '@tongban/ui/SummaryList.tsx';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import type { PageHandle } from '../../root.tsx';
import { onVisit, to } from '../../visit.ts';
import type { Route } from './+types/ReceiptPage';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const handle: PageHandle = { script: true };

/** The receipt (ux P-15): its address can be kept and opened again. */
export const loader = onVisit(async (visit, { params }: Route.LoaderArgs) => {
  const view = await visit.services.cases.mine(visit.actor, params.caseId, visit.language);
  if (view.state === 'DRAFT') throw to(visit, `/my/cases/${view.id}/check`);
  return { view };
});

export default function ReceiptPage({ loaderData: { view } }: Route.ComponentProps) {
  const { kit, language } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const { receipt } = view.clocks;
  return (
    <>
      <PageTitle>{`${words.receiptTitle} · ${view.item.name}`}</PageTitle>
      <FileSpine tone="run">
        <h1>{words.receiptTitle}</h1>
        <p className="receipt-number">{view.number && <DocketNumber caseNo={view.number} words={kit} />}</p>
        <p className="lead">{words.receiptLead}</p>
      </FileSpine>
      <SummaryList
        rows={[
          { label: words.item, value: view.item.name },
          { label: words.whoApplies, value: view.applicant.name },
          { label: words.submittedAt, value: view.submittedAt && sayMoment(view.submittedAt, language, true) },
          { label: words.handledBy, value: view.department.name },
        ]}
        words={kit}
      />
      <Section id="next" title={words.whatNext}>
        <ol className="lines">
          {receipt && <li>{words.nextReceive(sayWeekday(receipt.dueOn, language))}</li>}
          <li>{words.nextNotice}</li>
          <li>{words.nextAsk(view.department.phone ?? '12345')}</li>
        </ol>
      </Section>
      <ButtonRow>
        <LinkButton href={at(`/my/cases/${view.id}`)}>{words.toCase}</LinkButton>
        <PrintButton words={kit} />
        <LinkButton kind="secondary" href={at('/my/cases')}>
          {words.toMine}
        </LinkButton>
      </ButtonRow>
    </>
  );
}
