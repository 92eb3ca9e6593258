import { type Words, zh } from './zh.ts';

/** The last step is the page itself and has no link. */
export function Breadcrumb(props: { trail: readonly { label: string; href?: string }[]; words?: Words }) {
  const { trail, words = zh } = props;
  return (
    <nav className="breadcrumb" aria-label={words.trail}>
      <ol>
        {trail.map((step) => (
          <li key={step.label}>
            {step.href ? <a href={step.href}>{step.label}</a> : <span aria-current="page">{step.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
