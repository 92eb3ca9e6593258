import { type FormEvent, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useWords } from '../lib/language.ts';
import { useShortcuts } from '../lib/useShortcuts.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** One box for a number, an item or a name. `/` goes to it; a scanned number needs not even that. */
export function GlobalSearch() {
  const words = useWords({ zh, en });
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const box = useRef<HTMLInputElement>(null);
  useShortcuts([{ keys: '/', does: words.toSearch, run: () => box.current?.focus() }]);
  const search = (event: FormEvent) => {
    event.preventDefault();
    const text = box.current?.value.trim() ?? '';
    navigate(text.length < 2 ? '/cases' : `/cases?${new URLSearchParams({ text })}`);
  };
  return (
    <search className="top-bar-search">
      <form onSubmit={search}>
        <input
          key={address.get('text')}
          ref={box}
          className="input"
          type="search"
          aria-label={words.search}
          placeholder={words.searchHint}
          defaultValue={address.get('text') ?? ''}
          maxLength={60}
        />
        <kbd>/</kbd>
      </form>
    </search>
  );
}
