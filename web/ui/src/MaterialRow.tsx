import type { ReactNode } from 'react';
import { Mark } from './Mark.tsx';
import { Tag } from './StatusTag.tsx';
import type { Tone } from './status.ts';
import { type Words, zh } from './zh.ts';

export type MaterialState = keyof Words['materials'];

const tones: Record<MaterialState, Tone> = {
  exempt: 'ok',
  fetched: 'ok',
  promised: 'plain',
  waiting: 'act',
  uploaded: 'plain',
  atWindow: 'quiet',
  posted: 'quiet',
  checking: 'run',
  refused: 'stop',
};

/** Type and size belong to the link: "空表（DOCX，32 KB）". */
export type MaterialDownload = { kind: 'form' | 'sample'; href: string; format: string; size: string };

export type MaterialFile = {
  name: string;
  note?: string;
  href?: string;
  /** The value of a submit button named `remove`. */
  removeValue?: string;
};

/** Rows of a MaterialList. `state` is absent on a guide for what one simply brings along. */
export function MaterialRow(props: {
  name: string;
  state?: MaterialState;
  /** Why it is needed, or what it has to show. */
  why?: string;
  /** Original or copy, how many, paper or electronic. */
  requirement?: string;
  /** Which authority answers for it when it need not be handed in. */
  from?: string;
  /** At most two adjectives, e.g. 可承诺替代, 可容缺. */
  tags?: readonly string[];
  downloads?: readonly MaterialDownload[];
  files?: readonly MaterialFile[];
  /** What is wrong with it, in a sentence. */
  problem?: string;
  action?: ReactNode;
  words?: Words;
}) {
  const {
    name,
    state,
    why,
    requirement,
    from,
    tags = [],
    downloads = [],
    files = [],
    problem,
    action,
    words = zh,
  } = props;
  return (
    <li className="material" data-tone={state && tones[state]}>
      <div className="material-what">
        <p className="material-name">{name}</p>
        {why && <p className="hint">{why}</p>}
        {requirement && <p className="hint">{requirement}</p>}
        {problem && (
          <p className="error">
            <Mark shape="overdue" />
            {problem}
          </p>
        )}
        {files.length > 0 && (
          <ul className="material-files" aria-label={words.filesGiven}>
            {files.map((file) => (
              <li key={file.name}>
                {file.href ? <a href={file.href}>{file.name}</a> : <span>{file.name}</span>}
                {file.note && <span className="hint">{file.note}</span>}
                {file.removeValue && (
                  <button
                    className="button"
                    data-kind="quiet"
                    type="submit"
                    name="remove"
                    value={file.removeValue}
                    aria-label={words.removeFile(file.name)}
                  >
                    {words.remove}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="material-state">
        {state && <Tag tone={tones[state]}>{words.materials[state]}</Tag>}
        {tags.slice(0, 2).map((tag) => (
          <Tag key={tag} tone="quiet">
            {tag}
          </Tag>
        ))}
        {from && (
          <span className="hint">
            {words.exemptBy}
            {from}
          </span>
        )}
        {downloads.map((file) => (
          <a key={file.href} className="download" href={file.href}>
            <Mark shape="download" />
            {words[file.kind]}（{file.format}，{file.size}）
          </a>
        ))}
      </div>
      {action && <div className="material-action">{action}</div>}
    </li>
  );
}

/** Materials are numbered, so that a clerk on the phone can say "the second one". */
export function MaterialList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className="material-list" aria-label={label}>
      {children}
    </ol>
  );
}
