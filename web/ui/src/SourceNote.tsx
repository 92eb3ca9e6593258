import { Mark } from './Mark.tsx';
import { type Words, zh } from './zh.ts';

/** Where a value the government already holds comes from, and the way to dispute it (ux R5). */
export function SourceNote(props: { from: string; on?: string; disputeHref?: string; words?: Words }) {
  const { from, on, disputeHref, words = zh } = props;
  return (
    <span className="source-note" data-source={from}>
      <Mark shape="lock" />
      <span>{words.verified}</span>
      <span>{words.source(from, on)}</span>
      {disputeHref && <a href={disputeHref}>{words.dispute}</a>}
    </span>
  );
}
