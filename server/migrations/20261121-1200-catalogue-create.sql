create schema catalogue;
comment on schema catalogue is 'Service items as versioned documents (政务服务事项目录)';

create table catalogue.item (
  key text not null,
  name text not null,
  created_at timestamptz not null,
  constraint item_pkey primary key (key),
  constraint item_key_form check (key ~ '^[a-z][a-z0-9-]{1,79}$')
);
comment on table catalogue.item is 'A distinct item, wherever it is in force; its row is the lock under which its versions change (基本目录事项)';

create table catalogue.item_version (
  id uuid not null,
  item_key text not null,
  region_code char(12) not null,
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
  updated_at timestamptz not null,
  updated_by text not null,
  published_at timestamptz,
  published_by text,
  withdrawn_reason text,
  constraint item_version_pkey primary key (id),
  constraint item_version_item foreign key (item_key) references catalogue.item (key),
  constraint item_version_region foreign key (region_code) references org.region (code),
  constraint item_version_department foreign key (department_id) references org.department (id),
  constraint item_version_number unique (item_key, region_code, version),
  constraint item_version_state check (state in ('draft', 'published', 'withdrawn')),
  constraint item_version_published check (state = 'draft' or (department_id is not null and valid_from is not null and published_at is not null and published_by is not null)),
  constraint item_version_validity check (valid_to >= valid_from),
  constraint item_version_withdrawn check ((state = 'withdrawn') = (withdrawn_reason is not null))
);
create unique index item_version_one_draft on catalogue.item_version (item_key, region_code) where state = 'draft';
create unique index item_version_one_open on catalogue.item_version (item_key, region_code) where state = 'published' and valid_to is null;
create index item_version_in_region on catalogue.item_version (region_code, item_key, state);
create index item_version_by_department on catalogue.item_version (department_id);
comment on table catalogue.item_version is 'One version of an item in one region: a document with the days on which it is in force (实施清单事项版本)';

create view catalogue.v_in_force as
  select id, item_key, region_code, area_code, version, name, plain_name, department, case_type, targets, themes, life_events, apply_online, pinyin, card
    from catalogue.item_version
   where state = 'published'
     and valid_from <= (select (platform.legal_now() at time zone 'Asia/Shanghai')::date)
     and (valid_to is null or valid_to > (select (platform.legal_now() at time zone 'Asia/Shanghai')::date));
