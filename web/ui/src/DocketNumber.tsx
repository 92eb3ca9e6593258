import { type Words, zh } from './zh.ts';

/** 办件编号 in tabular figures. The copy button appears only where the page has a script (enhance.ts). */
export function DocketNumber({ caseNo, words = zh }: { caseNo: string; words?: Words }) {
  return (
    <span className="docket">
      <span className="only-read">{words.caseNo} </span>
      <span className="docket-number">{caseNo}</span>
      <button
        type="button"
        className="button"
        data-kind="quiet"
        data-enhance="copy"
        data-copy={caseNo}
        data-done={words.copied}
        hidden
      >
        {words.copy}
      </button>
    </span>
  );
}
