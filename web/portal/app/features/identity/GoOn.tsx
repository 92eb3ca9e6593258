import { Button, ButtonRow } from '@tongban/ui/Button.tsx';
import type { Carried } from '../../carried.ts';
import { useAddress, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Signed in again: what was typed before is sent with one press, under the new session. */
export function GoOn({ fields, path, csrf }: { fields: Carried; path: string; csrf: string }) {
  const words = useWords({ zh, en });
  const at = useAddress();
  return (
    <>
      <PageTitle>{words.goOnTitle}</PageTitle>
      <h1>{words.goOnTitle}</h1>
      <p className="lead">{words.goOnLead}</p>
      <form method="post" action={at(path)}>
        <input type="hidden" name="csrf" value={csrf} />
        {fields.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <ButtonRow>
          <Button>{words.goOn}</Button>
        </ButtonRow>
      </form>
    </>
  );
}
