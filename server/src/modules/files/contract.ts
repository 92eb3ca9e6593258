import { type Static, Type } from 'typebox';

/** A file as its owner's pages show it. `held`: 待查, waiting for the virus check; only a clean file can be opened. */
export const FileState = Type.Enum(['held', 'clean', 'refused']);
export type FileState = Static<typeof FileState>;
