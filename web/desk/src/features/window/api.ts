import { queryOptions } from '@tanstack/react-query';
import type { Moved, PaperBody, SaveBody, Saved, StartAtWindowBody, Started } from '@tongban/server/contract/cases';
import type { ItemView } from '@tongban/server/contract/catalogue';
import type { GuideView, SearchPage } from '@tongban/server/contract/guidance';
import type { WindowPerson, WindowPersonBody } from '@tongban/server/contract/identity';
import { get, send } from '../../lib/http.ts';

export type Person = WindowPerson;
export type Situation = Readonly<Record<string, string>>;

/** By the number on the document; it travels in the body, never in an address. */
export const findPerson = async (idNumber: string): Promise<Person | null> =>
  (await send<{ person: Person | null }>('POST', '/desk/people/find', { body: { idNumber } })).person;

export const registerPerson = (entered: WindowPersonBody): Promise<Person> =>
  send('POST', '/desk/people', { body: entered });

export const searchOptions = (text: string, region: string) =>
  queryOptions({
    queryKey: ['items', 'search', region, text],
    queryFn: ({ signal }) => get<SearchPage>('/search', { query: { q: text, region, limit: 8 }, signal }),
    enabled: text.length > 0,
  });

export const itemOptions = (key: string, region: string) =>
  queryOptions({
    queryKey: ['items', 'one', region, key],
    queryFn: ({ signal }) => get<ItemView>(`/items/${key}`, { query: { region }, signal }),
  });

export const guideOptions = (key: string, region: string, situation: Situation) =>
  queryOptions({
    queryKey: ['items', 'guide', region, key, situation],
    queryFn: ({ signal }) => {
      const answers = Object.fromEntries(Object.entries(situation).map(([name, answer]) => [`q-${name}`, answer]));
      return get<GuideView>(`/items/${key}/guide`, { query: { region, ...answers }, signal });
    },
  });

export const startCase = (asked: StartAtWindowBody): Promise<Started> => send('POST', '/cases', { body: asked });

export const saveDraft = (id: string, version: number, body: SaveBody): Promise<Saved> =>
  send('PUT', `/cases/${id}/answers`, { body, version });

export const discardDraft = (id: string, version: number): Promise<void> => send('DELETE', `/cases/${id}`, { version });

export function upload(id: string, materialKey: string, file: File): Promise<void> {
  const body = new FormData();
  body.append('file', file);
  return send('POST', `/cases/${id}/materials/${materialKey}/files`, { body });
}

export const removeFile = (id: string, fileId: string): Promise<void> => send('DELETE', `/cases/${id}/files/${fileId}`);

export const recordPaper = (id: string, materialKey: string, paper: PaperBody): Promise<void> =>
  send('PUT', `/cases/${id}/materials/${materialKey}`, { body: paper });

export const submit = (id: string, version: number, key: string): Promise<Moved> =>
  send('POST', `/cases/${id}/submit`, { body: {}, version, key });
