import type { CaseRow } from '@tongban/server/contract/cases';
import { isoMoment } from '@tongban/ui/dates.ts';
import { StatusTag } from '@tongban/ui/StatusTag.tsx';
import { useRef } from 'react';
import { Link } from 'react-router';
import { useKitWords, useWords } from '../lib/language.ts';
import { useShortcuts } from '../lib/useShortcuts.ts';
import { CaseChip } from './CaseChip.tsx';
import { spineOf, statusOf } from './clock.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Files on a shelf, in the order of their deadlines: the spine of each row is read before its words. J and K walk the rows, Enter opens. */
export function CaseTable(props: {
  rows: readonly CaseRow[];
  label: string;
  href: (row: CaseRow) => string;
  busy?: boolean;
  keys: { down: string; up: string };
}) {
  const { rows, label, href, busy = false, keys } = props;
  const words = useWords({ zh, en });
  const kit = useKitWords();
  const body = useRef<HTMLTableSectionElement>(null);
  const walk = (step: number) => {
    const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
  };
  useShortcuts([
    { keys: 'j', does: keys.down, run: () => walk(1) },
    { keys: 'k', does: keys.up, run: () => walk(-1) },
  ]);
  return (
    <table className="case-table" aria-label={label} aria-busy={busy}>
      <thead>
        <tr>
          {(['number', 'item', 'applicant', 'channel', 'state', 'submitted', 'deadline'] as const).map((column) => (
            <th key={column} scope="col" data-column={column}>
              {words.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row) => (
          <tr key={row.id} data-tone={spineOf(row)}>
            <td className="docket-number">{row.number ?? words.missing}</td>
            <th scope="row">
              <Link to={href(row)}>{row.item.name}</Link>
            </th>
            <td>{row.applicantName}</td>
            <td>{words.channels[row.channel]}</td>
            <td>
              <StatusTag {...statusOf(row)} words={kit} />
            </td>
            <td className="tabular">{row.submittedAt ? isoMoment(row.submittedAt) : words.missing}</td>
            <td data-column="deadline">
              <CaseChip row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
