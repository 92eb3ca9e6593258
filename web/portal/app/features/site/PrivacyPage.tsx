import { useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { en } from './en.ts';
import { zh } from './zh.ts';

export default function PrivacyPage() {
  const words = useWords({ zh, en });
  return (
    <>
      <PageTitle>{words.privacyTitle}</PageTitle>
      <h1>{words.privacyTitle}</h1>
      <p className="lead">{words.privacyLead}</p>
      <div className="prose">
        {words.privacyParts.map(({ title, text }) => (
          <section key={title}>
            <h2 className="question">{title}</h2>
            <p>{text}</p>
          </section>
        ))}
      </div>
    </>
  );
}
