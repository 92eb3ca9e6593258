import type { Words } from './zh.ts';

export const en: Words = {
  title: 'My desk',
  greeting: (name) => `Hello ${name}`,
  figures: 'My cases',
  pending: 'Waiting for me',
  unclaimed: 'Unclaimed',
  mine: 'In my hands',
  done: 'Decided',
  pieces: '',
  dueFirst: 'Due first',
  all: 'See all',
  nothing: 'Nothing to do today.',
  nothingHint: 'New cases that reach your posts appear here.',
  toWindow: 'Receive at the window',
  noPost: 'Your account has no post that handles cases; ask the security administrator for one.',
  keys: { down: 'Next row', up: 'Previous row' },
};
