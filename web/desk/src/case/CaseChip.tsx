import type { CaseRow, Clocks } from '@tongban/server/contract/cases';
import { DeadlineChip } from '@tongban/ui/DeadlineChip.tsx';
import { useKitWords, useLanguage, useWords } from '../lib/language.ts';
import { chipOf, runningClock } from './clock.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The same clock as on the applicant's page (ux R23), its day as staff read days (R36). With `explained` it opens to say why this date. */
export function CaseChip({
  row,
  explained,
}: {
  row: Pick<CaseRow, 'state' | 'closeResult' | 'clocks'>;
  explained?: boolean;
}) {
  const kit = useKitWords();
  const language = useLanguage();
  const chip = chipOf(row);
  if (!chip) return null;
  const { dueOn, ...face } = chip;
  const why = explained && row.clocks.running && <WhyDate clocks={row.clocks} />;
  return (
    <span className="case-chip">
      <DeadlineChip {...face} language={language} words={kit} {...(why && { why })} />
      {dueOn && <time dateTime={dueOn}>{dueOn}</time>}
    </span>
  );
}

/** All dates of the case, and day by day how the running one came about. */
function WhyDate({ clocks }: { clocks: Clocks }) {
  const words = useWords({ zh, en }).clocks;
  const language = useLanguage();
  const running = runningClock(clocks);
  const dates = (['receipt', 'promised', 'statutory', 'delivery'] as const).flatMap((name) => {
    const clock = clocks[name];
    return clock ? [{ name, clock }] : [];
  });
  return (
    <div className="why-date">
      <dl>
        {dates.map(({ name, clock }) => (
          <div key={name}>
            <dt>{words[name]}</dt>
            <dd>
              <time dateTime={clock.dueOn}>{clock.dueOn}</time> {words.used(clock.used, words.units[clock.unit])}
              {clock.pausedDays > 0 && ` · ${words.paused(clock.pausedDays, words.units[clock.unit])}`}
            </dd>
          </div>
        ))}
      </dl>
      <ol>
        {running?.explanation.map((line) => (
          <li key={`${line.from} ${line.why}`}>{line.words[language]}</li>
        ))}
      </ol>
    </div>
  );
}
