create schema notices;
comment on schema notices is 'What people are told, in the portal and by text message (消息通知)';

create table notices.notice (
  area_code integer not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  title text not null,
  body text not null,
  subject_id uuid,
  created_at timestamptz not null,
  read_at timestamptz,
  constraint notice_pkey primary key (area_code, id),
  constraint notice_kind_form check (kind ~ '^[a-z][a-zA-Z]+$')
);
create index notice_of_person on notices.notice (person_id, id);
create index notice_unread on notices.notice (person_id) where read_at is null;
comment on table notices.notice is 'What a person reads under “my messages”; subject_id is the case it is about (站内消息)';

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
  created_at timestamptz not null,
  sent_at timestamptz,
  received_at timestamptz,
  constraint message_pkey primary key (area_code, id),
  constraint message_channel check (channel in ('sms')),
  constraint message_state check (state in ('queued', 'sent', 'failed', 'given_up')),
  constraint message_to_account_has_text check ((person_id is null) = (text is null)),
  constraint message_to_number_is_sealed check ((sealed is not null) = (person_id is null and state = 'queued')),
  constraint message_sent_whole check ((state = 'sent') = (sent_at is not null and provider_ref is not null)),
  constraint message_failure_told check (state not in ('failed', 'given_up') or failure is not null),
  constraint message_receipt check (receipt in ('delivered', 'undelivered')),
  constraint message_receipt_whole check ((receipt is null) = (received_at is null)),
  constraint message_attempts_not_negative check (attempts >= 0)
);
create index message_of_person on notices.message (area_code, person_id, id);
create index message_queued on notices.message (area_code, created_at) where state = 'queued';
comment on table notices.message is 'An outgoing text message and what became of it: to an account, whose number is looked up when it is sent, or to a number that may have none, sealed together with its words until they are sent (短信)';

create table notices.emulated_sms (
  ref uuid not null,
  mobile text not null,
  text text not null,
  received_at timestamptz not null,
  constraint emulated_sms_pkey primary key (ref),
  constraint emulated_sms_no_real_number check (mobile ~ '^1000' or mobile ~ '[*]')
);
create index emulated_sms_newest on notices.emulated_sms (received_at desc);
comment on table notices.emulated_sms is 'The text messages of a demonstration; a number that could be somebody''s is masked (短信模拟器)';

create table notices.emulated_fault (
  mobile text not null,
  fault text not null,
  times integer not null,
  constraint emulated_fault_pkey primary key (mobile),
  constraint emulated_fault_kind check (fault in ('refuses', 'fails', 'undelivered')),
  constraint emulated_fault_times check (times >= 0)
);
comment on table notices.emulated_fault is 'How the emulator misbehaves towards a made-up number, and how many times more (短信模拟器故障)';
