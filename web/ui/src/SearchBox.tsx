import { type Words, zh } from './zh.ts';

/** A plain GET form; the placeholder is an example and the label says the question. */
export function SearchBox(props: {
  action: string;
  query?: string;
  name?: string;
  label?: string;
  hint?: string;
  /** `large` on the home page, where the label is the page's own heading. */
  size?: 'large' | 'line';
  /** Carried along, e.g. the chosen region. */
  hidden?: Readonly<Record<string, string>>;
  words?: Words;
}) {
  const { action, query, name = 'q', size = 'line', hidden = {}, words = zh } = props;
  const { label = words.searchLabel, hint = words.searchHint } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers before Chromium 118 give <search> no role
    <form className="search-box" data-size={size} action={action} method="get" role="search">
      <label htmlFor={`search-${name}`}>{label}</label>
      <div className="search-box-line">
        <input
          className="input"
          id={`search-${name}`}
          type="search"
          name={name}
          defaultValue={query}
          placeholder={hint}
          autoComplete="off"
          maxLength={100}
        />
        <button className="button" type="submit">
          {words.search}
        </button>
      </div>
      {Object.entries(hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
    </form>
  );
}
