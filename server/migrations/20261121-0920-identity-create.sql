create schema identity;
comment on schema identity is 'People, firms, who acts for whom, and how each is recognised (统一身份认证)';

create table identity.person (
  id uuid not null,
  name text,
  id_doc_type text,
  id_number_sealed bytea,
  id_number_index bytea,
  mobile_sealed bytea,
  mobile_index bytea,
  real_name_level text not null default 'L1',
  registered_by text not null,
  password_hash text,
  elder_mode boolean not null default false,
  language text not null default 'zh',
  version integer not null default 1,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint person_pkey primary key (id),
  constraint person_id_number_once unique (id_number_index),
  constraint person_mobile_once unique (mobile_index),
  constraint person_real_name_level check (real_name_level in ('L1', 'L2', 'L3', 'L4')),
  constraint person_named_when_checked check (real_name_level = 'L1' or (name is not null and id_number_index is not null)),
  constraint person_id_number_whole check ((id_number_sealed is null) = (id_number_index is null) and (id_doc_type is null) = (id_number_index is null)),
  constraint person_mobile_whole check ((mobile_sealed is null) = (mobile_index is null)),
  constraint person_registered_by check (registered_by in ('self', 'window', 'import')),
  constraint person_language check (language in ('zh', 'en'))
);
comment on table identity.person is 'The account of a natural person; numbers are sealed and found by their blind index (自然人)';

create table identity.firm (
  id uuid not null,
  uscc text not null,
  name text not null,
  legal_representative_name text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint firm_pkey primary key (id),
  constraint firm_uscc_once unique (uscc)
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
  granted_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  constraint mandate_pkey primary key (id),
  constraint mandate_principal_firm foreign key (principal_firm_id) references identity.firm (id),
  constraint mandate_principal_person foreign key (principal_person_id) references identity.person (id),
  constraint mandate_agent foreign key (agent_id) references identity.person (id),
  constraint mandate_granted_by foreign key (granted_by) references identity.person (id),
  constraint mandate_revoked_by foreign key (revoked_by) references identity.person (id),
  constraint mandate_kind check (kind in ('statutory', 'granted')),
  constraint mandate_one_principal check (num_nonnulls(principal_firm_id, principal_person_id) = 1),
  constraint mandate_statutory_of_firm check (kind = 'granted' or principal_firm_id is not null),
  constraint mandate_granted_ends check ((kind = 'statutory') = (valid_to is null)),
  constraint mandate_days_in_order check (valid_to >= valid_from),
  constraint mandate_not_to_oneself check (principal_person_id <> agent_id),
  constraint mandate_names_items check (cardinality(item_keys) > 0),
  constraint mandate_revoked_whole check ((revoked_by is null) = (revoked_at is null))
);
create unique index mandate_one_legal_representative on identity.mandate (principal_firm_id) where kind = 'statutory' and revoked_at is null;
create index mandate_by_firm on identity.mandate (principal_firm_id, id);
create index mandate_by_person on identity.mandate (principal_person_id, id);
create index mandate_by_agent on identity.mandate (agent_id, id);
create index mandate_by_granter on identity.mandate (granted_by);
create index mandate_by_revoker on identity.mandate (revoked_by);
comment on table identity.mandate is 'Who may act for whom: the legal representative by law, others from day to day inclusive for some items or all; granted once, revoked at most once, never changed, so the rows are their own history (授权委托)';

create table identity.staff_credential (
  staff_id uuid not null,
  password_hash text not null,
  temporary boolean not null,
  second_factor_sealed bytea,
  last_step bigint not null default 0,
  changed_at timestamptz not null,
  constraint staff_credential_pkey primary key (staff_id),
  constraint staff_credential_staff foreign key (staff_id) references org.staff (id)
);
comment on table identity.staff_credential is 'How an official is recognised: a password and a second factor, each of whose steps serves once (工作人员登录凭据)';

create table identity.session (
  id uuid not null,
  token_digest bytea not null,
  person_id uuid,
  staff_id uuid,
  mandate_id uuid,
  idle_seconds integer not null,
  created_at timestamptz not null,
  proved_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  constraint session_pkey primary key (id),
  constraint session_token_once unique (token_digest),
  constraint session_person foreign key (person_id) references identity.person (id),
  constraint session_staff foreign key (staff_id) references org.staff (id),
  constraint session_mandate foreign key (mandate_id) references identity.mandate (id),
  constraint session_one_subject check (num_nonnulls(person_id, staff_id) = 1),
  constraint session_mandate_of_person check (mandate_id is null or person_id is not null),
  constraint session_token_is_digest check (octet_length(token_digest) = 32),
  constraint session_ended_whole check ((ended_at is null) = (ended_by is null)),
  constraint session_ended_by check (ended_by in ('sign-out', 'newer', 'credential', 'suspension'))
);
create unique index session_one_of_staff on identity.session (staff_id) where ended_at is null;
create index session_by_staff on identity.session (staff_id);
create index session_by_person on identity.session (person_id, created_at);
create index session_by_mandate on identity.session (mandate_id);
comment on table identity.session is 'Somebody recognised on one device; of the token only the digest is kept (会话)';

create table identity.sign_in_code (
  mobile_index bytea not null,
  purpose text not null,
  id uuid not null,
  digest bytea not null,
  message_sealed bytea,
  tries integer not null default 0,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint sign_in_code_pkey primary key (mobile_index, purpose),
  constraint sign_in_code_id_once unique (id),
  constraint sign_in_code_purpose check (purpose in ('sign-in', 'proof', 'new-mobile')),
  constraint sign_in_code_tries check (tries between 0 and 5)
);
comment on table identity.sign_in_code is 'The newest code sent to a number for a purpose; sealed until it is handed to the sender, once (短信验证码)';

create table identity.attempt (
  kind text not null,
  subject bytea not null,
  since timestamptz not null,
  count integer not null,
  constraint attempt_pkey primary key (kind, subject),
  constraint attempt_count_positive check (count > 0)
);
create index attempt_by_age on identity.attempt (since);
comment on table identity.attempt is 'How often somebody has lately done what may be done only so often (次数限制)';
