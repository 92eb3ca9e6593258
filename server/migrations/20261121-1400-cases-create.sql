create schema cases;
comment on schema cases is 'Applications and their handling (办件)';

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
  region_code char(12) not null,
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
  due_on date not null default 'infinity',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  submitted_at timestamptz,
  received_at timestamptz,
  accepted_at timestamptz,
  decided_at timestamptz,
  closed_at timestamptz,
  expires_on date,
  constraint case_pkey primary key (area_code, id),
  constraint case_number_unique unique (area_code, number),
  constraint case_state check (state in ('DRAFT', 'SUBMITTED', 'RECEIVED', 'ACCEPTED', 'UNDER_REVIEW', 'PENDING_DECISION', 'GRANTED', 'REFUSED', 'DELIVERING', 'CLOSED')),
  constraint case_channel check (channel in ('WINDOW', 'PC', 'MOBILE')),
  constraint case_applicant_kind check (applicant_kind in ('person', 'firm')),
  constraint case_numbered_when_submitted check (state = 'DRAFT' or (number is not null and submitted_at is not null)),
  constraint case_promised_whole check ((promised_length is null) = (promised_unit is null)),
  constraint case_statutory_whole check ((statutory_length is null) = (statutory_unit is null))
);
create index case_queue on cases.case (area_code, state, due_on, id) where state not in ('DRAFT', 'CLOSED');
create index case_queue_of_department on cases.case (area_code, department_id, state, due_on, id) where state not in ('DRAFT', 'CLOSED');
create index case_of_reviewer on cases.case (area_code, reviewer_id, state, due_on, id) where reviewer_id is not null;
create index case_of_applicant on cases.case (applicant_id, id);
create index case_done on cases.case (area_code, department_id, decided_at desc, id) where decided_at is not null;
create index case_expiring on cases.case (area_code, expires_on) where state = 'DRAFT';
comment on table cases.case is 'One application with its state of today; a draft is a case that was not yet submitted (办件)';

create table cases.journal (
  area_code integer not null,
  case_id uuid not null,
  version integer not null,
  at timestamptz not null,
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
  constraint journal_pkey primary key (area_code, case_id, version),
  constraint journal_case foreign key (area_code, case_id) references cases.case (area_code, id)
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
  verified_at timestamptz,
  created_at timestamptz not null,
  constraint submission_pkey primary key (area_code, id),
  constraint submission_slot unique (area_code, case_id, material_key),
  constraint submission_case foreign key (area_code, case_id) references cases.case (area_code, id) on delete cascade,
  constraint submission_source check (source in ('UPLOAD', 'PAPER')),
  constraint submission_trust check (trust in ('A', 'B', 'C', 'D'))
);
comment on table cases.submission is 'How a material slot of a case was filled (申请材料)';

create table cases.submission_file (
  area_code integer not null,
  submission_id uuid not null,
  file_id uuid not null,
  added_at timestamptz not null,
  constraint submission_file_pkey primary key (area_code, submission_id, file_id),
  constraint submission_file_submission foreign key (area_code, submission_id) references cases.submission (area_code, id) on delete cascade
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
  judged_at timestamptz not null,
  constraint verdict_pkey primary key (area_code, case_id, point_key),
  constraint verdict_case foreign key (area_code, case_id) references cases.case (area_code, id),
  constraint verdict_value check (verdict in ('PASS', 'FAIL', 'NOT_APPLICABLE'))
);
comment on table cases.verdict is 'What an official found for each review point (审查要点结论)';

create table cases.decision (
  area_code integer not null,
  case_id uuid not null,
  result text not null,
  reason text,
  basis jsonb not null,
  remedies text,
  decided_by uuid not null,
  decided_at timestamptz not null,
  constraint decision_pkey primary key (area_code, case_id),
  constraint decision_case foreign key (area_code, case_id) references cases.case (area_code, id),
  constraint decision_result check (result in ('GRANTED', 'REFUSED')),
  constraint decision_refusal_reasoned check (result = 'GRANTED' or (reason is not null and remedies is not null))
);
comment on table cases.decision is 'The decision on a case with reason, basis and remedies (行政许可决定)';

create table cases.day_serial (
  area_code integer not null,
  day date not null,
  last integer not null,
  constraint day_serial_pkey primary key (area_code, day),
  constraint day_serial_five_digits check (last between 1 and 99999)
);
comment on table cases.day_serial is 'The last case number given in an area on a day (办件流水号)';
