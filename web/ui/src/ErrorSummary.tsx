import { type Words, zh } from './zh.ts';

export type FieldMistake = { pointer: string; detail: string };

/** On top of the page after a refused post; takes focus, also without a script, and links to each field. */
export function ErrorSummary({ mistakes, words = zh }: { mistakes: readonly FieldMistake[]; words?: Words }) {
  if (mistakes.length === 0) return null;
  return (
    <div
      className="error-summary"
      id="error-summary"
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: after a refused post, reading goes on here (ux R8)
      autoFocus
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{words.errorCount(mistakes.length)}</h2>
      <ul>
        {mistakes.map((mistake) => (
          <li key={`${mistake.pointer} ${mistake.detail}`}>
            <a href={`#${encodeURI(mistake.pointer)}`}>{mistake.detail}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
