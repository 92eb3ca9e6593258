import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useWords } from '../lib/language.ts';
import { en } from './en.ts';
import { demoAccountsOptions } from './session.ts';
import { zh } from './zh.ts';

/** The accounts of the demo city, where the server has one. Choosing one fills the form, which is then sent like any other. */
export function DemoAccounts({ form }: { form: RefObject<HTMLFormElement | null> }) {
  const words = useWords({ zh, en });
  const { data: accounts } = useQuery(demoAccountsOptions);
  if (!accounts || accounts.length === 0) return null;
  const fill = (entered: Record<string, string>) => {
    for (const [name, value] of Object.entries(entered)) {
      const box = form.current?.elements.namedItem(`/${name}`);
      if (box instanceof HTMLInputElement) box.value = value;
    }
    form.current?.querySelector<HTMLButtonElement>('button[type=submit]')?.focus();
  };
  return (
    <section className="demo-accounts" aria-label={words.signIn.demoTitle}>
      <h2>{words.signIn.demoTitle}</h2>
      <p className="hint">{words.signIn.demoLead}</p>
      <ul>
        {accounts.map(({ loginName, name, unit, role, password, code }) => (
          <li key={loginName}>
            <button type="button" onClick={() => fill({ loginName, password, code })}>
              <b>{name}</b>
              <span>{words.roles[role]}</span>
              <span className="hint">{unit}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
