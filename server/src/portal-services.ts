import type { Actor } from './kernel/actor.ts';
import type { Context } from './kernel/context.ts';
import { inTx, type Tx } from './kernel/db.ts';
import { claimWith } from './kernel/http.ts';
import { once } from './kernel/once.ts';
import { Problem, requestProblems } from './kernel/problem.ts';
import type { FormPart } from './kernel/uploads.ts';
import type { MyCasesQuery, MyCaseView, SituationAnswers } from './modules/cases/contract.ts';
import {
  actOnCase,
  addUpload,
  myCase,
  myCases,
  removeUpload,
  saveDraft,
  startCase,
  submitCase,
} from './modules/cases/public.ts';
import type { ItemDefinition } from './modules/catalogue/contract.ts';
import { inEnglish } from './modules/catalogue/overlay.ts';
import { getItemVersion } from './modules/catalogue/service.ts';
import type { Answers } from './modules/forms/contract.ts';
import { answersFromForm, withPage } from './modules/forms/public.ts';
import { accessLog, accountOf, changeAccount, setPassword, verifyRealName } from './modules/identity/account.ts';
import { askOwnCode, askSignInCode } from './modules/identity/codes.ts';
import type { NewMandateBody, SessionView } from './modules/identity/contract.ts';
import {
  chooseIdentity,
  countAgentSearch,
  grantMandate,
  listGranted,
  revokeMandate,
} from './modules/identity/mandates.ts';
import { realNameCheckFor } from './modules/identity/real-name-check.ts';
import { personIn, signOut } from './modules/identity/sessions.ts';
import { proveAgain, signInByCode, signInByPassword } from './modules/identity/sign-in.ts';
import { listNotices, readNotice } from './modules/notices/inbox.ts';
import { catalogueServices } from './portal-catalogue.ts';

export type { Facets, Guide, Site } from './portal-catalogue.ts';
export type { Problem };

/** One request for a page: who asks, in which language, from where, and what was posted. */
export interface Visit {
  readonly services: PortalServices;
  readonly actor: Actor;
  readonly session: SessionView;
  readonly language: 'zh' | 'en';
  /** With the query, without the language; where one comes back to after signing in. */
  readonly path: string;
  readonly region: string;
  readonly ip: string;
  /** What one can tell the help line when something went wrong. */
  readonly requestId: string;
  readonly nonce: string;
  /** What every form carries. */
  readonly csrf: string;
  /** A plain form post, in the order of its fields. */
  readonly form: [string, string][];
  /** A post with files. */
  readonly parts: () => AsyncIterable<FormPart>;
  /** Set when the request was refused before it came to a page. */
  readonly problem?: Problem;
  /** Any error as what it means to people; what nobody foresaw is recorded. */
  readonly problemOf: (error: unknown) => Problem;
  /** The cookie of a session; null ends it. */
  readonly sessionCookie: (token: string | null) => string;
  /** What forms carry under the session of that cookie's token. */
  readonly csrfOf: (token: string) => string;
  /** A fresh idempotency key for a form with legal effect. */
  readonly newKey: () => string;
}

export type PortalServices = ReturnType<typeof createPortalServices>;

/**
 * What the portal's pages ask of the house, in-process: thin functions that open the transaction and call a module's verb with the
 * actor, so every right is decided where the API decides it.
 */
export function createPortalServices(ctx: Context) {
  const { db, keys } = ctx;
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTx(db, work);
  const registers = realNameCheckFor(ctx.config);

  return {
    ...catalogueServices(ctx),

    session: {
      askCode: (from: { mobile: string; address: string }) => write((tx) => askSignInCode(tx, ctx, from)),
      byCode: (from: { mobile: string; code: string; address: string }) => signInByCode(ctx, from),
      byPassword: (from: { mobile: string; password: string; address: string }) => signInByPassword(ctx, from),
      signOut: async (actor: Actor) => {
        if (actor.kind === 'person') await write((tx) => signOut(tx, actor));
      },
    },

    account: {
      mine: async (actor: Actor) => await accountOf(db, keys, personIn(actor)),
      change: async (actor: Actor, input: { elderMode: boolean; language: 'zh' | 'en'; version: number }) =>
        await changeAccount(ctx, personIn(actor), input),
      setPassword: async (actor: Actor, password: string) => ({
        token: await setPassword(ctx, personIn(actor), password),
      }),
      confirmRealName: async (actor: Actor, typed: { name: string; idNumber: string }) => ({
        token: await verifyRealName(ctx, registers, personIn(actor), typed),
      }),
      askProof: async (actor: Actor, address: string) => {
        const person = personIn(actor);
        await write((tx) => askOwnCode(tx, ctx, person, { address }));
      },
      prove: async (actor: Actor, code: string) => ({ token: await proveAgain(ctx, personIn(actor), code) }),
      actAs: async (actor: Actor, mandateId: string | null) => {
        const person = personIn(actor);
        return { token: await write((tx) => chooseIdentity(tx, person, mandateId)) };
      },
      mandates: async (actor: Actor, after: string | undefined) =>
        await listGranted(db, personIn(actor), after === undefined ? {} : { after }),
      grant: async (actor: Actor, input: NewMandateBody) => {
        const person = personIn(actor);
        await write((tx) => countAgentSearch(tx, person));
        await write((tx) => grantMandate(tx, keys, person, input));
      },
      revoke: async (actor: Actor, mandateId: string) => {
        const person = personIn(actor);
        await write((tx) => revokeMandate(tx, person, mandateId));
      },
      accessLog: async (actor: Actor, after: string | undefined) =>
        await accessLog(db, personIn(actor), after === undefined ? {} : { after }),
    },

    notices: {
      list: (actor: Actor, after: string | undefined) => listNotices(db, actor, after === undefined ? {} : { after }),
      read: (actor: Actor, id: string) => write((tx) => readNotice(tx, actor, id)),
    },

    cases: {
      start: (actor: Actor, start: { itemKey: string; regionCode: string; situation: SituationAnswers }) =>
        write((tx) => startCase(tx, ctx, personIn(actor), { ...start, channel: 'PC' })),
      mine: async (actor: Actor, caseId: string, language: 'zh' | 'en' = 'zh') => {
        const view = await myCase(ctx, db, personIn(actor), caseId);
        return language === 'en' ? englishCase(view, (await getItemVersion(db, view.item.versionId)).definition) : view;
      },
      list: async (actor: Actor, query: MyCasesQuery) => await myCases(db, personIn(actor), query),

      /** Keeps one page of the form as typed; what is wrong anywhere comes back with it. */
      savePage: async (actor: Actor, page: PostedPage) => {
        const view = await myCase(ctx, db, personIn(actor), page.caseId);
        const { caseId, version } = page;
        const saved = await write((tx) =>
          saveDraft(tx, ctx, actor, { caseId, version, answers: withGone(view.answers, answersWith(view, page)) }),
        );
        return { ...saved, savedAt: saved.savedAt.toISOString() };
      },
      /** What was posted, read as answers but not kept: to show it beside what has been saved elsewhere. */
      readPage: async (actor: Actor, page: PostedPage) =>
        answersWith(await myCase(ctx, db, personIn(actor), page.caseId), page),

      /** Every file of a posted form goes into the slot it was chosen for; one that is refused does not stop the others. */
      takeFiles: async (actor: Actor, caseId: string, parts: AsyncIterable<FormPart>) => {
        const said = new Map<string, string>();
        const problems: { materialKey: string; file: string; why: Problem['words'] }[] = [];
        for await (const part of parts) {
          if (part.kind === 'field') said.set(part.field, part.value);
          else
            try {
              await addUpload(ctx, personIn(actor), { caseId, materialKey: part.field }, part);
            } catch (error) {
              part.stream.resume();
              problems.push({ materialKey: part.field, file: part.name, why: refusedFile(error).words });
            }
        }
        return { said, problems };
      },
      removeFile: (actor: Actor, caseId: string, fileId: string) =>
        write((tx) => removeUpload(tx, personIn(actor), { caseId, fileId })),

      submit: async (actor: Actor, { key, ...input }: { caseId: string; version: number; key: string }) => {
        const { id } = personIn(actor);
        if (!/^[\x21-\x7e]{8,100}$/.test(key)) throw requestProblems.keyRequired();
        await write((tx) =>
          once(tx, { actor: id, ...claimWith(key, { submit: input.caseId }) }, async () => {
            const { number } = await submitCase(tx, ctx, actor, input);
            return { number };
          }),
        );
      },
      /** The guide has changed since the draft was begun: it goes on under the one in force. */
      takeNewGuide: async (actor: Actor, caseId: string) => {
        const { item, regionCode, situation } = await myCase(ctx, db, personIn(actor), caseId);
        await write((tx) => startCase(tx, ctx, actor, { itemKey: item.key, regionCode, situation, channel: 'PC' }));
      },
      confirmDelivery: (actor: Actor, input: { caseId: string; version: number }) =>
        write((tx) => actOnCase(tx, ctx, personIn(actor), { ...input, action: 'confirmDelivery' })),
    },
  };
}

/** The case with form, questions and materials in English, as far as the item it was filed under has any. */
function englishCase(view: MyCaseView, definition: ItemDefinition): MyCaseView {
  const { name, form = view.form, questions = [], materials } = inEnglish(definition);
  const named = new Map(materials.map((material) => [material.key, material]));
  return {
    ...view,
    item: { ...view.item, name },
    form,
    questions,
    materials: view.materials.map((slot) => ({ ...slot, name: named.get(slot.key)?.name ?? slot.name })),
  };
}

/** One page of a case's form as it was posted. */
interface PostedPage {
  caseId: string;
  page: string;
  version: number;
  entries: Iterable<readonly [string, unknown]>;
}

/** All answers of the case, those of the posted page in the place of those saved. */
const answersWith = ({ form, answers }: MyCaseView, { page, entries }: PostedPage): Answers =>
  form ? withPage(form, page, answers, answersFromForm(form, entries)) : answers;

/** A group of answers that has become empty is named, so that it is taken out and not left as it was. */
const withGone = (saved: Answers, merged: Answers): Answers => ({
  ...Object.fromEntries(Object.keys(saved).map((group) => [group, undefined])),
  ...merged,
});

/** What was wrong with a file, for people; anything that is not about the file goes on up. */
function refusedFile(error: unknown): Problem {
  if (error instanceof Problem && error.status < 500 && error.status !== 401 && error.status !== 404) return error;
  throw error;
}
