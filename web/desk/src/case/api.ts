import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  ActBody,
  CaseRow,
  CaseView,
  Moved,
  Queue,
  QueueQuery,
  RevealBody,
  VerdictBody,
} from '@tongban/server/contract/cases';
import { get, getBlob, send } from '../lib/http.ts';

export type Work = NonNullable<QueueQuery['work']>;
export type CaseAction = CaseView['allowedActions'][number];
export type Verdict = VerdictBody;

/** What a list is narrowed by; lives in the address. */
export type QueueFilter = Pick<QueueQuery, 'work' | 'state' | 'itemKey' | 'text'>;

const cases = ['cases'] as const;
export const everyCase = { queryKey: cases };

const PAGE = 50;

export const queueOptions = (filter: QueueFilter) =>
  infiniteQueryOptions({
    queryKey: [...cases, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Queue>('/cases', { query: { ...filter, limit: PAGE, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }): CaseRow[] => pages.flatMap(({ items }) => items),
  });

/** How many a list holds; beyond the limit the server stops counting. */
export const countOptions = (filter: QueueFilter) =>
  queryOptions({
    queryKey: [...cases, 'count', filter],
    queryFn: async ({ signal }) => {
      const { total = 0 } = await get<Queue>('/cases', {
        query: { ...filter, limit: 1, count: true },
        signal,
      });
      return total;
    },
  });

export const caseOptions = (id: string) =>
  queryOptions({
    queryKey: [...cases, 'one', id],
    queryFn: ({ signal }) => get<CaseView>(`/cases/${id}`, { signal }),
  });

/** A file's bytes stay in memory while the case is open and are never stored. */
export const fileOptions = (caseId: string, fileId: string) =>
  queryOptions({
    queryKey: [...cases, 'file', fileId],
    queryFn: ({ signal }) => getBlob(`/cases/${caseId}/files/${fileId}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });

interface Known {
  id: string;
  version: number;
}

export const act = ({ id, version }: Known, action: CaseAction, body: ActBody, key?: string): Promise<Moved> =>
  send('POST', `/cases/${id}/${action}`, { body, version, ...(key !== undefined && { key }) });

export const judge = ({ id, version }: Known, pointKey: string, verdict: Verdict): Promise<Moved> =>
  send('PUT', `/cases/${id}/points/${pointKey}`, { body: verdict, version });

export const reveal = async (id: string, asked: RevealBody): Promise<string> =>
  (await send<{ value: string }>('POST', `/cases/${id}/reveal`, { body: asked })).value;
