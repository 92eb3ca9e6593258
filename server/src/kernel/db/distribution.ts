/**
 * How each table lives on a cluster, who may change it, and how long its rows are kept.
 *
 * distributed: by `area_code`, which comes first in its primary key, its unique constraints and its foreign keys.
 * reference:   small, read everywhere, rarely written.
 * local:       on the coordinator only; no distributed table may have a foreign key to it.
 */
export interface TableRule {
  readonly kind: 'distributed' | 'reference' | 'local';
  /** The run-time role may insert and read, never update or delete. */
  readonly appendOnly?: true;
  readonly retention: Retention;
}

/** What decides how long a row is kept. Logs at least six months (网络安全法 21), case files as archives law has it. */
type Retention = 'permanent' | 'while-published' | 'case-file' | 'account' | 'audit' | 'day' | 'draft';

export const tables: Readonly<Record<string, TableRule>> = {
  'platform.clock': { kind: 'reference', retention: 'permanent' },
  'platform.setting': { kind: 'reference', retention: 'permanent' },
  'platform.audit': { kind: 'distributed', appendOnly: true, retention: 'audit' },
  'platform.idempotency': { kind: 'local', retention: 'day' },
  'platform.handled': { kind: 'local', retention: 'day' },
  'org.region': { kind: 'reference', retention: 'permanent' },
  'org.department': { kind: 'reference', retention: 'permanent' },
  'org.hall': { kind: 'reference', retention: 'permanent' },
  'org.window': { kind: 'reference', retention: 'permanent' },
  'org.staff': { kind: 'reference', retention: 'account' },
  'org.post': { kind: 'reference', retention: 'account' },
  'calendar.arrangement': { kind: 'reference', appendOnly: true, retention: 'permanent' },
  'calendar.day': { kind: 'reference', appendOnly: true, retention: 'permanent' },
  'files.key': { kind: 'distributed', retention: 'case-file' },
  'files.file': { kind: 'distributed', retention: 'case-file' },
  'files.allowance': { kind: 'local', retention: 'day' },
  'identity.person': { kind: 'local', retention: 'account' },
  'identity.firm': { kind: 'local', retention: 'account' },
  'identity.mandate': { kind: 'local', retention: 'account' },
  'identity.staff_credential': { kind: 'local', retention: 'account' },
  'identity.session': { kind: 'local', retention: 'account' },
  'identity.sign_in_code': { kind: 'local', retention: 'day' },
  'identity.attempt': { kind: 'local', retention: 'day' },
  'notices.notice': { kind: 'distributed', retention: 'account' },
  'notices.message': { kind: 'distributed', retention: 'account' },
  'notices.emulated_sms': { kind: 'local', retention: 'day' },
  'notices.emulated_fault': { kind: 'local', retention: 'day' },
  'catalogue.item': { kind: 'reference', retention: 'permanent' },
  'catalogue.item_version': { kind: 'reference', retention: 'permanent' },
  'guidance.phrase': { kind: 'reference', retention: 'permanent' },
  'guidance.synonym': { kind: 'reference', retention: 'permanent' },
  'guidance.search_miss': { kind: 'distributed', retention: 'audit' },
  'cases.case': { kind: 'distributed', retention: 'case-file' },
  'cases.journal': { kind: 'distributed', appendOnly: true, retention: 'case-file' },
  'cases.submission': { kind: 'distributed', retention: 'case-file' },
  'cases.submission_file': { kind: 'distributed', retention: 'case-file' },
  'cases.verdict': { kind: 'distributed', retention: 'case-file' },
  'cases.decision': { kind: 'distributed', appendOnly: true, retention: 'case-file' },
  'cases.day_serial': { kind: 'distributed', retention: 'case-file' },
};
