import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';

/** One `primary` on a page. `danger` only for what cannot be undone. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

export function Button({
  kind = 'primary',
  type = 'submit',
  ...native
}: { kind?: ButtonKind } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button className="button" data-kind={kind} type={type} {...native} />;
}

export function LinkButton({
  kind = 'primary',
  ...native
}: { kind?: ButtonKind; href: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a className="button" data-kind={kind} {...native} />;
}

/** Primary action first; on a phone each takes the whole line. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="button-row">{children}</div>;
}
