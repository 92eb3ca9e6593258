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
  constraint item_version_item FOREIGN KEY (item_key) REFERENCES catalogue.item(key),
  constraint item_version_published CHECK (((state = 'draft'::text) OR ((valid_from IS NOT NULL) AND (published_at IS NOT NULL) AND (published_by IS NOT NULL)))),
  constraint item_version_region_form CHECK ((region_code ~ '^[0-9]{12}$'::text)),
  constraint item_version_state CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text]))),
  constraint item_version_validity CHECK ((valid_to >= valid_from)),
  constraint item_version_withdrawn CHECK (((state = 'withdrawn'::text) = (withdrawn_reason IS NOT NULL)))
);
CREATE INDEX item_version_in_region ON catalogue.item_version USING btree (region_code, item_key) WHERE (state = 'published'::text);
CREATE UNIQUE INDEX item_version_one_draft ON catalogue.item_version USING btree (item_key, region_code) WHERE (state = 'draft'::text);
CREATE UNIQUE INDEX item_version_one_open ON catalogue.item_version USING btree (item_key, region_code) WHERE ((state = 'published'::text) AND (valid_to IS NULL));
comment on table catalogue.item_version is 'One version of an item in one region: a document with the days on which it is in force (实施清单事项版本)';

create view catalogue.v_in_force as
SELECT item_version.id,
    item_version.item_key,
    item_version.region_code,
    item_version.area_code,
    item_version.version,
    item_version.name,
    item_version.plain_name,
    item_version.department,
    item_version.case_type,
    item_version.targets,
    item_version.themes,
    item_version.life_events,
    item_version.apply_online,
    item_version.pinyin,
    item_version.card
   FROM catalogue.item_version,
    ( SELECT ((platform.legal_now() AT TIME ZONE 'Asia/Shanghai'::text))::date AS today) legal
  WHERE ((item_version.state = 'published'::text) AND (item_version.valid_from <= legal.today) AND ((item_version.valid_to IS NULL) OR (item_version.valid_to > legal.today)));
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
CREATE INDEX audit_by_subject ON platform.audit USING btree (area_code, subject_id, at);
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
