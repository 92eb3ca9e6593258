import { Mark } from './Mark.tsx';
import { type Words, zh } from './zh.ts';

/** A human is one tap away, on every page including errors. */
export function HelpBox(props: {
  phone: string;
  /** 工作日 8:30–17:30 */
  hours?: string;
  /** 让帮办员联系我, 去大厅办 … */
  others?: readonly { label: string; href: string }[];
  words?: Words;
}) {
  const { phone, hours, others = [], words = zh } = props;
  return (
    <section className="help-box" aria-labelledby="help-box">
      <h2 id="help-box">{words.help}</h2>
      <p>
        <a className="help-phone" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`} aria-label={words.call(phone)}>
          <Mark shape="phone" />
          {phone}
        </a>
        {hours && <span className="hint">{hours}</span>}
      </p>
      {others.length > 0 && (
        <ul>
          {others.map((other) => (
            <li key={other.href}>
              <a href={other.href}>{other.label}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
