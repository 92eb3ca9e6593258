import type { MyCaseView } from '@tongban/server/contract/cases';
import { sayMoment } from '@tongban/ui/dates.ts';
import { Section } from '@tongban/ui/Section.tsx';
import { SummaryList } from '@tongban/ui/SummaryList.tsx';
import { useFrame, useWords } from '../../frame/frame-data.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Conclusion, reason, basis and remedies, in this order (行政许可法 38). */
export function Decision(props: { decision: NonNullable<MyCaseView['decision']>; decidedAt: string | null }) {
  const { decision, decidedAt } = props;
  const { kit, language } = useFrame();
  const words = useWords({ zh, en });
  const { result, reason, basis, remedies } = decision;
  return (
    <Section id="decision" title={words.decision}>
      <SummaryList
        rows={[
          { label: words.decision, value: <strong>{result === 'GRANTED' ? words.granted : words.refused}</strong> },
          ...(decidedAt ? [{ label: words.decidedOn, value: sayMoment(decidedAt, language, true) }] : []),
          ...(reason ? [{ label: words.reason, value: reason }] : []),
          ...(basis.length > 0 ? [{ label: words.basis, value: basis.join(kit.listComma) }] : []),
          ...(remedies ? [{ label: words.remedies, value: remedies }] : []),
        ]}
        words={kit}
      />
    </Section>
  );
}
