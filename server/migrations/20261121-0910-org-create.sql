create schema org;
comment on schema org is 'Regions, departments, halls and windows, and the people who work there with their posts (机构与岗位)';

create table org.region (
  code char(12) not null,
  name text not null,
  level text not null,
  parent_code char(12),
  path text not null,
  area_code integer not null,
  sample boolean not null default false,
  constraint region_pkey primary key (code),
  constraint region_parent foreign key (parent_code) references org.region (code),
  constraint region_code_form check (code ~ '^[0-9]{12}$'),
  constraint region_level check (level in ('1', '2', '3', '4', '5', '6')),
  constraint region_path_ends_with_code check (path = code or path like '%/' || code),
  constraint region_area_of_code check (area_code = left(code, 6)::integer)
);
create index region_by_parent on org.region (parent_code, code);
comment on table org.region is 'A region from the nation down to the community, with the codes from the top as its path (行政区划)';

create table org.department (
  id uuid not null,
  area_code integer not null,
  region_code char(12) not null,
  key text,
  name text not null,
  short_name text,
  uscc text,
  nature text,
  phone text,
  complaint_phone text,
  address text,
  constraint department_pkey primary key (id),
  constraint department_region foreign key (region_code) references org.region (code),
  constraint department_key_once unique (area_code, key),
  constraint department_name_once unique (area_code, name),
  constraint department_nature check (nature in ('1', '2', '3', '9'))
);
create index department_by_region on org.department (region_code);
comment on table org.department is 'A body that exercises items in its area; facts not yet known stay empty (实施主体、部门)';

create table org.hall (
  id uuid not null,
  area_code integer not null,
  region_code char(12) not null,
  department_id uuid not null,
  key text not null,
  kind text not null,
  name text not null,
  address text,
  hours text,
  phone text,
  constraint hall_pkey primary key (id),
  constraint hall_region foreign key (region_code) references org.region (code),
  constraint hall_department foreign key (department_id) references org.department (id),
  constraint hall_key_once unique (area_code, key),
  constraint hall_kind check (kind in ('cityHall', 'districtHall', 'streetCentre', 'communityStation'))
);
create index hall_by_region on org.hall (region_code, key);
create index hall_by_department on org.hall (department_id);
comment on table org.hall is 'A place where people are served in person, from the city hall to the community station (政务服务大厅、便民服务中心、便民服务站)';

create table org.window (
  hall_id uuid not null,
  no text not null,
  name text not null,
  kind text not null,
  serves text[],
  constraint window_pkey primary key (hall_id, no),
  constraint window_hall foreign key (hall_id) references org.hall (id),
  constraint window_kind check (kind in ('integrated', 'specialist', 'joint', 'crossRegion', 'green', 'issuing', 'unresolved'))
);
comment on table org.window is 'A window of a hall; a specialist or joint one serves the departments it names (窗口)';

create table org.staff (
  id uuid not null,
  area_code integer not null,
  login_name text not null,
  display_name text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  suspended_at timestamptz,
  constraint staff_pkey primary key (id),
  constraint staff_login_name_once unique (login_name),
  constraint staff_login_name_form check (login_name ~ '^[a-z][a-z0-9.-]{2,39}$')
);
create index staff_by_area on org.staff (area_code, login_name);
comment on table org.staff is 'The account of one official, never shared; it has no rights but those of its posts (工作人员)';

create table org.post (
  id uuid not null,
  staff_id uuid not null,
  role text not null,
  department_id uuid not null,
  region_code char(12) not null,
  item_keys text[],
  valid_from date not null,
  valid_to date,
  granted_at timestamptz not null,
  ended_at timestamptz,
  constraint post_pkey primary key (id),
  constraint post_staff foreign key (staff_id) references org.staff (id),
  constraint post_department foreign key (department_id) references org.department (id),
  constraint post_region foreign key (region_code) references org.region (code),
  constraint post_role check (role in ('acceptanceOfficer', 'reviewer', 'decisionMaker', 'issuingClerk', 'supervisor', 'itemAdministrator',
    'systemAdministrator', 'securityAdministrator', 'auditAdministrator')),
  constraint post_days_in_order check (valid_to >= valid_from),
  constraint post_names_items check (cardinality(item_keys) > 0)
);
create index post_by_staff on org.post (staff_id, ended_at);
create index post_by_department on org.post (department_id);
create index post_by_region on org.post (region_code);
comment on table org.post is 'What one official may do: a role, for a department, in a region and all beneath it, for some items or all, from day to day inclusive (岗位)';
