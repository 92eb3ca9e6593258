import type { Guide } from '@tongban/server/portal-services';
import { LinkButton } from '@tongban/ui/Button.tsx';
import { MaterialList, MaterialRow } from '@tongban/ui/MaterialRow.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { guidePath } from '../../situation-query.ts';
import { en } from './en.ts';
import { type Words, zh } from './zh.ts';

type Listed = Guide['guide']['list']['materials'][number];

/** What this person has to bring: never the union of all cases, unless she unfolds it (ux R3). */
export function PersonalList({ guide, situation }: { guide: Guide; situation: Record<string, string> }) {
  const words = useWords({ zh, en });
  const at = useAddress();
  const { item, card, regionCode } = guide.view;
  const { materials, notNeeded } = guide.guide.list;
  const exempt = materials.filter(({ status }) => status === 'exempt');
  const prepare = materials.filter(({ status }) => status === 'needed');
  const others = materials.filter((material) => !exempt.includes(material) && !prepare.includes(material));
  if (guide.guide.question)
    return materials.length === 0 ? null : (
      <details className="fold">
        <summary>{words.allMaterials(materials.length)}</summary>
        <Rows label={words.allMaterials(materials.length)} materials={materials} />
      </details>
    );
  return (
    <Section
      id="materials"
      title={prepare.length > 0 ? words.prepare(prepare.length) : words.prepareNone}
      remark={exempt.length > 0 ? words.alsoExempt(exempt.length) : undefined}
    >
      {prepare.length > 0 && <Rows label={words.prepare(prepare.length)} materials={prepare} />}
      {others.length > 0 && (
        <>
          <h3 className="list-title">{words.othersTitle}</h3>
          <Rows label={words.othersTitle} materials={others} />
        </>
      )}
      {exempt.length > 0 && (
        <>
          <h3 className="list-title">{words.exemptTitle(exempt.length)}</h3>
          <Rows label={words.exemptTitle(exempt.length)} materials={exempt} />
        </>
      )}
      {notNeeded.length > 0 && (
        <details className="fold">
          <summary>{words.notNeeded(notNeeded.length)}</summary>
          <ul className="lines">
            {notNeeded.map(({ key, name }) => (
              <li key={key}>{name}</li>
            ))}
          </ul>
        </details>
      )}
      {card.applyOnline && (
        <p className="button-row no-print">
          <LinkButton href={at(guidePath(item.key, regionCode, situation).replace('?', '/start?'))}>
            {words.applyNow}
          </LinkButton>
        </p>
      )}
      <p className="hint no-print">{words.printHint}</p>
    </Section>
  );
}

function Rows({ label, materials }: { label: string; materials: readonly Listed[] }) {
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  return (
    <MaterialList label={label}>
      {materials.map((material) => (
        <MaterialRow
          key={material.key}
          name={material.name}
          {...(material.status === 'exempt' && { state: 'exempt' as const })}
          {...(material.status === 'exempt' && material.issuer && { from: material.issuer })}
          {...(material.instructions && { why: material.instructions })}
          requirement={requirementOf(material, words)}
          tags={tagsOf(material, words)}
          words={kit}
        />
      ))}
    </MaterialList>
  );
}

const requirementOf = ({ originals, copies, medium }: Listed, words: Words): string =>
  [
    words.medium[medium],
    ...(originals ? [words.original(originals)] : []),
    ...(copies ? [words.copy(copies)] : []),
  ].join(words.comma);

const tagsOf = ({ status, exemptions = [] }: Listed, words: Words): string[] => [
  ...(status === 'maybe' ? [words.maybe] : []),
  ...(status === 'optional' ? [words.optionalTag] : []),
  ...(status === 'deferrable' ? [words.deferTag] : []),
  ...(status !== 'exempt' && exemptions.includes('COMMITMENT') ? [words.promiseTag] : []),
];
