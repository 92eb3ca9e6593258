import type { MyCaseView } from '@tongban/server/contract/cases';
import { Columns } from '@tongban/ui/Columns.tsx';
import { sayDay } from '@tongban/ui/dates.ts';
import { FileSpine } from '@tongban/ui/FileSpine.tsx';
import { HelpBox } from '@tongban/ui/HelpBox.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { StatusTag } from '@tongban/ui/StatusTag.tsx';
import { StepText } from '@tongban/ui/StepText.tsx';
import { SummaryList } from '@tongban/ui/SummaryList.tsx';
import type { ReactNode } from 'react';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { en } from './en.ts';
import { briefOf, placeOf, stepsOf } from './steps.ts';
import { zh } from './zh.ts';

/** The frame of every step of an application: what it is, how far one is, what was said so far, and who can help. */
export function StepFrame({ view, path, children }: { view: MyCaseView; path: string; children: ReactNode }) {
  const { kit, language, elder } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const steps = stepsOf(view, { materials: words.materialsStep, check: words.checkStep });
  const { number, of, after } = placeOf(steps, path);
  const brief = briefOf(view);
  return (
    <Columns
      asideLabel={words.help}
      aside={
        <>
          {brief.length > 0 && !elder && (
            <Section id="brief" title={words.summary} level={2}>
              <SummaryList rows={brief} words={kit} />
            </Section>
          )}
          <HelpBox
            phone={view.department.phone ?? '12345'}
            others={[{ label: words.hallInstead, href: at('/halls') }]}
            words={kit}
          />
        </>
      }
    >
      <FileSpine tone="quiet">
        <p className="step-what">
          <strong>{view.item.name}</strong> <StatusTag state="DRAFT" words={kit} />
        </p>
        <StepText step={number} of={of} {...(after && { next: after.title })} words={kit} />
        {view.expiresOn && <p className="hint">{words.keptUntil(sayDay(view.expiresOn, language, true))}</p>}
      </FileSpine>
      {children}
    </Columns>
  );
}
