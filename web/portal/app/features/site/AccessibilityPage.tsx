import { HelpBox } from '@tongban/ui/HelpBox.tsx';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { en } from './en.ts';
import { zh } from './zh.ts';

export default function AccessibilityPage() {
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  return (
    <>
      <PageTitle>{words.accessibilityTitle}</PageTitle>
      <h1>{words.accessibilityTitle}</h1>
      <p className="lead">{words.accessibilityLead}</p>
      <div className="prose">
        <h2 className="question">{words.done}</h2>
        <ul>
          {words.doneLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h2 className="question">{words.gaps}</h2>
        <ul>
          {words.gapLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h2 className="question">{words.tellUs}</h2>
        <p>{words.tellUsText}</p>
      </div>
      <HelpBox phone="12345" others={[{ label: words.halls, href: at('/halls') }]} words={kit} />
    </>
  );
}
