create schema platform;
comment on schema platform is 'What every module stands on: time, settings, audit, idempotency, events (平台公共)';

create table platform.clock (
  only_row boolean not null default true,
  shift interval not null default interval '0',
  constraint clock_pkey primary key (only_row),
  constraint clock_one_row check (only_row)
);
comment on table platform.clock is 'How far legal time is from the database''s own; zero and locked in production (法定时间)';
insert into platform.clock default values;

create function platform.legal_now() returns timestamptz language sql stable
  as 'select now() + shift from platform.clock';
comment on function platform.legal_now() is 'The only legal time; one value throughout a transaction';

create table platform.setting (
  key text not null,
  area_code integer not null,
  value jsonb not null,
  valid_from date not null,
  constraint setting_pkey primary key (area_code, key, valid_from)
);
comment on table platform.setting is 'Rules that a city may change at run time, area 0 for everywhere (运行参数)';

create table platform.audit (
  area_code integer not null,
  id uuid not null,
  at timestamptz not null,
  action text not null,
  actor_kind text not null,
  actor_id text,
  acting_for_id text,
  subject_id text,
  purpose text,
  detail jsonb not null,
  constraint audit_pkey primary key (area_code, id),
  constraint audit_actor_kind check (actor_kind in ('anonymous', 'person', 'staff', 'system')),
  constraint audit_action_form check (action ~ '^[a-z][a-zA-Z-]*\.[a-z][a-zA-Z]*$')
);
create index audit_by_subject on platform.audit (area_code, subject_id, at);
create index audit_by_actor on platform.audit (area_code, actor_id, at);
comment on table platform.audit is 'Logins, reads of personal data, unmasking, exports, rights: insert-only (安全审计日志)';

create table platform.idempotency (
  actor text not null,
  key text not null,
  request bytea not null,
  reply jsonb,
  created_at timestamptz not null default now(),
  constraint idempotency_pkey primary key (actor, key),
  constraint idempotency_key_length check (length(key) between 8 and 100)
);
create index idempotency_by_age on platform.idempotency (created_at);
comment on table platform.idempotency is 'The first reply to each keyed request, kept a day (幂等键)';

create table platform.handled (
  handler text not null,
  event_id uuid not null,
  handled_at timestamptz not null default now(),
  constraint handled_pkey primary key (handler, event_id)
);
create index handled_by_age on platform.handled (handled_at);
comment on table platform.handled is 'Which listener has handled which event, so that a retry does nothing twice (事件处理记录)';

create function platform.add_job(task text, payload json, queue text default null, run_at timestamptz default null, job_key text default null)
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform graphile_worker.add_job(task, payload, queue_name => queue, run_at => run_at, job_key => job_key);
end
$$;
comment on function platform.add_job is 'Puts a job into the queue in the caller''s transaction; the queue itself belongs to the owner';
