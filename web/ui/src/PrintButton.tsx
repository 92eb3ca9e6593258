import { type Words, zh } from './zh.ts';

/** Hidden until enhance.ts finds it: without a script it could do nothing. */
export function PrintButton({ label, words = zh }: { label?: string; words?: Words }) {
  return (
    <button className="button" data-kind="secondary" type="button" data-enhance="print" hidden>
      {label ?? words.print}
    </button>
  );
}
