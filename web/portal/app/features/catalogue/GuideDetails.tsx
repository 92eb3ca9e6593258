import type { ItemView } from '@tongban/server/contract/catalogue';
import { sayDay } from '@tongban/ui/dates.ts';
import { Section } from '@tongban/ui/Section.tsx';
import { SummaryList } from '@tongban/ui/SummaryList.tsx';
import { useFrame, useWords } from '../../frame/frame-data.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The rest of the guide: where, under which conditions, at what cost, on what ground, and since when it reads so. */
export function GuideDetails({ view }: { view: ItemView }) {
  const words = useWords({ zh, en });
  const { item } = view;
  const fees = item.fees?.items ?? [];
  return (
    <>
      <Places view={view} />
      {item.acceptanceConditions.length > 0 && (
        <Lines id="conditions" title={words.conditions} lines={item.acceptanceConditions} />
      )}
      {item.results.length > 0 && (
        <Lines id="results" title={words.results} lines={item.results.map(({ name }) => name)} />
      )}
      {fees.length > 0 && (
        <Lines
          id="fees"
          title={words.fees}
          lines={fees.map(({ name, standard, basis }) => `${name}${words.comma}${standard}（${basis}）`)}
        />
      )}
      {(item.faq ?? []).length > 0 && (
        <Section id="faq" title={words.faq}>
          {(item.faq ?? []).map(({ question, answer }) => (
            <details className="fold" key={question}>
              <summary>{question}</summary>
              <p className="prose">{answer}</p>
            </details>
          ))}
        </Section>
      )}
      {item.legalBasis.length > 0 && (
        <Section id="basis" title={words.basis}>
          <ul className="lines">
            {item.legalBasis.map(({ law, article = '', text }) => (
              <li key={law + article}>
                {law}
                {article}
                {text && <p className="hint">{text}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Changes view={view} />
    </>
  );
}

function Lines({ id, title, lines }: { id: string; title: string; lines: readonly string[] }) {
  return (
    <Section id={id} title={title}>
      <div className="prose">
        <ol>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </div>
    </Section>
  );
}

function Places({ view }: { view: ItemView }) {
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  const { places, consultPhone, complaintPhone } = view.item;
  return (
    <Section id="places" title={words.places}>
      {places.length === 0 ? (
        <p>{words.noPlaces}</p>
      ) : (
        <ul className="places">
          {places.map(({ name, address, window, hours, phone }) => (
            <li key={`${name} ${window ?? ''}`}>
              <h3>{name}</h3>
              <SummaryList
                rows={[
                  { label: words.address, value: [address, window].filter(Boolean).join(' ') || words.facts.unknown },
                  { label: words.hours, value: hours ?? words.facts.unknown },
                  { label: words.phone, value: phone ? <a href={`tel:${phone}`}>{phone}</a> : words.facts.unknown },
                ]}
                words={kit}
              />
            </li>
          ))}
        </ul>
      )}
      <p className="hint">
        {[consultPhone && `${words.consult} ${consultPhone}`, complaintPhone && `${words.complaint} ${complaintPhone}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </Section>
  );
}

function Changes({ view }: { view: ItemView }) {
  const { language } = useFrame();
  const words = useWords({ zh, en });
  const { changes, item } = view;
  return (
    <Section id="changes" title={words.changes}>
      <ul className="lines">
        {changes.map(({ version, validFrom }) => (
          <li key={version}>{words.version(version, sayDay(validFrom, language, true))}</li>
        ))}
      </ul>
      <p className="hint">
        {words.source(item.source.name)}
        {(item.pending ?? []).length > 0 && ` ${words.pending((item.pending ?? []).length)}`}
      </p>
    </Section>
  );
}
