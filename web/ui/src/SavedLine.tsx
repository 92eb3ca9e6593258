import { type Words, zh } from './zh.ts';

/** 草稿已自动保存 10:32. `failed` says so in words and that nothing is lost (ux R1). */
export function SavedLine({ at, failed = false, words = zh }: { at?: string; failed?: boolean; words?: Words }) {
  return (
    <p className="saved-line" role="status" data-failed={failed || undefined}>
      {failed ? words.notSaved : at && words.savedAt(at)}
    </p>
  );
}
