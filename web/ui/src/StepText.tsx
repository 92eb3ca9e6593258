import { type Words, zh } from './zh.ts';

/** 第 2 步，共 5 步 · 下一步：上传材料. Text, not a row of bubbles to click. */
export function StepText(props: { step: number; of: number; next?: string; words?: Words }) {
  const { step, of, next, words = zh } = props;
  return (
    <p className="step-text">
      {words.step(step, of)}
      {next && ` · ${words.nextStepIs(next)}`}
    </p>
  );
}
