import { HelpBox } from '@tongban/ui/HelpBox.tsx';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { en } from './en.ts';
import { zh } from './zh.ts';

export default function HelpPage() {
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  return (
    <>
      <PageTitle>{words.helpTitle}</PageTitle>
      <h1>{words.helpTitle}</h1>
      <p className="lead">{words.helpLead}</p>
      <div className="prose">
        {words.questions.map(({ question, answer }) => (
          <section key={question}>
            <h2 className="question">{question}</h2>
            <p>{answer}</p>
          </section>
        ))}
      </div>
      <HelpBox phone="12345" others={[{ label: words.halls, href: at('/halls') }]} words={kit} />
    </>
  );
}
