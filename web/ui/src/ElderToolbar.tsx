import { type Words, zh } from './zh.ts';

export type Scale = keyof Words['elder']['scales'];

/**
 * Tools of the elder mode, on every page: back, larger letters, contrast, reading aloud, leaving. The buttons post
 * `scale`, `theme` and `mode` to `action`, which keeps them in the cookie and returns here.
 */
export function ElderToolbar(props: {
  action: string;
  scale: Scale;
  highContrast: boolean;
  backHref?: string;
  hidden?: Readonly<Record<string, string>>;
  words?: Words;
}) {
  const { action, scale, highContrast, backHref, hidden = {}, words = zh } = props;
  const { scales } = words.elder;
  return (
    <form className="elder-toolbar" method="post" action={action} aria-label={words.elder.toolbar}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="page elder-toolbar-line">
        <fieldset>
          <legend>{words.elder.size}</legend>
          {([100, 125, 150, 200] as const).map((size) => (
            <button
              key={size}
              className="button"
              data-kind="secondary"
              type="submit"
              name="scale"
              value={size}
              aria-pressed={size === scale}
            >
              {scales[size]}
            </button>
          ))}
        </fieldset>
        {backHref && (
          <a className="button" data-kind="secondary" href={backHref}>
            {words.elder.back}
          </a>
        )}
        <button
          className="button"
          data-kind="secondary"
          type="submit"
          name="theme"
          value={highContrast ? 'light' : 'hc'}
          aria-pressed={highContrast}
        >
          {words.elder.contrast}
        </button>
        <button
          className="button"
          data-kind="secondary"
          type="button"
          data-enhance="read"
          data-done={words.elder.stopReading}
          hidden
        >
          {words.elder.read}
        </button>
        <button className="button" data-kind="quiet" type="submit" name="mode" value="std">
          {words.elder.leave}
        </button>
      </div>
    </form>
  );
}
