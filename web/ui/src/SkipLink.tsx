import { type Words, zh } from './zh.ts';

export function SkipLink({ href = '#main', words = zh }: { href?: string; words?: Words }) {
  return (
    <a className="skip-link" href={href}>
      {words.skip}
    </a>
  );
}
