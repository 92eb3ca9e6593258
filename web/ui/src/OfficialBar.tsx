import type { ReactNode } from 'react';
import { type Words, zh } from './zh.ts';

export type BarTool = { label: string; href: string; lang?: string; current?: boolean };

/** The strip that says whose site this is and how to tell; the display tools sit at its end. */
export function OfficialBar(props: { owner: string; how?: ReactNode; tools?: readonly BarTool[]; words?: Words }) {
  const { owner, how, tools = [], words = zh } = props;
  return (
    <section className="official-bar" aria-label={words.officialNote}>
      <div className="page official-bar-line">
        {how ? (
          <details>
            <summary>
              {words.official(owner)}
              <span className="official-bar-how">{words.howToTell}</span>
            </summary>
            <div className="official-bar-proof">{how}</div>
          </details>
        ) : (
          <p>{words.official(owner)}</p>
        )}
        {tools.length > 0 && (
          <nav aria-label={words.tools}>
            <ul>
              {tools.map((tool) => (
                <li key={tool.href}>
                  <a href={tool.href} lang={tool.lang} aria-current={tool.current ? 'true' : undefined}>
                    {tool.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </section>
  );
}
