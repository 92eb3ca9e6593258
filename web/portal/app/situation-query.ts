/**
 * Answers of the situation questions live in the address, one name each (`q-area=up-to-50`), so that they can be shared, changed one
 * by one and printed, and need no session.
 */
const PREFIX = 'q-';

export const answerName = (question: string): string => PREFIX + question;

export const situationFrom = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...query].filter(([name]) => name.startsWith(PREFIX)).map(([name, value]) => [name.slice(PREFIX.length), value]),
  );

export const situationQuery = (situation: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(situation).map(([question, value]) => [answerName(question), value]);

/** The guide of an item at a place, with the answers given so far. */
export function guidePath(itemKey: string, region: string, situation: Readonly<Record<string, string>> = {}): string {
  return `/items/${itemKey}?${new URLSearchParams([['region', region], ...situationQuery(situation)])}`;
}
