import type { ReactNode } from 'react';
import { type Words, zh } from './zh.ts';

export type NavLink = { label: string; href: string; current?: boolean };

/** The cover of the file: the city's name, where one is, who one is, and the main sections under it. */
export function SiteHeader(props: {
  name: string;
  homeHref?: string;
  /** The region on view, or a form to change it. */
  region?: ReactNode;
  /** Sign-in link, or the person's name and sign-out. */
  account?: ReactNode;
  nav?: readonly NavLink[];
  words?: Words;
}) {
  const { name, homeHref = '/', region, account, nav = [], words = zh } = props;
  return (
    <header className="site-header">
      <div className="site-cover">
        <div className="page site-cover-line">
          <a className="site-name" href={homeHref}>
            {name}
          </a>
          {region && <div className="site-region">{region}</div>}
          {account && <div className="site-account">{account}</div>}
        </div>
      </div>
      {nav.length > 0 && (
        <nav className="site-nav" aria-label={words.mainNav}>
          <ul className="page">
            {nav.map((link) => (
              <li key={link.href}>
                <a href={link.href} aria-current={link.current ? 'page' : undefined}>
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}
