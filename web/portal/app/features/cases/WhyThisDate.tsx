import type { MyCaseView } from '@tongban/server/contract/cases';
import { sayDay } from '@tongban/ui/dates.ts';
import { runningClock } from '../../case-words.ts';
import { useFrame, useWords } from '../../frame/frame-data.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The clocks in a line of facts, then day by day how the running one was counted. */
export function WhyThisDate({ view }: { view: MyCaseView }) {
  const { kit, language } = useFrame();
  const words = useWords({ zh, en }).whyDate;
  const { clocks } = view;
  const clock = runningClock(clocks);
  if (!clock) return null;
  const dates = (['receipt', 'promised', 'statutory', 'delivery'] as const).flatMap((name) => {
    const each = clocks[name];
    return each && (name === clocks.running || (clocks.running === 'promised' && name === 'statutory'))
      ? [`${words[name]} ${sayDay(each.dueOn, language, true)}`]
      : [];
  });
  const facts = [
    ...dates,
    words.used(clock.used, kit.units[clock.unit === 'wd' ? 'wd' : 'day']),
    ...(clock.pausedDays > 0 ? [words.paused(clock.pausedDays)] : []),
  ];
  return (
    <>
      <p>{facts.join(' · ')}</p>
      <p>{words.howCounted}</p>
      <ol>
        {clock.explanation.map((line) => (
          <li key={`${line.from} ${line.why}`}>{line.words[language]}</li>
        ))}
      </ol>
    </>
  );
}
