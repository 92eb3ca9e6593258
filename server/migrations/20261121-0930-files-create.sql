create schema files;
comment on schema files is 'What people hand in as files, sealed per owner (电子材料)';

create table files.key (
  area_code integer not null,
  owner_id uuid not null,
  wrapped_key bytea not null,
  created_at timestamptz not null,
  constraint key_pkey primary key (area_code, owner_id)
);
comment on table files.key is 'The data key of an owner (a draft or a case), wrapped by the master key; when it is deleted the owner''s files cannot be read any more (文件数据密钥)';

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
  created_at timestamptz not null,
  created_by_kind text not null,
  created_by_id text not null,
  removed_at timestamptz,
  constraint file_pkey primary key (area_code, id),
  constraint file_digest_is_sha256 check (octet_length(digest) = 32),
  constraint file_not_empty check (size > 0),
  constraint file_has_pages check (pages > 0),
  constraint file_media_type check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
  constraint file_name_length check (length(name) between 1 and 120),
  constraint file_state check (state in ('held', 'clean', 'refused')),
  constraint file_created_by_kind check (created_by_kind in ('person', 'staff', 'system'))
);
create index file_of_owner on files.file (area_code, owner_id, digest);
comment on table files.file is 'A file of a draft or a case; its bytes lie sealed in the store under their digest, one row for each time they were handed in (电子文件)';

create table files.allowance (
  account text not null,
  day_on date not null,
  files integer not null,
  bytes bigint not null,
  constraint allowance_pkey primary key (account, day_on),
  constraint allowance_not_negative check (files >= 0 and bytes >= 0)
);
create index allowance_by_day on files.allowance (day_on);
comment on table files.allowance is 'How much an account has uploaded on a day (每日上传额度)';
