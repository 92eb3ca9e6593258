import { Button } from 'antd';
import type { QueueFilter } from '../../case/api.ts';
import { useWords } from '../../lib/language.ts';
import { en } from './en.ts';
import type { Narrowing } from './filter.ts';
import { zh } from './zh.ts';

/** What the list is narrowed by, each to be taken away by itself (ux R34). */
export function FilterChips(props: {
  filter: QueueFilter;
  onNarrow: (change: Narrowing) => void;
  /** Rows of a list narrowed to one item all bear its name. */
  itemName: string | undefined;
}) {
  const words = useWords({ zh, en });
  const { state, itemKey, text } = props.filter;
  const chips: { name: keyof QueueFilter; label: string }[] = [
    ...(text ? [{ name: 'text' as const, label: words.text(text) }] : []),
    ...(state && state in words.states
      ? [{ name: 'state' as const, label: `${words.state}：${words.states[state as keyof typeof words.states]}` }]
      : []),
    ...(itemKey ? [{ name: 'itemKey' as const, label: `${words.item}：${props.itemName ?? itemKey}` }] : []),
  ];
  if (chips.length === 0) return null;
  return (
    <ul className="filter-chips" aria-label={words.filter}>
      {chips.map(({ name, label }) => (
        <li key={name}>
          {label}
          <Button
            type="text"
            size="small"
            aria-label={words.remove(label)}
            onClick={() => props.onNarrow({ [name]: undefined })}
          >
            ×
          </Button>
        </li>
      ))}
    </ul>
  );
}
