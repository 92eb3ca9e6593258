import { type Words, zh } from './zh.ts';

/** Keyset paging: only onward, and back to the first page. Nothing is drawn when everything is on one page. */
export function Pagination(props: { nextHref?: string; firstHref?: string; shown?: number; words?: Words }) {
  const { nextHref, firstHref, shown, words = zh } = props;
  if (!nextHref && !firstHref) return null;
  return (
    <nav className="pagination" aria-label={words.pages}>
      {shown !== undefined && <p className="hint">{words.shown(shown)}</p>}
      {firstHref && (
        <a className="button" data-kind="quiet" href={firstHref}>
          {words.firstPage}
        </a>
      )}
      {nextHref && (
        <a className="button" data-kind="secondary" rel="next" href={nextHref}>
          {words.nextPage}
        </a>
      )}
    </nav>
  );
}
