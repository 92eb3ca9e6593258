import type { ReactNode } from 'react';

export type FooterColumn = { title: string; links: readonly { label: string; href: string }[] };

export function SiteFooter(props: {
  columns: readonly FooterColumn[];
  /** 网站标识码, 备案号 and the like, already as sentences. */
  codes?: readonly string[];
  children?: ReactNode;
}) {
  const { columns, codes = [], children } = props;
  return (
    <footer className="site-footer">
      <div className="page">
        <div className="site-footer-columns">
          {columns.map((column) => (
            <section key={column.title}>
              <h2>{column.title}</h2>
              <ul>
                {column.links.map((link) => (
                  <li key={link.href}>
                    <a href={link.href}>{link.label}</a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        {children}
        {codes.length > 0 && (
          <ul className="site-codes">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  );
}
