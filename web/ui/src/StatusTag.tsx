import { type CaseStatus, type Tone, toneOf, wordsOf } from './status.ts';
import { type Words, zh } from './zh.ts';

/** The one status vocabulary (ux 0.3). Never clickable, at most one in a row. `detail` adds e.g. "2/5 部门" or a reason. */
export function StatusTag(props: CaseStatus & { detail?: string; words?: Words }) {
  const { detail, words = zh } = props;
  return <Tag tone={toneOf(props)}>{detail ? `${wordsOf(props, words)}（${detail}）` : wordsOf(props, words)}</Tag>;
}

/** An adjective of any other kind, such as 免提交 or 全程网办. */
export function Tag({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  );
}
