-- Written by `npm run db:gen` from the system catalogue; do not edit.

create table calendar.arrangement (
  scope text not null,
  year integer not null,
  version integer not null,
  published_on date not null,
  sources text[] not null,
  loaded_at timestamp with time zone not null,
  constraint arrangement_pkey PRIMARY KEY (scope, year, version),
  constraint arrangement_has_source CHECK ((cardinality(sources) > 0)),
  constraint arrangement_scope_form CHECK ((scope ~ '^[A-Z0-9]{2,12}$'::text)),
  constraint arrangement_version_positive CHECK ((version > 0)),
  constraint arrangement_year_range CHECK (((year >= 1949) AND (year <= 2999)))
);
CREATE INDEX arrangement_by_version ON calendar.arrangement USING btree (scope, version);
comment on table calendar.arrangement is 'The holiday notice of a year, as it entered a version of the calendar of a place (放假安排)';

create table calendar.day (
  scope text not null,
  year integer not null,
  version integer not null,
  day_on date not null,
  kind text not null,
  holiday text not null,
  constraint day_pkey PRIMARY KEY (scope, year, version, day_on),
  constraint day_of_arrangement FOREIGN KEY (scope, year, version) REFERENCES calendar.arrangement(scope, year, version),
  constraint day_kind CHECK ((kind = ANY (ARRAY['off'::text, 'makeup'::text])))
);
comment on table calendar.day is 'A day that a notice sets apart: off, or worked in place of another (节假日与调休上班日)';

create table cases.case (
  area_code integer not null,
  id uuid not null,
  number text,
  version integer not null,
  state text not null,
  close_result text,
  item_version_id uuid not null,
  item_key text not null,
  item_name text not null,
  region_code character(12) not null,
  department_id uuid not null,
  channel text not null,
  applicant_kind text not null,
  applicant_id uuid not null,
  applicant_name text not null,
  agent_id uuid,
  agent_name text,
  mandate_id uuid,
  window_staff_id uuid,
  reviewer_id uuid,
  situation jsonb not null,
  answers bytea not null,
  calendar_version integer not null,
  promised_length integer,
  promised_unit text,
  statutory_length integer,
  statutory_unit text,
  due_on date not null default 'infinity'::date,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  received_at timestamp with time zone,
  accepted_at timestamp with time zone,
  decided_at timestamp with time zone,
  closed_at timestamp with time zone,
  expires_on date
);
comment on table cases.case is 'One application with its state of today; a draft is a case that was not yet submitted (办件)';

create table cases.day_serial (
  area_code integer not null,
  day date not null,
  last integer not null,
  constraint day_serial_pkey PRIMARY KEY (area_code, day),
  constraint day_serial_five_digits CHECK (((last >= 1) AND (last <= 99999)))
);
comment on table cases.day_serial is 'The last case number given in an area on a day (办件流水号)';

create table cases.decision (
  area_code integer not null,
  case_id uuid not null,
  result text not null,
  reason text,
  basis jsonb not null,
  remedies text,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  constraint decision_pkey PRIMARY KEY (area_code, case_id),
  constraint decision_case FOREIGN KEY (area_code, case_id) REFERENCES cases."case"(area_code, id),
  constraint decision_refusal_reasoned CHECK (((result = 'GRANTED'::text) OR ((reason IS NOT NULL) AND (remedies IS NOT NULL)))),
  constraint decision_result CHECK ((result = ANY (ARRAY['GRANTED'::text, 'REFUSED'::text])))
);
comment on table cases.decision is 'The decision on a case with reason, basis and remedies (行政许可决定)';

create table cases.journal (
  area_code integer not null,
  case_id uuid not null,
  version integer not null,
  at timestamp with time zone not null,
  action text not null,
  from_state text,
  to_state text not null,
  part text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  acting_for_id uuid,
  unit_name text,
  note text,
  detail jsonb not null,
  constraint journal_pkey PRIMARY KEY (area_code, case_id, version),
  constraint journal_case FOREIGN KEY (area_code, case_id) REFERENCES cases."case"(area_code, id)
);
comment on table cases.journal is 'Every step of every case, insert-only (办件过程)';

create table cases.submission (
  area_code integer not null,
  id uuid not null,
  case_id uuid not null,
  material_key text not null,
  source text not null,
  trust text not null,
  original_seen boolean not null default false,
  pages integer,
  verified_by uuid,
  verified_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint submission_slot UNIQUE (area_code, case_id, material_key),
  constraint submission_pkey PRIMARY KEY (area_code, id),
  constraint submission_case FOREIGN KEY (area_code, case_id) REFERENCES cases."case"(area_code, id) ON DELETE CASCADE,
  constraint submission_source CHECK ((source = ANY (ARRAY['UPLOAD'::text, 'PAPER'::text]))),
  constraint submission_trust CHECK ((trust = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text])))
);
comment on table cases.submission is 'How a material slot of a case was filled (申请材料)';

create table cases.submission_file (
  area_code integer not null,
  submission_id uuid not null,
  file_id uuid not null,
  added_at timestamp with time zone not null,
  constraint submission_file_pkey PRIMARY KEY (area_code, submission_id, file_id),
  constraint submission_file_submission FOREIGN KEY (area_code, submission_id) REFERENCES cases.submission(area_code, id) ON DELETE CASCADE
);
comment on table cases.submission_file is 'The files of a filled slot (材料文件)';

create table cases.verdict (
  area_code integer not null,
  case_id uuid not null,
  point_key text not null,
  verdict text not null,
  note text,
  judged_by uuid not null,
  judged_by_name text not null,
  judged_at timestamp with time zone not null,
  constraint verdict_pkey PRIMARY KEY (area_code, case_id, point_key),
  constraint verdict_case FOREIGN KEY (area_code, case_id) REFERENCES cases."case"(area_code, id),
  constraint verdict_value CHECK ((verdict = ANY (ARRAY['PASS'::text, 'FAIL'::text, 'NOT_APPLICABLE'::text])))
);
comment on table cases.verdict is 'What an official found for each review point (审查要点结论)';

create table catalogue.item (
  key text not null,
  name text not null,
  created_at timestamp with time zone not null,
  constraint item_pkey PRIMARY KEY (key),
  constraint item_key_form CHECK ((key ~ '^[a-z][a-z0-9-]{1,79}$'::text))
);
comment on table catalogue.item is 'A distinct item, wherever it is in force; its row is the lock under which its versions change (基本目录事项)';

create table catalogue.item_version (
  id uuid not null,
  item_key text not null,
  region_code character(12) not null,
  area_code integer not null,
  department_id uuid,
  version integer not null,
  state text not null,
  revision integer not null,
  definition jsonb not null,
  digest bytea not null,
  name text not null,
  plain_name text,
  department text not null,
  case_type text not null,
  targets text[] not null,
  themes text[] not null,
  life_events text[] not null,
  apply_online boolean not null,
  pinyin text not null,
  card jsonb not null,
  valid_from date,
  valid_to date,
  updated_at timestamp with time zone not null,
  updated_by text not null,
  published_at timestamp with time zone,
  published_by text,
  withdrawn_reason text,
  constraint item_version_number UNIQUE (item_key, region_code, version),
  constraint item_version_pkey PRIMARY KEY (id),
  constraint item_version_department FOREIGN KEY (department_id) REFERENCES org.department(id),
  constraint item_version_item FOREIGN KEY (item_key) REFERENCES catalogue.item(key),
  constraint item_version_region FOREIGN KEY (region_code) REFERENCES org.region(code),
  constraint item_version_published CHECK (((state = 'draft'::text) OR ((department_id IS NOT NULL) AND (valid_from IS NOT NULL) AND (published_at IS NOT NULL) AND (published_by IS NOT NULL)))),
  constraint item_version_state CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text]))),
  constraint item_version_validity CHECK ((valid_to >= valid_from)),
  constraint item_version_withdrawn CHECK (((state = 'withdrawn'::text) = (withdrawn_reason IS NOT NULL)))
);
CREATE INDEX item_version_by_department ON catalogue.item_version USING btree (department_id);
CREATE INDEX item_version_in_region ON catalogue.item_version USING btree (region_code, item_key, state);
CREATE UNIQUE INDEX item_version_one_draft ON catalogue.item_version USING btree (item_key, region_code) WHERE (state = 'draft'::text);
CREATE UNIQUE INDEX item_version_one_open ON catalogue.item_version USING btree (item_key, region_code) WHERE ((state = 'published'::text) AND (valid_to IS NULL));
comment on table catalogue.item_version is 'One version of an item in one region: a document with the days on which it is in force (实施清单事项版本)';

create view catalogue.v_in_force as
SELECT id,
    item_key,
    region_code,
    area_code,
    version,
    name,
    plain_name,
    department,
    case_type,
    targets,
    themes,
    life_events,
    apply_online,
    pinyin,
    card
   FROM catalogue.item_version
  WHERE ((state = 'published'::text) AND (valid_from <= ( SELECT ((platform.legal_now() AT TIME ZONE 'Asia/Shanghai'::text))::date AS timezone)) AND ((valid_to IS NULL) OR (valid_to > ( SELECT ((platform.legal_now() AT TIME ZONE 'Asia/Shanghai'::text))::date AS timezone))));
create table files.allowance (
  account text not null,
  day_on date not null,
  files integer not null,
  bytes bigint not null,
  constraint allowance_pkey PRIMARY KEY (account, day_on),
  constraint allowance_not_negative CHECK (((files >= 0) AND (bytes >= 0)))
);
CREATE INDEX allowance_by_day ON files.allowance USING btree (day_on);
comment on table files.allowance is 'How much an account has uploaded on a day (每日上传额度)';

create table files.file (
  area_code integer not null,
  id uuid not null,
  owner_id uuid not null,
  digest bytea not null,
  size integer not null,
  media_type text not null,
  name text not null,
  pages integer,
  state text not null,
  created_at timestamp with time zone not null,
  created_by_kind text not null,
  created_by_id text not null,
  removed_at timestamp with time zone,
  constraint file_pkey PRIMARY KEY (area_code, id),
  constraint file_created_by_kind CHECK ((created_by_kind = ANY (ARRAY['person'::text, 'staff'::text, 'system'::text]))),
  constraint file_digest_is_sha256 CHECK ((octet_length(digest) = 32)),
  constraint file_has_pages CHECK ((pages > 0)),
  constraint file_media_type CHECK ((media_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'application/pdf'::text]))),
  constraint file_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint file_not_empty CHECK ((size > 0)),
  constraint file_state CHECK ((state = ANY (ARRAY['held'::text, 'clean'::text, 'refused'::text])))
);
CREATE INDEX file_of_owner ON files.file USING btree (area_code, owner_id, digest);
comment on table files.file is 'A file of a draft or a case; its bytes lie sealed in the store under their digest, one row for each time they were handed in (电子文件)';

create table files.key (
  area_code integer not null,
  owner_id uuid not null,
  wrapped_key bytea not null,
  created_at timestamp with time zone not null,
  constraint key_pkey PRIMARY KEY (area_code, owner_id)
);
comment on table files.key is 'The data key of an owner (a draft or a case), wrapped by the master key; when it is deleted the owner''s files cannot be read any more (文件数据密钥)';

create table guidance.phrase (
  item_key text not null,
  ordinal integer not null,
  kind text not null,
  text text not null,
  letters text not null,
  initials text not null,
  pinyin text not null,
  words tsvector not null,
  constraint phrase_pkey PRIMARY KEY (item_key, ordinal),
  constraint phrase_item FOREIGN KEY (item_key) REFERENCES catalogue.item(key),
  constraint phrase_kind CHECK ((kind = ANY (ARRAY['name'::text, 'plain'::text, 'main'::text, 'synonym'::text])))
);
CREATE INDEX phrase_by_words ON guidance.phrase USING gin (words);
comment on table guidance.phrase is 'One way of naming a distinct item, cut into single and double characters and spelt in pinyin (检索词)';

create table guidance.search_miss (
  area_code integer not null,
  day_on date not null,
  words text not null,
  times integer not null,
  constraint search_miss_pkey PRIMARY KEY (area_code, day_on, words),
  constraint search_miss_times CHECK ((times > 0))
);
comment on table guidance.search_miss is 'What was searched for and not found, by day; words with digits in them are not kept (搜索未命中)';

create table guidance.synonym (
  word text not null,
  version integer not null,
  shown text not null,
  means text[] not null,
  initials text not null,
  pinyin text not null,
  updated_at timestamp with time zone not null,
  updated_by text not null,
  ended_at timestamp with time zone,
  constraint synonym_pkey PRIMARY KEY (word),
  constraint synonym_means_something CHECK (((cardinality(means) >= 1) AND (cardinality(means) <= 10))),
  constraint synonym_word_form CHECK (((word <> ''::text) AND (length(word) <= 40)))
);
comment on table guidance.synonym is 'A word people use and the official words it stands for, kept by item administrators (同义词)';

create table identity.attempt (
  kind text not null,
  subject bytea not null,
  since timestamp with time zone not null,
  count integer not null,
  constraint attempt_pkey PRIMARY KEY (kind, subject),
  constraint attempt_count_positive CHECK ((count > 0))
);
CREATE INDEX attempt_by_age ON identity.attempt USING btree (since);
comment on table identity.attempt is 'How often somebody has lately done what may be done only so often (次数限制)';

create table identity.firm (
  id uuid not null,
  uscc text not null,
  name text not null,
  legal_representative_name text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint firm_uscc_once UNIQUE (uscc),
  constraint firm_pkey PRIMARY KEY (id)
);
comment on table identity.firm is 'A legal person or other organisation; it acts through its legal representative and agents (法人和其他组织)';

create table identity.mandate (
  id uuid not null,
  kind text not null,
  principal_firm_id uuid,
  principal_person_id uuid,
  agent_id uuid not null,
  item_keys text[],
  valid_from date not null,
  valid_to date,
  granted_by uuid not null,
  granted_at timestamp with time zone not null,
  revoked_by uuid,
  revoked_at timestamp with time zone,
  constraint mandate_pkey PRIMARY KEY (id),
  constraint mandate_agent FOREIGN KEY (agent_id) REFERENCES identity.person(id),
  constraint mandate_granted_by FOREIGN KEY (granted_by) REFERENCES identity.person(id),
  constraint mandate_principal_firm FOREIGN KEY (principal_firm_id) REFERENCES identity.firm(id),
  constraint mandate_principal_person FOREIGN KEY (principal_person_id) REFERENCES identity.person(id),
  constraint mandate_revoked_by FOREIGN KEY (revoked_by) REFERENCES identity.person(id),
  constraint mandate_days_in_order CHECK ((valid_to >= valid_from)),
  constraint mandate_granted_ends CHECK (((kind = 'statutory'::text) = (valid_to IS NULL))),
  constraint mandate_kind CHECK ((kind = ANY (ARRAY['statutory'::text, 'granted'::text]))),
  constraint mandate_names_items CHECK ((cardinality(item_keys) > 0)),
  constraint mandate_not_to_oneself CHECK ((principal_person_id <> agent_id)),
  constraint mandate_one_principal CHECK ((num_nonnulls(principal_firm_id, principal_person_id) = 1)),
  constraint mandate_revoked_whole CHECK (((revoked_by IS NULL) = (revoked_at IS NULL))),
  constraint mandate_statutory_of_firm CHECK (((kind = 'granted'::text) OR (principal_firm_id IS NOT NULL)))
);
CREATE INDEX mandate_by_agent ON identity.mandate USING btree (agent_id, id);
CREATE INDEX mandate_by_firm ON identity.mandate USING btree (principal_firm_id, id);
CREATE INDEX mandate_by_granter ON identity.mandate USING btree (granted_by);
CREATE INDEX mandate_by_person ON identity.mandate USING btree (principal_person_id, id);
CREATE INDEX mandate_by_revoker ON identity.mandate USING btree (revoked_by);
CREATE UNIQUE INDEX mandate_one_legal_representative ON identity.mandate USING btree (principal_firm_id) WHERE ((kind = 'statutory'::text) AND (revoked_at IS NULL));
comment on table identity.mandate is 'Who may act for whom: the legal representative by law, others from day to day inclusive for some items or all; granted once, revoked at most once, never changed, so the rows are their own history (授权委托)';

create table identity.person (
  id uuid not null,
  name text,
  id_doc_type text,
  id_number_sealed bytea,
  id_number_index bytea,
  mobile_sealed bytea,
  mobile_index bytea,
  real_name_level text not null default 'L1'::text,
  registered_by text not null,
  password_hash text,
  elder_mode boolean not null default false,
  language text not null default 'zh'::text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint person_id_number_once UNIQUE (id_number_index),
  constraint person_mobile_once UNIQUE (mobile_index),
  constraint person_pkey PRIMARY KEY (id),
  constraint person_id_number_whole CHECK ((((id_number_sealed IS NULL) = (id_number_index IS NULL)) AND ((id_doc_type IS NULL) = (id_number_index IS NULL)))),
  constraint person_language CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint person_mobile_whole CHECK (((mobile_sealed IS NULL) = (mobile_index IS NULL))),
  constraint person_named_when_checked CHECK (((real_name_level = 'L1'::text) OR ((name IS NOT NULL) AND (id_number_index IS NOT NULL)))),
  constraint person_real_name_level CHECK ((real_name_level = ANY (ARRAY['L1'::text, 'L2'::text, 'L3'::text, 'L4'::text]))),
  constraint person_registered_by CHECK ((registered_by = ANY (ARRAY['self'::text, 'window'::text, 'import'::text])))
);
comment on table identity.person is 'The account of a natural person; numbers are sealed and found by their blind index (自然人)';

create table identity.session (
  id uuid not null,
  token_digest bytea not null,
  person_id uuid,
  staff_id uuid,
  mandate_id uuid,
  idle_seconds integer not null,
  created_at timestamp with time zone not null,
  proved_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by text,
  constraint session_token_once UNIQUE (token_digest),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_mandate FOREIGN KEY (mandate_id) REFERENCES identity.mandate(id),
  constraint session_person FOREIGN KEY (person_id) REFERENCES identity.person(id),
  constraint session_staff FOREIGN KEY (staff_id) REFERENCES org.staff(id),
  constraint session_ended_by CHECK ((ended_by = ANY (ARRAY['sign-out'::text, 'newer'::text, 'credential'::text, 'suspension'::text]))),
  constraint session_ended_whole CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint session_mandate_of_person CHECK (((mandate_id IS NULL) OR (person_id IS NOT NULL))),
  constraint session_one_subject CHECK ((num_nonnulls(person_id, staff_id) = 1)),
  constraint session_token_is_digest CHECK ((octet_length(token_digest) = 32))
);
CREATE INDEX session_by_mandate ON identity.session USING btree (mandate_id);
CREATE INDEX session_by_person ON identity.session USING btree (person_id, created_at);
CREATE INDEX session_by_staff ON identity.session USING btree (staff_id);
CREATE UNIQUE INDEX session_one_of_staff ON identity.session USING btree (staff_id) WHERE (ended_at IS NULL);
comment on table identity.session is 'Somebody recognised on one device; of the token only the digest is kept (会话)';

create table identity.sign_in_code (
  mobile_index bytea not null,
  purpose text not null,
  id uuid not null,
  digest bytea not null,
  message_sealed bytea,
  tries integer not null default 0,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint sign_in_code_id_once UNIQUE (id),
  constraint sign_in_code_pkey PRIMARY KEY (mobile_index, purpose),
  constraint sign_in_code_purpose CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'proof'::text, 'new-mobile'::text]))),
  constraint sign_in_code_tries CHECK (((tries >= 0) AND (tries <= 5)))
);
comment on table identity.sign_in_code is 'The newest code sent to a number for a purpose; sealed until it is handed to the sender, once (短信验证码)';

create table identity.staff_credential (
  staff_id uuid not null,
  password_hash text not null,
  temporary boolean not null,
  second_factor_sealed bytea,
  last_step bigint not null default 0,
  changed_at timestamp with time zone not null,
  constraint staff_credential_pkey PRIMARY KEY (staff_id),
  constraint staff_credential_staff FOREIGN KEY (staff_id) REFERENCES org.staff(id)
);
comment on table identity.staff_credential is 'How an official is recognised: a password and a second factor, each of whose steps serves once (工作人员登录凭据)';

create table notices.emulated_fault (
  mobile text not null,
  fault text not null,
  times integer not null,
  constraint emulated_fault_pkey PRIMARY KEY (mobile),
  constraint emulated_fault_kind CHECK ((fault = ANY (ARRAY['refuses'::text, 'fails'::text, 'delays'::text, 'undelivered'::text]))),
  constraint emulated_fault_times CHECK ((times >= 0))
);
comment on table notices.emulated_fault is 'How the emulator misbehaves towards a made-up number, and how many times more (短信模拟器故障)';

create table notices.emulated_sms (
  ref uuid not null,
  mobile text not null,
  text text not null,
  received_at timestamp with time zone not null,
  constraint emulated_sms_pkey PRIMARY KEY (ref),
  constraint emulated_sms_no_real_number CHECK (((mobile ~ '^1000'::text) OR (mobile ~ '[*]'::text)))
);
CREATE INDEX emulated_sms_newest ON notices.emulated_sms USING btree (received_at DESC);
comment on table notices.emulated_sms is 'The text messages of a demonstration; a number that could be somebody''s is masked (短信模拟器)';

create table notices.message (
  area_code integer not null,
  id uuid not null,
  person_id uuid,
  kind text not null,
  channel text not null,
  text text,
  sealed bytea,
  state text not null,
  attempts integer not null default 0,
  failure text,
  provider_ref text,
  receipt text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  received_at timestamp with time zone,
  constraint message_pkey PRIMARY KEY (area_code, id),
  constraint message_attempts_not_negative CHECK ((attempts >= 0)),
  constraint message_channel CHECK ((channel = 'sms'::text)),
  constraint message_failure_told CHECK (((state <> ALL (ARRAY['failed'::text, 'given_up'::text])) OR (failure IS NOT NULL))),
  constraint message_receipt CHECK ((receipt = ANY (ARRAY['delivered'::text, 'undelivered'::text]))),
  constraint message_receipt_whole CHECK (((receipt IS NULL) = (received_at IS NULL))),
  constraint message_sent_whole CHECK (((state = 'sent'::text) = ((sent_at IS NOT NULL) AND (provider_ref IS NOT NULL)))),
  constraint message_state CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'given_up'::text]))),
  constraint message_to_account_has_text CHECK (((person_id IS NULL) = (text IS NULL))),
  constraint message_to_number_is_sealed CHECK (((sealed IS NOT NULL) = ((person_id IS NULL) AND (state = 'queued'::text))))
);
CREATE INDEX message_of_person ON notices.message USING btree (area_code, person_id, id);
CREATE INDEX message_queued ON notices.message USING btree (area_code, created_at) WHERE (state = 'queued'::text);
comment on table notices.message is 'An outgoing text message and what became of it: to an account, whose number is looked up when it is sent, or to a number that may have none, sealed together with its words until they are sent (短信)';

create table notices.notice (
  area_code integer not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  title text not null,
  body text not null,
  subject_id uuid,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (area_code, id),
  constraint notice_kind_form CHECK ((kind ~ '^[a-z][a-zA-Z]+$'::text))
);
CREATE INDEX notice_of_person ON notices.notice USING btree (person_id, id);
CREATE INDEX notice_unread ON notices.notice USING btree (person_id) WHERE (read_at IS NULL);
comment on table notices.notice is 'What a person reads under “my messages”; subject_id is the case it is about (站内消息)';

create table org.department (
  id uuid not null,
  area_code integer not null,
  region_code character(12) not null,
  key text,
  name text not null,
  short_name text,
  uscc text,
  nature text,
  phone text,
  complaint_phone text,
  address text,
  constraint department_key_once UNIQUE (area_code, key),
  constraint department_name_once UNIQUE (area_code, name),
  constraint department_pkey PRIMARY KEY (id),
  constraint department_region FOREIGN KEY (region_code) REFERENCES org.region(code),
  constraint department_nature CHECK ((nature = ANY (ARRAY['1'::text, '2'::text, '3'::text, '9'::text])))
);
CREATE INDEX department_by_region ON org.department USING btree (region_code);
comment on table org.department is 'A body that exercises items in its area; facts not yet known stay empty (实施主体、部门)';

create table org.hall (
  id uuid not null,
  area_code integer not null,
  region_code character(12) not null,
  department_id uuid not null,
  key text not null,
  kind text not null,
  name text not null,
  address text,
  hours text,
  phone text,
  constraint hall_key_once UNIQUE (area_code, key),
  constraint hall_pkey PRIMARY KEY (id),
  constraint hall_department FOREIGN KEY (department_id) REFERENCES org.department(id),
  constraint hall_region FOREIGN KEY (region_code) REFERENCES org.region(code),
  constraint hall_kind CHECK ((kind = ANY (ARRAY['cityHall'::text, 'districtHall'::text, 'streetCentre'::text, 'communityStation'::text])))
);
CREATE INDEX hall_by_department ON org.hall USING btree (department_id);
CREATE INDEX hall_by_region ON org.hall USING btree (region_code, key);
comment on table org.hall is 'A place where people are served in person, from the city hall to the community station (政务服务大厅、便民服务中心、便民服务站)';

create table org.post (
  id uuid not null,
  staff_id uuid not null,
  role text not null,
  department_id uuid not null,
  region_code character(12) not null,
  item_keys text[],
  valid_from date not null,
  valid_to date,
  granted_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint post_pkey PRIMARY KEY (id),
  constraint post_department FOREIGN KEY (department_id) REFERENCES org.department(id),
  constraint post_region FOREIGN KEY (region_code) REFERENCES org.region(code),
  constraint post_staff FOREIGN KEY (staff_id) REFERENCES org.staff(id),
  constraint post_days_in_order CHECK ((valid_to >= valid_from)),
  constraint post_names_items CHECK ((cardinality(item_keys) > 0)),
  constraint post_role CHECK ((role = ANY (ARRAY['acceptanceOfficer'::text, 'reviewer'::text, 'decisionMaker'::text, 'issuingClerk'::text, 'supervisor'::text, 'itemAdministrator'::text, 'systemAdministrator'::text, 'securityAdministrator'::text, 'auditAdministrator'::text])))
);
CREATE INDEX post_by_department ON org.post USING btree (department_id);
CREATE INDEX post_by_region ON org.post USING btree (region_code);
CREATE INDEX post_by_staff ON org.post USING btree (staff_id, ended_at);
comment on table org.post is 'What one official may do: a role, for a department, in a region and all beneath it, for some items or all, from day to day inclusive (岗位)';

create table org.region (
  code character(12) not null,
  name text not null,
  level text not null,
  parent_code character(12),
  path text not null,
  area_code integer not null,
  sample boolean not null default false,
  constraint region_pkey PRIMARY KEY (code),
  constraint region_parent FOREIGN KEY (parent_code) REFERENCES org.region(code),
  constraint region_area_of_code CHECK ((area_code = ("left"((code)::text, 6))::integer)),
  constraint region_code_form CHECK ((code ~ '^[0-9]{12}$'::text)),
  constraint region_level CHECK ((level = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '5'::text, '6'::text]))),
  constraint region_path_ends_with_code CHECK (((path = (code)::text) OR (path ~~ ('%/'::text || (code)::text))))
);
CREATE INDEX region_by_parent ON org.region USING btree (parent_code, code);
comment on table org.region is 'A region from the nation down to the community, with the codes from the top as its path (行政区划)';

create table org.staff (
  id uuid not null,
  area_code integer not null,
  login_name text not null,
  display_name text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  suspended_at timestamp with time zone,
  constraint staff_login_name_once UNIQUE (login_name),
  constraint staff_pkey PRIMARY KEY (id),
  constraint staff_login_name_form CHECK ((login_name ~ '^[a-z][a-z0-9.-]{2,39}$'::text))
);
CREATE INDEX staff_by_area ON org.staff USING btree (area_code, login_name);
comment on table org.staff is 'The account of one official, never shared; it has no rights but those of its posts (工作人员)';

create table org.window (
  hall_id uuid not null,
  no text not null,
  name text not null,
  kind text not null,
  serves text[]
);
comment on table org.window is 'A window of a hall; a specialist or joint one serves the departments it names (窗口)';

create table platform.audit (
  area_code integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  action text not null,
  actor_kind text not null,
  actor_id text,
  acting_for_id text,
  subject_id text,
  purpose text,
  detail jsonb not null,
  constraint audit_pkey PRIMARY KEY (area_code, id),
  constraint audit_action_form CHECK ((action ~ '^[a-z][a-zA-Z-]*\.[a-z][a-zA-Z]*$'::text)),
  constraint audit_actor_kind CHECK ((actor_kind = ANY (ARRAY['anonymous'::text, 'person'::text, 'staff'::text, 'system'::text])))
);
CREATE INDEX audit_by_actor ON platform.audit USING btree (area_code, actor_id, at);
CREATE INDEX audit_by_subject ON platform.audit USING btree (subject_id, id);
comment on table platform.audit is 'Logins, reads of personal data, unmasking, exports, rights: insert-only (安全审计日志)';

create table platform.clock (
  only_row boolean not null default true,
  shift interval not null default '00:00:00'::interval,
  constraint clock_pkey PRIMARY KEY (only_row),
  constraint clock_one_row CHECK (only_row)
);
comment on table platform.clock is 'How far legal time is from the database''s own; zero and locked in production (法定时间)';

create table platform.handled (
  handler text not null,
  event_id uuid not null,
  handled_at timestamp with time zone not null default now(),
  constraint handled_pkey PRIMARY KEY (handler, event_id)
);
CREATE INDEX handled_by_age ON platform.handled USING btree (handled_at);
comment on table platform.handled is 'Which listener has handled which event, so that a retry does nothing twice (事件处理记录)';

create table platform.idempotency (
  actor text not null,
  key text not null,
  request bytea not null,
  reply jsonb,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_pkey PRIMARY KEY (actor, key),
  constraint idempotency_key_length CHECK (((length(key) >= 8) AND (length(key) <= 100)))
);
CREATE INDEX idempotency_by_age ON platform.idempotency USING btree (created_at);
comment on table platform.idempotency is 'The first reply to each keyed request, kept a day (幂等键)';

create table platform.setting (
  key text not null,
  area_code integer not null,
  value jsonb not null,
  valid_from date not null,
  constraint setting_pkey PRIMARY KEY (area_code, key, valid_from)
);
comment on table platform.setting is 'Rules that a city may change at run time, area 0 for everywhere (运行参数)';

CREATE OR REPLACE FUNCTION platform.add_job(task text, payload json, queue text DEFAULT NULL::text, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, job_key text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(task, payload, queue_name => queue, run_at => run_at, job_key => job_key);
end
$function$;

CREATE OR REPLACE FUNCTION platform.legal_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$select now() + shift from platform.clock$function$;
