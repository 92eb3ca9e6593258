import { CaseList } from '@tongban/ui/CaseList.tsx';
import { LinkCells } from '@tongban/ui/LinkCells.tsx';
import { SearchBox } from '@tongban/ui/SearchBox.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { shelfRowOf } from '../../case-words.ts';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { guidePath } from '../../situation-query.ts';
import { en } from './en.ts';
import type { HomeData } from './HomePage.tsx';
import { zh } from './zh.ts';

const ENTRIES = 6;

/** The home page of the elder mode (ux M-10): a telephone, what waits for me, at most eight large entries, and nothing else. */
export function ElderHome({ frequent, curated, goOn, region }: HomeData) {
  const { kit, language } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  return (
    <>
      <h1>{words.elderHello}</h1>
      <p>
        <a className="button call-button" data-kind="primary" href="tel:12345">
          {words.elderCall}
        </a>
      </p>
      {goOn.length > 0 && (
        <Section id="go-on" title={words.goOn}>
          <CaseList
            rows={goOn.map((row) => shelfRowOf(row, language, at))}
            label={words.goOn}
            language={language}
            words={kit}
          />
        </Section>
      )}
      <SearchBox action={at('/search')} label={words.elderSearch} hint={words.example} words={kit} />
      <Section id="frequent" title={curated ? words.frequent : words.frequentOnline}>
        <LinkCells
          links={[
            ...frequent
              .slice(0, ENTRIES)
              .map((card) => ({ title: card.plainName ?? card.name, href: at(guidePath(card.key, region)) })),
            { title: words.elderAll, href: at('/browse/people') },
            { title: words.toHalls, href: at('/halls') },
          ]}
        />
      </Section>
      <Section id="family" title={words.elderFamily}>
        <p>
          {words.elderFamilyText} <a href={at('/my/mandates')}>{words.toMandates}</a>
        </p>
      </Section>
    </>
  );
}
