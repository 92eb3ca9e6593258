import { type Words, zh } from './zh.ts';

/** A number that opens its list: value, unit, change, target, sample size. Colour only when it is a breach. */
export function Stat(props: {
  label: string;
  value: string;
  unit?: string;
  change?: string;
  target?: string;
  sampleSize?: string;
  breach?: boolean;
  href?: string;
  words?: Words;
}) {
  const { label, value, unit, change, target, sampleSize, breach = false, href, words = zh } = props;
  const figure = (
    <>
      <span className="fact-value">{value}</span>
      {unit && <span className="fact-unit">{unit}</span>}
    </>
  );
  return (
    <div className="stat" data-tone={breach ? 'stop' : undefined}>
      <p className="stat-label">{label}</p>
      <p className="stat-figure">{href ? <a href={href}>{figure}</a> : figure}</p>
      <p className="stat-notes">
        {[change, target && words.target(target), sampleSize && words.sampleSize(sampleSize)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}
