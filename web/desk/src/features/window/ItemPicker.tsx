import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { TextInput } from '@tongban/ui/TextInput.tsx';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useKitWords, useWords } from '../../lib/language.ts';
import { ProblemNotice } from '../../lib/ProblemNotice.tsx';
import { searchOptions } from './api.ts';
import { en } from './en.ts';
import { recentItems } from './recent-items.ts';
import { zh } from './zh.ts';

export interface Picked {
  key: string;
  name: string;
}

/** Finds an item as it is typed: official names, other names, pinyin initials. Enter takes the first, arrows walk the rest. */
export function ItemPicker({ region, onPick }: { region: string; onPick: (item: Picked) => void }) {
  const words = useWords({ zh, en });
  const kit = useKitWords();
  const list = useRef<HTMLUListElement>(null);
  const [text, setText] = useState('');
  const found = useQuery({ ...searchOptions(text, region), placeholderData: keepPreviousData });
  const cards = text === '' ? [] : (found.data?.items.map(({ card }) => card) ?? []);
  const offered = text === '' ? recentItems() : cards;
  const facts = new Map(cards.map((card) => [card.key, card]));

  const takeFirst = (event: FormEvent) => {
    event.preventDefault();
    const [first] = offered;
    if (first && !found.isPlaceholderData) onPick({ key: first.key, name: first.name });
  };
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are a second way to what Tab reaches too
    <div onKeyDown={walk}>
      <form
        noValidate
        onSubmit={takeFirst}
        onInput={(event) => setText((event.target as HTMLInputElement).value.trim())}
      >
        <TextInput
          name="item"
          label={words.item}
          hint={words.itemHint}
          size="full"
          maxLength={60}
          spellCheck={false}
          autoFocus
          words={kit}
        />
      </form>
      <ProblemNotice error={found.error} />
      {text === '' && offered.length > 0 && <p className="hint">{words.recent}</p>}
      <ul className="item-list" ref={list} aria-live="polite">
        {offered.map(({ key, name }) => {
          const card = facts.get(key);
          return (
            <li key={key}>
              <button type="button" onClick={() => onPick({ key, name })}>
                <b>{name}</b>
                {card && <span className="hint">{[card.plainName, card.department].filter(Boolean).join(' · ')}</span>}
                {card && !card.applyOnline && <span className="hint">{words.noForm}</span>}
              </button>
            </li>
          );
        })}
      </ul>
      {text !== '' && found.isSuccess && !found.isPlaceholderData && cards.length === 0 && (
        <p className="empty-state">{words.noItem(text)}</p>
      )}
    </div>
  );
}
