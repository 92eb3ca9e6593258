export type Fact = { label: string; value: string; unit?: string; note?: string };

/** Three to five figures in a ruled row; replaces badges, slogans and icons. A value in words is set smaller than a number. */
export function FactRow({ facts }: { facts: readonly Fact[] }) {
  return (
    <div className="fact-row">
      <dl>
        {facts.map((fact) => (
          <div key={fact.label} data-figure={/^[\d.,%]+$/.test(fact.value) || undefined}>
            <dt>{fact.label}</dt>
            <dd>
              <span className="fact-value">{fact.value}</span>
              {fact.unit && <span className="fact-unit">{fact.unit}</span>}
              {fact.note && <span className="fact-note">{fact.note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
