import type { Actor } from '../../kernel/actor.ts';
import type { Keys } from '../../kernel/crypto.ts';
import type { Db } from '../../kernel/db.ts';
import { mask } from '../../kernel/masking.ts';
import type { SessionView } from './contract.ts';
import { csrfToken } from './csrf.ts';
import { choicesOf } from './mandates.ts';
import { getPersonRow } from './people.ts';
import { findSessionById } from './session-store.ts';

/** Who I am here, for whom I act and could act: what the head of every page shows. */
export async function sessionView(db: Db, keys: Keys, actor: Actor, token: string | undefined): Promise<SessionView> {
  if (actor.kind !== 'person' || token === undefined)
    return { person: null, actingFor: null, mandateEnded: false, choices: [], csrf: null };
  const { name, realNameLevel, elderMode, language } = await getPersonRow(db, actor.id);
  const [choices, session] = [await choicesOf(db, actor), await findSessionById(db, actor.sessionId)];
  const chosen = session?.mandateId ?? null;
  const actingFor = choices.find(({ id }) => id === chosen) ?? null;
  return {
    person: { name: name && mask('name', name), realNameLevel, elderMode, language },
    actingFor,
    mandateEnded: chosen !== null && actingFor === null,
    choices,
    csrf: csrfToken(keys, token),
  };
}
