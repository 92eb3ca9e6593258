import { Notice } from '@tongban/ui/Notice.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import type { IdCard } from '../../devices/id-reader.ts';
import { useWords } from '../../lib/language.ts';
import { useShortcuts } from '../../lib/useShortcuts.ts';
import { en } from './en.ts';
import { useIdReader } from './useIdReader.ts';
import { zh } from './zh.ts';

/** The window's card reader and what it last had to say (ux R18). */
export function CardReader({ onRead }: { onRead: (card: IdCard) => void }) {
  const words = useWords({ zh, en });
  const { reader, laidOn } = useIdReader(words.simulated);
  const [said, setSaid] = useState<string>();
  const read = async () => {
    const found = await reader.read();
    if (found.kind !== 'card') return setSaid(words[found.kind]);
    const { card } = found;
    setSaid(card.validTo !== null && card.validTo < todayInShanghai() ? words.expired(card.validTo) : undefined);
    onRead(card);
  };
  useShortcuts(reader.connected ? [{ keys: 'F4', does: words.readCard, run: read }] : []);
  return (
    <div className="card-reader">
      <p className="device" data-connected={reader.connected || undefined}>
        {words.reader}：{reader.connected ? words.readerReady : words.readerAbsent}
        {reader.label && `（${reader.label}）`}
      </p>
      {laidOn && (
        <select
          className="input"
          aria-label={words.layOn}
          value={laidOn[0]}
          onChange={(event) => laidOn[1](event.target.value)}
        >
          {Object.entries(words.cards).map(([card, name]) => (
            <option key={card} value={card}>
              {name}
            </option>
          ))}
        </select>
      )}
      <Button type="primary" disabled={!reader.connected} onClick={read}>
        {words.readCard} <kbd>F4</kbd>
      </Button>
      {said && (
        <Notice kind="warn" live>
          {said}
        </Notice>
      )}
    </div>
  );
}

/** The clerk's own calendar day, to compare with what is printed on a card. */
const todayInShanghai = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
