import type { Language } from '@tongban/ui/dates.ts';

/** The address of a page in a language: Chinese has the root, English stands under `/en`. */
export const addressIn = (language: Language, path: string): string =>
  language === 'en' ? `/en${path === '/' ? '' : path}` : path;

/** A page of ours to go back to, or `fallback`: an address from outside is never followed. */
export const ownPage = (path: string | null | undefined, fallback = '/my'): string =>
  path && /^\/(?![/\\])[^\s\\]*$/.test(path) && !/^\/(sign-in|sign-out|display|api|desk)\b/.test(path)
    ? path
    : fallback;

/** The same path with some of its query changed; an empty value takes a name out. */
export function withQuery(path: string, changes: Readonly<Record<string, string | undefined>>): string {
  const [pathname = '/', query = ''] = path.split('?');
  const search = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') search.delete(name);
    else search.set(name, value);
  }
  const text = search.toString();
  return text === '' ? pathname : `${pathname}?${text}`;
}
