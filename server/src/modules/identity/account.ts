import type { PersonActor } from '../../kernel/actor.ts';
import { accessesTo, audit } from '../../kernel/audit.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { legalNow } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import type { Keys } from '../../kernel/crypto.ts';
import { type Db, inTx } from '../../kernel/db.ts';
import { mask } from '../../kernel/masking.ts';
import { type Page, type PageQuery, pageOf } from '../../kernel/paging.ts';
import { requestProblems } from '../../kernel/problem.ts';
import { staffNames } from '../org/public.ts';
import { countAttempt } from './attempt-store.ts';
import { spendCode } from './codes.ts';
import type { AccessEntry, AccountPatch, AccountView } from './contract.ts';
import { identityErrors, signInErrors } from './errors.ts';
import { checkedUscc, registerFirm } from './mandates.ts';
import { hashPassword, passwordFault } from './passwords.ts';
import { checkedMobile, checkedRealName, factsOf, getPersonRow, keepingUnique } from './people.ts';
import { type PersonRow, type RealName, updatePerson } from './person-store.ts';
import { isRealName } from './policy.ts';
import type { RealNameCheck } from './real-name-check.ts';
import { endSessions } from './session-store.ts';
import { requireProof, rotateSession } from './sessions.ts';

/* Like signing in, these verbs wait for others (a register, a hash) between transactions, and keep refused tries. */

type Ground = Pick<Context, 'db' | 'keys' | 'config'>;

const MIN_PASSWORD = 8;

/** My account as I see it on a screen that others may see too: masked. */
export const accountOf = async (db: Db, keys: Keys, actor: PersonActor): Promise<AccountView> =>
  presentAccount(keys, await getPersonRow(db, actor.id));

function presentAccount(keys: Keys, person: PersonRow): AccountView {
  const { name, idNumber, mobile } = factsOf(keys, person);
  return {
    name: name && mask('name', name),
    idNumber: idNumber && mask('id-number', idNumber),
    mobile: mobile && mask('mobile', mobile),
    realNameLevel: person.realNameLevel,
    registeredBy: person.registeredBy,
    hasPassword: person.passwordHash !== null,
    elderMode: person.elderMode,
    language: person.language,
    version: person.version,
  };
}

/** Another number counts once a code sent there has come back, and only with a fresh proof from the number known so far. */
export async function changeAccount(
  ctx: Ground,
  actor: PersonActor,
  input: AccountPatch & { version: number },
): Promise<AccountView> {
  const { mobile, elderMode, language, version } = input;
  const number = mobile && checkedMobile(mobile.number, ctx.config.mode !== 'production');
  const changed = await inTx(ctx.db, async (tx) => {
    const person = await getPersonRow(tx, actor.id, true);
    if (person.version !== version) throw requestProblems.stale(person.version);
    if (mobile && number !== undefined) {
      await requireProof(tx, actor);
      if (!(await spendCode(tx, ctx.keys, { mobile: number, purpose: 'new-mobile', code: mobile.code })))
        return undefined;
    }
    await keepingUnique(() =>
      updatePerson(tx, ctx.keys, actor.id, {
        ...(number !== undefined && { mobile: number }),
        ...(elderMode !== undefined && { elderMode }),
        ...(language !== undefined && { language }),
      }),
    );
    const detail = { fields: Object.keys(input).filter((key) => key !== 'version') };
    await audit(tx, actor, { areaCode: 0, action: 'identity.accountChanged', subjectId: actor.id, detail });
    return presentAccount(ctx.keys, await getPersonRow(tx, actor.id));
  });
  if (!changed) throw signInErrors.codeWrong();
  return changed;
}

/** Needs a fresh proof instead of the old password, which may be the one forgotten. Other devices are signed out. */
export async function setPassword(ctx: Ground, actor: PersonActor, password: string): Promise<string> {
  const person = await getPersonRow(ctx.db, actor.id);
  const { name, idNumber, mobile } = factsOf(ctx.keys, person);
  const context = [name, idNumber, mobile, mobile?.slice(-8), 'tongban', '通办'].filter((word) => word != null);
  const fault = passwordFault(password, { min: MIN_PASSWORD, context });
  if (fault !== undefined) throw requestProblems.invalid([{ pointer: '/password', detail: fault }]);
  const passwordHash = await hashPassword(password);
  return await inTx(ctx.db, async (tx) => {
    await requireProof(tx, actor);
    await updatePerson(tx, ctx.keys, actor.id, { passwordHash });
    await endSessions(tx, { personId: actor.id }, 'credential', await legalNow(tx), { except: actor.sessionId });
    await audit(tx, actor, { areaCode: 0, action: 'identity.passwordChanged', subjectId: actor.id });
    return await rotateSession(tx, actor.sessionId);
  });
}

/** 实名认证 to level L2: the register is asked outside any transaction, and only so often a day, or it could be used to match names. */
export async function verifyRealName(
  ctx: Ground,
  check: RealNameCheck,
  actor: PersonActor,
  typed: RealName,
): Promise<string> {
  const realName = checkedRealName(typed, civilDate(await legalNow(ctx.db)), ctx.config.mode !== 'production');
  await inTx(ctx.db, async (tx) => {
    if (isRealName(await getPersonRow(tx, actor.id))) throw identityErrors.namedAlready();
    const wait = await countAttempt(tx, 'realName', Buffer.from(actor.id));
    if (wait !== undefined) throw requestProblems.tooMany(wait);
  });
  if (!(await asked(() => check.person(realName)))) throw identityErrors.realNameMismatch();
  return await inTx(ctx.db, async (tx) => {
    if (isRealName(await getPersonRow(tx, actor.id, true))) throw identityErrors.namedAlready();
    await keepingUnique(() => updatePerson(tx, ctx.keys, actor.id, { realName: { ...realName, level: 'L2' } }));
    await audit(tx, actor, { areaCode: 0, action: 'identity.realNameVerified', subjectId: actor.id });
    return await rotateSession(tx, actor.sessionId);
  });
}

/** A firm registers through its legal representative, as the register of firms knows them. */
export async function registerOwnFirm(
  ctx: Ground,
  check: RealNameCheck,
  actor: PersonActor,
  input: { uscc: string; name: string },
) {
  const uscc = checkedUscc(input.uscc, ctx);
  const { name, idNumber } = await inTx(ctx.db, async (tx) => {
    await requireProof(tx, actor);
    const person = await getPersonRow(tx, actor.id);
    if (!isRealName(person)) throw identityErrors.realNameRequired();
    const wait = await countAttempt(tx, 'realName', Buffer.from(actor.id));
    if (wait !== undefined) throw requestProblems.tooMany(wait);
    return factsOf(ctx.keys, person);
  });
  const representative = { name: name ?? '', idNumber: idNumber ?? '' };
  const firm = { uscc, name: input.name.trim() };
  if (!(await asked(() => check.firm({ ...firm, representative })))) throw identityErrors.firmMismatch();
  return await inTx(ctx.db, async (tx) => {
    const registered = await registerFirm(tx, ctx, { ...firm, legalRepresentativeId: actor.id });
    await audit(tx, actor, { areaCode: 0, action: 'identity.firmRegistered', subjectId: registered.id });
    return registered;
  });
}

/** A register that does not answer decides nothing: the person is told, and loses nothing. */
async function asked(question: () => Promise<boolean>): Promise<boolean> {
  try {
    return await question();
  } catch {
    throw identityErrors.realNameUnavailable();
  }
}

/** Who has looked at my data or changed it, and what for (个人信息保护法 44, 45). */
export async function accessLog(db: Db, actor: PersonActor, page: PageQuery): Promise<Page<AccessEntry>> {
  const { limit = 20, after } = page;
  const rows = await accessesTo(db, actor.id, { limit: limit + 1, ...(after !== undefined && { after }) });
  const { items, next } = pageOf(rows, limit, ({ id }) => id);
  const officials = await staffNames(db, [...new Set(items.flatMap(({ staffId }) => staffId ?? []))]);
  return {
    items: items.map(({ at, action, staffId, purpose }) => {
      const official = officials.find(({ id }) => id === staffId);
      return {
        at: at.toISOString(),
        action,
        by: official
          ? { kind: 'staff', departments: official.departments, name: mask('name', official.name) }
          : { kind: 'system', departments: [], name: '' },
        purpose,
      };
    }),
    next,
  };
}
