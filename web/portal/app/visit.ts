import type { Visit } from '@tongban/server/portal-services';
import { type ActionFunctionArgs, createContext, data, type LoaderFunctionArgs, redirect } from 'react-router';
import { addressIn } from './address.ts';
import { carriedFrom, packed } from './carried.ts';
import type { Display } from './display.ts';

/** How pages look to this person, and the address of the one small script. */
export const pageContext = createContext<{ display: Display; script: string }>();

/** Who is here, in which language, and the services of the house: set once per request by `server.ts`. */
export const visitContext = createContext<Visit>();

/** A refusal as a page shows it. `errors` stand at their fields. */
export interface Refusal {
  status: number;
  type: string;
  title: string;
  errors: readonly { pointer: string; detail: string }[];
  /** What was posted without a session: see `carried.ts`. */
  carried?: { fields: string[]; path: string };
  /** The number under which a failure of ours was recorded. */
  trace?: string;
}

/** A loader or action that gets the visit. A `Problem` of the house becomes the error page of its status; without a session one is asked to sign in and comes back. */
export const onVisit =
  <Args extends LoaderFunctionArgs | ActionFunctionArgs, Result>(
    work: (visit: Visit, args: Args) => Promise<Result>,
  ): ((args: Args) => Promise<Result>) =>
  async (args) => {
    const visit = args.context.get(visitContext);
    try {
      return await work(visit, args);
    } catch (error) {
      if (error instanceof Response) throw error;
      const refusal = refusalOf(error, visit);
      if (refusal.status !== 401) throw data(refusal, { status: refusal.status });
      if (visit.form.length === 0) throw to(visit, signInPath(visit));
      const carried = { fields: packed(carriedFrom(visit.form)), path: signInPath(visit) };
      throw data({ ...refusal, carried }, { status: 401 });
    }
  };

const signInPath = ({ path }: Visit): string => `/sign-in?return=${encodeURIComponent(path)}`;

/** What the house said no with, in the reader's language; anything unforeseen is recorded and becomes a 500 that says nothing. */
export function refusalOf(error: unknown, visit: Pick<Visit, 'language' | 'problemOf' | 'requestId'>): Refusal {
  const { status, type, words, extra } = visit.problemOf(error);
  const { errors = [] } = extra as { errors?: Refusal['errors'] };
  return { status, type, title: words[visit.language], errors, ...(status >= 500 && { trace: visit.requestId }) };
}

/** After a post one always goes on to a page that can be reloaded. */
export const to = ({ language }: Pick<Visit, 'language'>, path: string, ...cookies: string[]): Response =>
  redirect(addressIn(language, path), {
    status: 303,
    headers: cookies.map((cookie): [string, string] => ['set-cookie', cookie]),
  });

/** The sentences of a refusal at their fields, each after its field's label; a refusal that names no field stands above all. Anything else goes on up. */
export function fieldErrors(
  error: unknown,
  visit: Visit,
  labels: Readonly<Record<string, string>>,
): Pick<Refusal, 'status' | 'errors'> {
  if (error instanceof Response) throw error;
  const { status, type, title, errors } = refusalOf(error, visit);
  if (![400, 409, 422, 429].includes(status) && type !== 'identity/real-name-unavailable') throw error;
  if (errors.length === 0) return { status, errors: [{ pointer: Object.keys(labels)[0] ?? '', detail: title }] };
  return {
    status,
    errors: errors.map(({ pointer, detail }) => ({ pointer, detail: (labels[pointer] ?? '') + detail })),
  };
}
