import { queryOptions, useQuery } from '@tanstack/react-query';
import type { DeskSessionView } from '@tongban/server/contract/identity';
import { ApiProblem, get, send } from '../lib/http.ts';

export type Session = DeskSessionView;
export type Role = Session['posts'][number]['role'];

/** Who is signed in at this desk; null when nobody is. */
export const sessionOptions = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) =>
    get<Session>('/desk/session', { signal }).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

/** The session of a page inside the shell, where there always is one. */
export function useSession(): Session {
  const { data } = useQuery(sessionOptions);
  if (!data) throw new Error('a page of the desk was drawn without a session');
  return data;
}

/** Roles by which one has something to do with cases, and those of them that only watch. */
const handling: readonly Role[] = ['acceptanceOfficer', 'reviewer', 'decisionMaker', 'issuingClerk'];

export type Stand = 'handles' | 'watches' | 'apart';

/** How whoever is signed in stands to cases: works on them, watches over them, or has nothing to do with them. */
export function useStand(): Stand {
  const roles = useRoles();
  if (handling.some((role) => roles.has(role))) return 'handles';
  return roles.has('supervisor') ? 'watches' : 'apart';
}

export const useRoles = (): ReadonlySet<Role> => new Set(useSession().posts.map(({ role }) => role));

export const signIn = (entered: { loginName: string; password: string; code: string }): Promise<Session> =>
  send('POST', '/desk/session', { body: entered });

export const signOut = (): Promise<void> => send('DELETE', '/desk/session');

export const changePassword = (entered: { current: string; password: string }): Promise<void> =>
  send('PUT', '/desk/session/password', { body: entered });

export interface DemoAccount {
  loginName: string;
  name: string;
  unit: string;
  role: Role;
  password: string;
  code: string;
}

/** Only a demo city answers; anywhere else there is no such address. */
export const demoAccountsOptions = queryOptions({
  queryKey: ['demo-accounts'],
  queryFn: ({ signal }) =>
    get<{ items: DemoAccount[] }>('/desk/session/demo', { signal }).then(
      ({ items }) => items,
      () => [],
    ),
  staleTime: Number.POSITIVE_INFINITY,
});
