import type { Words } from './zh.ts';

export const en: Words = {
  title: 'My desk',
  greeting: (name) => `Hello ${name}`,
  figures: 'My cases',
  pending: 'Waiting for me',
  watched: 'Running, in your reach',
  unclaimed: 'Unclaimed',
  mine: 'In my hands',
  done: 'Decided',
  pieces: '',
  dueFirst: 'Due first',
  all: 'See all',
  nothing: 'Nothing to do today.',
  nothingHint: 'New cases that reach your posts appear here.',
  toWindow: 'Receive at the window',
  noPost: 'Your posts do not handle cases; there is nothing here for you to do.',
  keys: { down: 'Next row', up: 'Previous row' },
};
