import type { PersonActor } from '../../kernel/actor.ts';
import { audit } from '../../kernel/audit.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { legalNow } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import type { Keys } from '../../kernel/crypto.ts';
import { breaks, type Db, type Tx } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { mask } from '../../kernel/masking.ts';
import { type Page, type PageQuery, pageOf } from '../../kernel/paging.ts';
import { requestProblems } from '../../kernel/problem.ts';
import { countAttempt } from './attempt-store.ts';
import type { MandateView, NewMandateBody } from './contract.ts';
import { identityErrors } from './errors.ts';
import {
  type FirmRow,
  findMandate,
  firmsRepresentedBy,
  insertFirm,
  insertMandate,
  isInForce,
  legalRepresentativeOf,
  type MandateRow,
  mandatesFrom,
  mandatesTo,
  revokeMandateRow,
} from './mandate-store.ts';
import { getPersonRow } from './people.ts';
import { findByIdNumber } from './person-store.ts';
import { canGrantFor, isRealName } from './policy.ts';
import { mandateHolds } from './rules.ts';
import { requireProof, rotateSession } from './sessions.ts';
import { readCode, readName, usccSentence } from './written.ts';

/** A power of attorney without a near end is forgotten, not meant: three years at most, as long as a term of office. */
const LONGEST_TERM_YEARS = 3;

/** As people write it, made as it is stored; a 400 at its field when it cannot be one. */
export function checkedUscc(typed: string, { config }: Pick<Context, 'config'>): string {
  const uscc = readCode(typed);
  const fault = usccSentence(uscc, { demo: config.mode !== 'production' });
  if (fault !== undefined) throw requestProblems.invalid([{ pointer: '/uscc', detail: fault }]);
  return uscc;
}

/** A firm's account, with its legal representative as the first who acts for it. The caller has had the facts checked. */
export async function registerFirm(
  tx: Tx,
  ground: Pick<Context, 'config'>,
  input: { uscc: string; name: string; legalRepresentativeId: string },
): Promise<FirmRow & { mandateId: string }> {
  const representative = await getPersonRow(tx, input.legalRepresentativeId);
  if (!isRealName(representative)) throw identityErrors.realNameRequired();
  const now = await legalNow(tx);
  const firm = {
    id: newId(),
    uscc: checkedUscc(input.uscc, ground),
    name: input.name,
    legalRepresentativeName: representative.name ?? '',
  };
  try {
    await insertFirm(tx, { ...firm, createdAt: now });
  } catch (error) {
    throw breaks(error, 'firm_uscc_once') ? identityErrors.firmTaken() : error;
  }
  const mandateId = newId();
  await insertMandate(tx, {
    id: mandateId,
    kind: 'statutory',
    principal: { kind: 'firm', id: firm.id },
    agentId: representative.id,
    itemKeys: null,
    validFrom: civilDate(now),
    validTo: null,
    grantedBy: representative.id,
    grantedAt: now,
  });
  return { ...firm, mandateId };
}

/**
 * A power of attorney (授权委托书): who, for which items, from when to when. The agent is named by name and ID number, as on paper, so
 * that nobody is found by guessing.
 */
export async function grantMandate(
  tx: Tx,
  keys: Keys,
  actor: PersonActor,
  input: NewMandateBody,
): Promise<MandateView> {
  await requireProof(tx, actor);
  if (!isRealName(actor)) throw identityErrors.realNameRequired();
  const principal = await principalOf(tx, input.firmId ?? null, actor.id);
  if (!canGrantFor(actor, principal)) throw identityErrors.notPrincipal();

  const now = await legalNow(tx);
  const today = civilDate(now);
  const { validFrom = today, validTo, itemKeys = null } = input;
  const latest = `${Number(today.slice(0, 4)) + LONGEST_TERM_YEARS}${today.slice(4)}`;
  if (validTo < validFrom) throw identityErrors.termWrong('不能早于开始日期');
  if (validTo < today) throw identityErrors.termWrong('已经过去，请填写今天或以后的日期');
  if (validTo > latest) throw identityErrors.termWrong(`最长 ${LONGEST_TERM_YEARS} 年，请填写 ${latest} 或更早的日期`);

  const agent = await findByIdNumber(tx, keys, readCode(input.agentIdNumber));
  if (!agent || agent.name !== readName(input.agentName)) throw identityErrors.agentUnknown();
  if (agent.id === actor.id) throw identityErrors.agentIsPrincipal();

  const id = newId();
  await insertMandate(tx, {
    id,
    kind: 'granted',
    principal,
    agentId: agent.id,
    itemKeys,
    validFrom,
    validTo,
    grantedBy: actor.id,
    grantedAt: now,
  });
  await audit(tx, actor, {
    areaCode: 0,
    action: 'identity.mandateGranted',
    subjectId: agent.id,
    detail: { mandate: id },
  });
  return presentMandate(await getMandate(tx, id), today);
}

/** Each search for an agent counts, in a transaction of its own because a refused one must count too. */
export async function countAgentSearch(tx: Tx, actor: PersonActor): Promise<void> {
  const wait = await countAttempt(tx, 'findAgent', Buffer.from(actor.id));
  if (wait !== undefined) throw requestProblems.tooMany(wait);
}

/** Ends a mandate at once: the agent's next request under it is refused. */
export async function revokeMandate(tx: Tx, actor: PersonActor, mandateId: string): Promise<MandateView> {
  const mandate = await getMandate(tx, mandateId, true);
  const principal = await principalOf(tx, mandate.firmId, mandate.principalId ?? '');
  if (!canGrantFor(actor, principal)) throw identityErrors.notFound();
  if (mandate.kind === 'statutory') throw identityErrors.statutory();
  const now = await legalNow(tx);
  const today = civilDate(now);
  if (mandate.revokedAt !== null || (mandate.validTo ?? today) < today) throw identityErrors.mandateOver();
  await revokeMandateRow(tx, mandate.id, actor.id, now);
  const detail = { mandate: mandate.id };
  await audit(tx, actor, { areaCode: 0, action: 'identity.mandateRevoked', subjectId: mandate.agentId, detail });
  return presentMandate({ ...mandate, revokedAt: now }, today);
}

/** Chooses for whom one acts (当前身份), or oneself with null. The session gets a new token. */
export async function chooseIdentity(tx: Tx, actor: PersonActor, mandateId: string | null): Promise<string> {
  const mandate = mandateId === null ? undefined : await getMandate(tx, mandateId);
  if (mandate) {
    if (mandate.agentId !== actor.id) throw identityErrors.notFound();
    if (!mandateHolds(mandate, civilDate(await legalNow(tx)))) throw identityErrors.mandateOver();
  }
  const token = await rotateSession(tx, actor.sessionId, { mandateId });
  await audit(tx, actor, {
    areaCode: 0,
    action: 'identity.identityChosen',
    subjectId: mandate?.firmId ?? mandate?.principalId ?? actor.id,
    detail: { mandate: mandateId ?? 'none' },
  });
  return token;
}

/** Whom one may act for today. */
export async function choicesOf(db: Db, actor: PersonActor): Promise<MandateView[]> {
  const today = civilDate(await legalNow(db));
  return (await mandatesTo(db, actor.id, today)).map((mandate) => presentMandate(mandate, today));
}

/** What one has granted, for oneself and for the firms one represents, ended ones too: the history of who could act. */
export async function listGranted(db: Db, actor: PersonActor, page: PageQuery): Promise<Page<MandateView>> {
  const today = civilDate(await legalNow(db));
  const { limit = 20, after } = page;
  const principals = { personId: actor.id, firmIds: await firmsRepresentedBy(db, actor.id) };
  const rows = await mandatesFrom(db, principals, { limit, ...(after !== undefined && { after }) });
  const { items, next } = pageOf(rows, limit, ({ id }) => id);
  return { items: items.map((mandate) => presentMandate(mandate, today)), next };
}

async function getMandate(db: Db, id: string, lock = false): Promise<MandateRow> {
  const mandate = await findMandate(db, id, lock);
  if (!mandate) throw identityErrors.notFound();
  return mandate;
}

async function principalOf(db: Db, firmId: string | null, personId: string) {
  if (firmId === null) return { kind: 'person' as const, id: personId };
  const legalRepresentativeId = await legalRepresentativeOf(db, firmId);
  return { kind: 'firm' as const, id: firmId, ...(legalRepresentativeId !== undefined && { legalRepresentativeId }) };
}

const presentMandate = (mandate: MandateRow, today: string): MandateView => ({
  id: mandate.id,
  statutory: mandate.kind === 'statutory',
  principal:
    mandate.firmId === null
      ? { kind: 'person', id: mandate.principalId ?? '', name: mask('name', mandate.principalName ?? '') }
      : { kind: 'firm', id: mandate.firmId, name: mandate.firmName ?? '' },
  agent: { name: mask('name', mandate.agentName ?? '') },
  itemKeys: mandate.itemKeys,
  validFrom: mandate.validFrom,
  validTo: mandate.validTo,
  grantedAt: mandate.grantedAt.toISOString(),
  revokedAt: mandate.revokedAt?.toISOString() ?? null,
  holds: mandateHolds(mandate, today),
});

/**
 * Who is told of what concerns an applicant: the agent while the mandate holds, and else the person, or the firm's legal
 * representative.
 */
export async function whoIsTold(
  db: Db,
  applicant: { kind: 'person' | 'firm'; id: string; agentId: string | null; mandateId: string | null },
): Promise<string | undefined> {
  const { kind, id, agentId, mandateId } = applicant;
  if (agentId !== null && mandateId !== null && (await isInForce(db, mandateId, civilDate(await legalNow(db)))))
    return agentId;
  return kind === 'person' ? id : await legalRepresentativeOf(db, id);
}
