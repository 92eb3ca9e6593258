import { useMutation } from '@tanstack/react-query';
import { TextInput } from '@tongban/ui/TextInput.tsx';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../lib/http.ts';
import { useKitWords, useWords } from '../../lib/language.ts';
import { ProblemNotice } from '../../lib/ProblemNotice.tsx';
import { findPerson, type Person } from './api.ts';
import { CardReader } from './CardReader.tsx';
import { en } from './en.ts';
import { PersonForm } from './PersonForm.tsx';
import { zh } from './zh.ts';

export interface Identified extends Person {
  /** How the number got here: read from the card, or typed. */
  by: 'card' | 'hand';
}

interface Document {
  idNumber: string;
  name: string;
  by: Identified['by'];
}

/** People write the number with spaces, dashes and full-width digits (ux R9); its check digit is the server's to judge. */
const isCitizenId = (typed: string): boolean => /^\d{17}[\dX]$/i.test(typed.normalize('NFKC').replace(/[\s-]/g, ''));

/** Who stands at the window: by the card, or by its number typed in; whoever is not known is registered here. */
export function PersonFinder({ onFound }: { onFound: (person: Identified) => void }) {
  const words = useWords({ zh, en });
  const kit = useKitWords();
  const [unknown, setUnknown] = useState<Document>();
  const [missing, setMissing] = useState<string>();
  const finding = useMutation({
    mutationFn: (document: Document) => findPerson(document.idNumber),
    onSuccess: (person, document) => {
      if (person) onFound({ ...person, by: document.by });
      else setUnknown(document);
    },
  });
  const refused = finding.error instanceof ApiProblem ? finding.error.errors[0]?.detail : undefined;

  const byHand = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const idNumber = String(new FormData(event.currentTarget).get('idNumber') ?? '').trim();
    const fault = idNumber === '' ? words.idNumberEmpty : isCitizenId(idNumber) ? undefined : words.idNumberShape;
    setMissing(fault);
    setUnknown(undefined);
    finding.reset();
    if (fault === undefined) finding.mutate({ idNumber, name: '', by: 'hand' });
  };
  return (
    <>
      <CardReader
        onRead={({ idNumber, name }) => {
          setUnknown(undefined);
          setMissing(undefined);
          finding.mutate({ idNumber, name, by: 'card' });
        }}
      />
      <form noValidate onSubmit={byHand}>
        <TextInput
          name="idNumber"
          label={words.idNumber}
          hint={words.idNumberHint}
          error={missing ?? refused}
          size="full"
          maxLength={40}
          spellCheck={false}
          autoFocus
          words={kit}
        />
        <Button htmlType="submit" loading={finding.isPending}>
          {words.find}
        </Button>
      </form>
      {!refused && <ProblemNotice error={finding.error} />}
      {unknown && (
        <PersonForm
          key={unknown.idNumber}
          name={unknown.name}
          idNumber={unknown.idNumber}
          onRegistered={(person) => onFound({ ...person, by: unknown.by })}
        />
      )}
    </>
  );
}
