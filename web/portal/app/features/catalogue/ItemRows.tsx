import type { ItemCard } from '@tongban/server/contract/catalogue';
import { Tag } from '@tongban/ui/StatusTag.tsx';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { guidePath } from '../../situation-query.ts';
import { en } from './en.ts';
import { notesOf } from './item-facts.ts';
import { type Words, zh } from './zh.ts';

/** Items on a list (事项卡片): plain title, official name, department, the facts in a line, at most three tags. */
export function ItemRows(props: { label: string; rows: readonly { card: ItemCard; because?: string }[] }) {
  const { label, rows } = props;
  const { site } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const region = site.region?.code ?? '';
  return (
    <ol className="item-rows" aria-label={label}>
      {rows.map(({ card, because }) => (
        <li key={card.key}>
          <div>
            <h2>
              <a href={at(guidePath(card.key, region))}>{card.plainName ?? card.name}</a>
            </h2>
            <p>
              {card.plainName && `${card.name}${words.comma}`}
              {isWithin(card.regionCode, region) ? words.byDistricts : card.department}
            </p>
            {because && <p className="hint">{because}</p>}
          </div>
          <div className="item-facts">
            {notesOf(card, words).map((note) => (
              <p key={note}>{note}</p>
            ))}
            {tagsOf(card, words).map((tag) => (
              <Tag key={tag} tone="quiet">
                {tag}
              </Tag>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** In force only in parts of the place one looks at, each of which handles it itself. */
const isWithin = (code: string, region: string): boolean =>
  code !== region && code > region && code.startsWith(region.replace(/0+$/, ''));

const tagsOf = (card: ItemCard, words: Words): string[] => [
  card.applyOnline ? words.onlineTag : words.windowOnly,
  ...(card.exemptMaterials > 0 ? [words.exempt(card.exemptMaterials)] : []),
  ...(card.charged === false ? [words.free] : []),
];
