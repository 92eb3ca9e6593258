import { useMutation } from '@tanstack/react-query';
import { Button, Input, Popover } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../lib/language.ts';
import { ProblemNotice } from '../lib/ProblemNotice.tsx';
import { reveal } from './api.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

const SHOWN_MS = 60_000;

type Field = { field: 'name' | 'idNumber' | 'mobile' } | { field: 'answer'; pointer: string };

/** A masked value. It opens for a stated purpose, which is audited, and closes by itself (ux R31). */
export function Masked(props: { caseId: string; of: Field; label: string; masked: string }) {
  const words = useWords({ zh, en }).reveal;
  const [asking, setAsking] = useState(false);
  const looking = useMutation({ mutationFn: (purpose: string) => reveal(props.caseId, { ...props.of, purpose }) });
  const { data, reset } = looking;
  useEffect(() => {
    if (data === undefined) return;
    const timer = setTimeout(reset, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [data, reset]);

  const ask = (purpose: string) => looking.mutate(purpose, { onSuccess: () => setAsking(false) });
  return (
    <span className="masked">
      {data !== undefined ? (
        <span className="masked-open" role="status">
          {data} <span className="hint">{words.shown}</span>
        </span>
      ) : (
        <>
          <span>
            {props.masked}
            <span className="only-read">（{words.masked}）</span>
          </span>
          <Popover
            trigger="click"
            open={asking}
            onOpenChange={setAsking}
            destroyOnHidden
            title={words.purpose}
            content={<Purpose busy={looking.isPending} error={looking.error} onChoose={ask} />}
          >
            <Button type="link" size="small" aria-label={words.show(props.label)} aria-expanded={asking}>
              {words.open}
            </Button>
          </Popover>
        </>
      )}
    </span>
  );
}

function Purpose(props: { busy: boolean; error: unknown; onChoose: (purpose: string) => void }) {
  const words = useWords({ zh, en }).reveal;
  const [own, setOwn] = useState('');
  return (
    <div className="purpose">
      <ProblemNotice error={props.error} />
      <div className="purpose-choices">
        {words.purposes.map((purpose, n) => (
          <Button key={purpose} autoFocus={n === 0} disabled={props.busy} onClick={() => props.onChoose(purpose)}>
            {purpose}
          </Button>
        ))}
      </div>
      <Input.Search
        aria-label={words.other}
        placeholder={words.other}
        enterButton={words.open}
        maxLength={200}
        value={own}
        loading={props.busy}
        onChange={(event) => setOwn(event.target.value)}
        onSearch={(purpose) => purpose.trim().length >= 2 && props.onChoose(purpose.trim())}
      />
      <p className="hint">{words.purposeHint}</p>
    </div>
  );
}
