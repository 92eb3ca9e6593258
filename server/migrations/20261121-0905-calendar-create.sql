create schema calendar;
comment on schema calendar is 'Workdays, holidays and the deadline clock (工作日历)';

create table calendar.arrangement (
  scope text not null,
  year integer not null,
  version integer not null,
  published_on date not null,
  sources text[] not null,
  loaded_at timestamptz not null,
  constraint arrangement_pkey primary key (scope, year, version),
  constraint arrangement_scope_form check (scope ~ '^[A-Z0-9]{2,12}$'),
  constraint arrangement_year_range check (year between 1949 and 2999),
  constraint arrangement_version_positive check (version > 0),
  constraint arrangement_has_source check (cardinality(sources) > 0)
);
create index arrangement_by_version on calendar.arrangement (scope, version);
comment on table calendar.arrangement is 'The holiday notice of a year, as it entered a version of the calendar of a place (放假安排)';

create table calendar.day (
  scope text not null,
  year integer not null,
  version integer not null,
  day_on date not null,
  kind text not null,
  holiday text not null,
  constraint day_pkey primary key (scope, year, version, day_on),
  constraint day_of_arrangement foreign key (scope, year, version) references calendar.arrangement (scope, year, version),
  constraint day_kind check (kind in ('off', 'makeup'))
);
comment on table calendar.day is 'A day that a notice sets apart: off, or worked in place of another (节假日与调休上班日)';
