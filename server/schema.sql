-- Written by `npm run db:gen` from the system catalogue; do not edit.

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
