import type { Guide } from '@tongban/server/portal-services';
import { Button } from '@tongban/ui/Button.tsx';
import { Notice } from '@tongban/ui/Notice.tsx';
import { Radios } from '@tongban/ui/Radios.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { SummaryList } from '@tongban/ui/SummaryList.tsx';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { answerName, guidePath, situationQuery } from '../../situation-query.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

const UNSURE = 'unsure';

/** One question at a time; the answers so far stand in the address and above the question, each can be changed (ux R3, R4). */
export function Questions(props: { guide: Guide; situation: Record<string, string>; unanswered: string | null }) {
  const { guide, situation, unanswered } = props;
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const { item, regionCode } = guide.view;
  const { question: next, list } = guide.guide;
  const without = (key: string) =>
    Object.fromEntries(Object.entries(situation).filter(([question]) => question !== key));
  return (
    <Section
      id="questions"
      title={words.questionsTitle}
      remark={next && !list.stop ? words.questionNo(next.step, next.of) : undefined}
    >
      {list.situation.length > 0 && (
        <SummaryList
          rows={list.situation.map(({ question, text, label }) => ({
            label: text,
            value: label,
            changeHref: at(`${guidePath(item.key, regionCode, without(question))}#questions`),
          }))}
          words={kit}
        />
      )}
      {next && !list.stop && (
        <form className="question" method="get" action={`${at(`/items/${item.key}`)}#questions`} noValidate>
          <input type="hidden" name="region" value={regionCode} />
          <input type="hidden" name="asked" value={next.key} />
          {situationQuery(situation).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Radios
            name={answerName(next.key)}
            label={next.text}
            {...(next.why && { hint: words.why(next.why) })}
            error={unanswered === next.key ? words.needAnswer : undefined}
            options={[...next.options, { value: UNSURE, label: words.unsure }]}
            words={kit}
          />
          <Button>{words.nextQuestion}</Button>
        </form>
      )}
      {!next && list.unsure && <Notice>{words.unsureNote}</Notice>}
    </Section>
  );
}
