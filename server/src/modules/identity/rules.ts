import type { Role } from '../../kernel/actor.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How long a session lives without a request and in all, and how many a subject may have at once. */
export interface SessionLimits {
  readonly idleSeconds: number;
  readonly absoluteSeconds: number;
  readonly concurrent: number;
}

const administrators: readonly Role[] = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'];

export const personSession: SessionLimits = { idleSeconds: 30 * MINUTE, absoluteSeconds: 12 * HOUR, concurrent: 5 };
export const staffSession = (roles: readonly Role[]): SessionLimits =>
  roles.some((role) => administrators.includes(role))
    ? { idleSeconds: 10 * MINUTE, absoluteSeconds: 4 * HOUR, concurrent: 1 }
    : { idleSeconds: 15 * MINUTE, absoluteSeconds: 8 * HOUR, concurrent: 1 };

/** For so long after signing in or proving it again somebody may change the account, grant a mandate or register a firm. */
export const PROOF_SECONDS = 10 * MINUTE;

export const CODE_SECONDS = 5 * MINUTE;
export const CODE_TRIES = 5;

/** `max` in `seconds` from the first; with `lock`, the whole time again from the last one allowed. */
export interface AttemptRule {
  readonly max: number;
  readonly seconds: number;
  readonly lock?: boolean;
}

export const attemptRules = {
  codeNextToNumber: { max: 1, seconds: MINUTE },
  codePerNumber: { max: 10, seconds: 24 * HOUR },
  codePerAddress: { max: 20, seconds: HOUR },
  signInPerAddress: { max: 30, seconds: 5 * MINUTE },
  password: { max: 5, seconds: 15 * MINUTE, lock: true },
  staffPassword: { max: 5, seconds: 15 * MINUTE, lock: true },
  realName: { max: 5, seconds: 24 * HOUR },
  findAgent: { max: 10, seconds: 24 * HOUR },
  revealHourly: { max: 30, seconds: HOUR },
  revealDaily: { max: 100, seconds: 24 * HOUR },
} as const satisfies Record<string, AttemptRule>;
export type AttemptKind = keyof typeof attemptRules;

export interface MandateTerm {
  validFrom: string;
  validTo: string | null;
  revokedAt: Date | null;
}

/** From the first day to the last, both included, and not revoked before. */
export const mandateHolds = ({ validFrom, validTo, revokedAt }: MandateTerm, on: string): boolean =>
  revokedAt === null && validFrom <= on && (validTo === null || on <= validTo);

export interface SessionState {
  idleSeconds: number;
  seenAt: Date;
  expiresAt: Date;
  endedBy: string | null;
}

/** Why a session no longer counts, if it does not. */
export function sessionEnd({ idleSeconds, seenAt, expiresAt, endedBy }: SessionState, now: Date): string | undefined {
  if (endedBy !== null) return endedBy;
  const idleUntil = seenAt.getTime() + idleSeconds * 1000;
  return now.getTime() >= Math.min(idleUntil, expiresAt.getTime()) ? 'expired' : undefined;
}
