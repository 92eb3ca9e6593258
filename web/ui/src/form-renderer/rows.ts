import type { BlankRows } from './layout.ts';

/** Names of the buttons that add and remove rows; not pointers, so they never count as answers. */
export const rowButtons = { add: 'add-row', remove: 'remove-row' } as const;

export type RowsAsked = {
  /** The posted entries without the buttons and without the row that was taken out. */
  entries: [string, FormDataEntryValue][];
  /** To hand to the renderer: one more row where one was asked for. */
  blankRows: BlankRows;
  /** Whether a row button was pressed: then the page is saved and shown again, not judged. */
  asked: boolean;
};

/** Reads the row buttons of a posted page. */
export function rowsAsked(posted: Iterable<[string, FormDataEntryValue]>): RowsAsked {
  const all = [...posted];
  const pressed = (name: string) => all.find(([key]) => key === name)?.[1];
  const add = pressed(rowButtons.add);
  const remove = pressed(rowButtons.remove);
  const isButton = (name: string) => name === rowButtons.add || name === rowButtons.remove;
  return {
    entries: all.filter(([name]) => !isButton(name) && !(typeof remove === 'string' && name.startsWith(`${remove}/`))),
    blankRows: typeof add === 'string' ? { [add]: 1 } : {},
    asked: add !== undefined || remove !== undefined,
  };
}
