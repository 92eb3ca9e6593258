// Written by `npm run db:gen` from the system catalogue; do not edit.
import type { ColumnType } from 'kysely';

type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
type Json = ColumnType<unknown, string, string>;
type Timestamp = ColumnType<Date, Date | string, Date | string>;
type Wide = ColumnType<string, string | number | bigint, string | number | bigint>;

export interface DB {
  'calendar.arrangement': {
    scope: string;
    year: number;
    version: number;
    published_on: string;
    sources: string[];
    loaded_at: Timestamp;
  };
  'calendar.day': {
    scope: string;
    year: number;
    version: number;
    day_on: string;
    kind: string;
    holiday: string;
  };
  'cases.case': {
    area_code: number;
    id: string;
    number: string | null;
    version: number;
    state: string;
    close_result: string | null;
    item_version_id: string;
    item_key: string;
    item_name: string;
    region_code: string;
    department_id: string;
    channel: string;
    applicant_kind: string;
    applicant_id: string;
    applicant_name: string;
    agent_id: string | null;
    agent_name: string | null;
    mandate_id: string | null;
    window_staff_id: string | null;
    reviewer_id: string | null;
    situation: Json;
    answers: Buffer;
    calendar_version: number;
    promised_length: number | null;
    promised_unit: string | null;
    statutory_length: number | null;
    statutory_unit: string | null;
    due_on: Generated<string>;
    created_at: Timestamp;
    updated_at: Timestamp;
    submitted_at: Timestamp | null;
    received_at: Timestamp | null;
    accepted_at: Timestamp | null;
    decided_at: Timestamp | null;
    closed_at: Timestamp | null;
    expires_on: string | null;
  };
  'cases.day_serial': {
    area_code: number;
    day: string;
    last: number;
  };
  'cases.decision': {
    area_code: number;
    case_id: string;
    result: string;
    reason: string | null;
    basis: Json;
    remedies: string | null;
    decided_by: string;
    decided_at: Timestamp;
  };
  'cases.journal': {
    area_code: number;
    case_id: string;
    version: number;
    at: Timestamp;
    action: string;
    from_state: string | null;
    to_state: string;
    part: string;
    actor_kind: string;
    actor_id: string;
    actor_name: string;
    acting_for_id: string | null;
    unit_name: string | null;
    note: string | null;
    detail: Json;
  };
  'cases.submission': {
    area_code: number;
    id: string;
    case_id: string;
    material_key: string;
    source: string;
    trust: string;
    original_seen: Generated<boolean>;
    pages: number | null;
    verified_by: string | null;
    verified_at: Timestamp | null;
    created_at: Timestamp;
  };
  'cases.submission_file': {
    area_code: number;
    submission_id: string;
    file_id: string;
    added_at: Timestamp;
  };
  'cases.verdict': {
    area_code: number;
    case_id: string;
    point_key: string;
    verdict: string;
    note: string | null;
    judged_by: string;
    judged_by_name: string;
    judged_at: Timestamp;
  };
  'catalogue.item': {
    key: string;
    name: string;
    created_at: Timestamp;
  };
  'catalogue.item_version': {
    id: string;
    item_key: string;
    region_code: string;
    area_code: number;
    department_id: string | null;
    version: number;
    state: string;
    revision: number;
    definition: Json;
    digest: Buffer;
    name: string;
    plain_name: string | null;
    department: string;
    case_type: string;
    targets: string[];
    themes: string[];
    life_events: string[];
    apply_online: boolean;
    pinyin: string;
    card: Json;
    valid_from: string | null;
    valid_to: string | null;
    updated_at: Timestamp;
    updated_by: string;
    published_at: Timestamp | null;
    published_by: string | null;
    withdrawn_reason: string | null;
  };
  'catalogue.v_in_force': {
    id: string;
    item_key: string;
    region_code: string;
    area_code: number;
    version: number;
    name: string;
    plain_name: string;
    department: string;
    case_type: string;
    targets: string[];
    themes: string[];
    life_events: string[];
    apply_online: boolean;
    pinyin: string;
    card: Json;
  };
  'files.allowance': {
    account: string;
    day_on: string;
    files: number;
    bytes: Wide;
  };
  'files.file': {
    area_code: number;
    id: string;
    owner_id: string;
    digest: Buffer;
    size: number;
    media_type: string;
    name: string;
    pages: number | null;
    state: string;
    created_at: Timestamp;
    created_by_kind: string;
    created_by_id: string;
    removed_at: Timestamp | null;
  };
  'files.key': {
    area_code: number;
    owner_id: string;
    wrapped_key: Buffer;
    created_at: Timestamp;
  };
  'guidance.phrase': {
    item_key: string;
    ordinal: number;
    kind: string;
    text: string;
    letters: string;
    initials: string;
    pinyin: string;
    words: string;
  };
  'guidance.search_miss': {
    area_code: number;
    day_on: string;
    words: string;
    times: number;
  };
  'guidance.synonym': {
    word: string;
    version: number;
    shown: string;
    means: string[];
    initials: string;
    pinyin: string;
    updated_at: Timestamp;
    updated_by: string;
    ended_at: Timestamp | null;
  };
  'identity.attempt': {
    kind: string;
    subject: Buffer;
    since: Timestamp;
    count: number;
  };
  'identity.firm': {
    id: string;
    uscc: string;
    name: string;
    legal_representative_name: string;
    version: Generated<number>;
    created_at: Timestamp;
    ended_at: Timestamp | null;
  };
  'identity.mandate': {
    id: string;
    kind: string;
    principal_firm_id: string | null;
    principal_person_id: string | null;
    agent_id: string;
    item_keys: string[] | null;
    valid_from: string;
    valid_to: string | null;
    granted_by: string;
    granted_at: Timestamp;
    revoked_by: string | null;
    revoked_at: Timestamp | null;
  };
  'identity.person': {
    id: string;
    name: string | null;
    id_doc_type: string | null;
    id_number_sealed: Buffer | null;
    id_number_index: Buffer | null;
    mobile_sealed: Buffer | null;
    mobile_index: Buffer | null;
    real_name_level: Generated<string>;
    registered_by: string;
    password_hash: string | null;
    elder_mode: Generated<boolean>;
    language: Generated<string>;
    version: Generated<number>;
    created_at: Timestamp;
    ended_at: Timestamp | null;
  };
  'identity.session': {
    id: string;
    token_digest: Buffer;
    person_id: string | null;
    staff_id: string | null;
    mandate_id: string | null;
    idle_seconds: number;
    created_at: Timestamp;
    proved_at: Timestamp;
    seen_at: Timestamp;
    expires_at: Timestamp;
    ended_at: Timestamp | null;
    ended_by: string | null;
  };
  'identity.sign_in_code': {
    mobile_index: Buffer;
    purpose: string;
    id: string;
    digest: Buffer;
    message_sealed: Buffer | null;
    tries: Generated<number>;
    sent_at: Timestamp;
    expires_at: Timestamp;
    used_at: Timestamp | null;
  };
  'identity.staff_credential': {
    staff_id: string;
    password_hash: string;
    temporary: boolean;
    second_factor_sealed: Buffer | null;
    last_step: Generated<Wide>;
    changed_at: Timestamp;
  };
  'notices.emulated_fault': {
    mobile: string;
    fault: string;
    times: number;
  };
  'notices.emulated_sms': {
    ref: string;
    mobile: string;
    text: string;
    received_at: Timestamp;
  };
  'notices.message': {
    area_code: number;
    id: string;
    person_id: string | null;
    kind: string;
    channel: string;
    text: string | null;
    sealed: Buffer | null;
    state: string;
    attempts: Generated<number>;
    failure: string | null;
    provider_ref: string | null;
    receipt: string | null;
    created_at: Timestamp;
    sent_at: Timestamp | null;
    received_at: Timestamp | null;
  };
  'notices.notice': {
    area_code: number;
    id: string;
    person_id: string;
    kind: string;
    title: string;
    body: string;
    subject_id: string | null;
    created_at: Timestamp;
    read_at: Timestamp | null;
  };
  'org.department': {
    id: string;
    area_code: number;
    region_code: string;
    key: string | null;
    name: string;
    short_name: string | null;
    uscc: string | null;
    nature: string | null;
    phone: string | null;
    complaint_phone: string | null;
    address: string | null;
  };
  'org.hall': {
    id: string;
    area_code: number;
    region_code: string;
    department_id: string;
    key: string;
    kind: string;
    name: string;
    address: string | null;
    hours: string | null;
    phone: string | null;
  };
  'org.post': {
    id: string;
    staff_id: string;
    role: string;
    department_id: string;
    region_code: string;
    item_keys: string[] | null;
    valid_from: string;
    valid_to: string | null;
    granted_at: Timestamp;
    ended_at: Timestamp | null;
  };
  'org.region': {
    code: string;
    name: string;
    level: string;
    parent_code: string | null;
    path: string;
    area_code: number;
    sample: Generated<boolean>;
  };
  'org.staff': {
    id: string;
    area_code: number;
    login_name: string;
    display_name: string;
    version: Generated<number>;
    created_at: Timestamp;
    suspended_at: Timestamp | null;
  };
  'org.window': {
    hall_id: string;
    no: string;
    name: string;
    kind: string;
    serves: string[] | null;
  };
  'platform.audit': {
    area_code: number;
    id: string;
    at: Timestamp;
    action: string;
    actor_kind: string;
    actor_id: string | null;
    acting_for_id: string | null;
    subject_id: string | null;
    purpose: string | null;
    detail: Json;
  };
  'platform.clock': {
    only_row: Generated<boolean>;
    shift: Generated<string>;
  };
  'platform.handled': {
    handler: string;
    event_id: string;
    handled_at: Generated<Timestamp>;
  };
  'platform.idempotency': {
    actor: string;
    key: string;
    request: Buffer;
    reply: Json | null;
    created_at: Generated<Timestamp>;
  };
  'platform.setting': {
    key: string;
    area_code: number;
    value: Json;
    valid_from: string;
  };
}
